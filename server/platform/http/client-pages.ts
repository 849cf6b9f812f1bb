import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import express, { Router } from 'express';
import type { Request } from 'express';

/** Addresses a worker's phone opens: short, printed on boards and receipts. */
const PHONE_PATHS = /^\/(m|c|d|t|r|b|p|j|z)(\/|$)/;

/** They bind documents and say nothing about a script or a style sheet; on a weak line a kilobyte per file is much. */
const FOR_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

function withoutDocumentHeaders(res: ServerResponse, path: string): void {
  if (/\.(js|css|woff2)$/.test(path)) for (const name of FOR_DOCUMENTS) res.removeHeader(name);
}

/** The built client: hashed assets for a year, pages never cached; every other address is a page of the client. */
export function clientPages(dist: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), {
      index: false,
      immutable: true,
      maxAge: '365d',
      setHeaders: withoutDocumentHeaders,
    }),
  );
  router.use(express.static(dist, { index: false, maxAge: '1h' }));
  router.get('/{*page}', (req, res, next) => {
    if (req.path.startsWith('/api/') || req.accepts('html') === false || !existsSync(pageFor(req))) {
      next();
      return;
    }
    res.set('cache-control', 'no-cache').sendFile(pageFor(req));
  });
  return router;

  function pageFor(req: Request): string {
    return join(dist, PHONE_PATHS.test(req.path) ? 'phone.html' : 'desk.html');
  }
}
