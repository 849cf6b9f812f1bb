import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import express, { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { firstLoads } from './first-loads.ts';
import { compressedCopy } from './precompressed.ts';

/** Addresses a worker's phone opens: short, printed on boards and receipts. */
const PHONE_PATHS = /^\/(m|c|d|t|r|b|p|j|z)(\/|$)/;

/** Where the document itself asks the first question. */
const FIRST_QUESTION = /^\/m\/new\/?$/;

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
  if (/\.(js|css|woff2)(\.br|\.gz)?$/.test(path)) for (const name of FOR_DOCUMENTS) res.removeHeader(name);
}

/** One name in the folder, without a way out of it. */
const ASSET = /^\/[\w-][\w.-]*\.(js|css|svg|json)$/;

/** No pages: a script of the version before is not found, and never a page under a script's name. */
const NO_PAGE = /^\/(api|assets)\//;

/** Sends the compressed copy of an asset in its place, under the asset's own address. */
const compressedAssets =
  (assets: string): RequestHandler =>
  (req, res, next) => {
    if (ASSET.test(req.path)) req.url = `/${basename(compressedCopy(join(assets, req.path), req, res))}`;
    next();
  };

/** The built client: hashed assets for a year, pages never cached; every other address is a page of the client. */
export function clientPages(dist: string): Router {
  const router = Router();
  const firstLoadOf = firstLoads(dist);
  router.use(
    '/assets',
    compressedAssets(join(dist, 'assets')),
    express.static(join(dist, 'assets'), {
      index: false,
      immutable: true,
      maxAge: '365d',
      setHeaders: withoutDocumentHeaders,
    }),
  );
  router.use(express.static(dist, { index: false, maxAge: '1h' }));
  router.get('/{*page}', (req, res, next) => {
    if (NO_PAGE.test(req.path) || req.accepts('html') === false || !existsSync(pageFor(req))) {
      next();
      return;
    }
    const link = firstLoadOf(req.path);
    if (link !== undefined) res.set('link', link);
    res.set('cache-control', 'no-cache').sendFile(compressedCopy(pageFor(req), req, res));
  });
  return router;

  function pageFor(req: Request): string {
    if (FIRST_QUESTION.test(req.path)) return join(dist, 'first-question.html');
    return join(dist, PHONE_PATHS.test(req.path) ? 'phone.html' : 'desk.html');
  }
}
