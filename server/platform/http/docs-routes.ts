import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import { PROJECT_ROOT } from '../project-root.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>安薪 Anxin API</title>
    <link rel="stylesheet" href="/api/docs/ui/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/ui/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/api/docs/openapi.json', dom_id: '#swagger-ui', validatorUrl: null });\n`;

/**
 * The API description as a page; the only page whose styles may be inline, because its viewer needs them. What it
 * describes is put together when it is first asked for: a start does not wait for it.
 */
export function docsRoutes(describe: () => object): Router {
  let description: string | undefined;
  const router = Router();
  const viewer = dirname(createRequire(PROJECT_ROOT).resolve('swagger-ui-dist/package.json'));
  router.use((_req, res, next) => {
    const policy = String(res.get('content-security-policy') ?? '');
    res.set(
      'content-security-policy',
      policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    );
    next();
  });
  router.get('/', (_req, res) => {
    res.type('html').send(PAGE);
  });
  router.get('/start.js', (_req, res) => {
    res.type('js').send(START);
  });
  router.get('/openapi.json', (_req, res) => {
    res.type('json').send((description ??= JSON.stringify(describe())));
  });
  router.use('/ui', express.static(viewer, { index: false, maxAge: '1d' }));
  return router;
}
