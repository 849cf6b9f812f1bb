import compression from 'compression';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import type { Registry } from 'prom-client';
import type { PermissionTable } from './core/contract/roles.ts';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import { readJson } from './platform/http/body-guard.ts';
import { CLIENT_DIST } from './platform/http/client-dist.ts';
import { clientPages } from './platform/http/client-pages.ts';
import { docsRoutes } from './platform/http/docs-routes.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import type { Readiness } from './platform/http/health-routes.ts';
import { metricsDoor } from './platform/http/metrics-door.ts';
import { mountRoutes } from './platform/http/mount.ts';
import type { MountDeps } from './platform/http/mount.ts';
import { observe } from './platform/http/observe.ts';
import { openApi } from './platform/http/openapi.ts';
import { nothingHere, problemHandler } from './platform/http/problems.ts';
import type { Route } from './platform/http/route.ts';
import { hostGuard, securityHeaders } from './platform/http/security.ts';
import type { Log } from './platform/log.ts';

export interface AppDeps extends Omit<MountDeps, 'clock'> {
  config: Config;
  clock: Clock;
  log: Log;
  routes: readonly Route[];
  permissionTables: readonly PermissionTable[];
  readiness: Readiness;
  /** Session, passport and the CSRF guard, in this order. */
  identity: readonly RequestHandler[];
  /** Refuses what is too much before anything is read of it; without it, as in most tests, nothing is too much. */
  shed?: (metrics: Registry) => RequestHandler;
  version: string;
}

/** The whole HTTP side, listening nowhere: main.ts serves it, tests call it. */
export function createApp(deps: AppDeps): { app: Express; metrics: Registry } {
  const { config } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // answers are kept by nobody; records bear their version
  app.set('trust proxy', config.trustProxyHops);
  app.set('query parser', 'simple');
  const { middleware, metrics } = observe(deps.log);

  const door = metricsDoor({ token: config.metricsToken, nowMs: () => deps.clock.now().getTime() });
  app.use(healthRoutes(deps.readiness, metrics, door));
  app.use(middleware);
  app.use(hostGuard(config.allowedHosts));
  app.use(securityHeaders({ https: config.publicUrl.startsWith('https://') }));
  app.use(compression());
  app.use(
    '/api/docs',
    docsRoutes(() => openApi(deps.routes, { version: deps.version, url: config.publicUrl })),
  );
  if (deps.shed !== undefined) app.use('/api', deps.shed(metrics));
  app.use('/api', unlessRaw(deps.routes, readJson), ...deps.identity);
  mountRoutes(app, deps.routes, deps);
  app.use(clientPages(CLIENT_DIST));
  app.use(nothingHere);
  app.use(problemHandler(deps.log));
  return { app, metrics };
}

/** Raw routes read their own bodies (multipart, chunks of a file) within limits of their own; large ones wait for the door. */
function unlessRaw(routes: readonly Route[], reader: RequestHandler): RequestHandler {
  const raw = express.Router();
  const skip: RequestHandler = (_req, res, next) => {
    res.locals['rawBody'] = true;
    next();
  };
  for (const route of routes) {
    const readsItself = route.kind === 'raw' && route.spec.body === undefined && route.method !== 'get';
    if (readsItself || route.spec.bodyKb !== undefined) raw[route.method](route.path, skip);
  }
  return (req, res, next) => {
    if (req.method === 'GET') {
      reader(req, res, next);
      return;
    }
    raw(req, res, (error?: unknown) => {
      if (error !== undefined || res.locals['rawBody'] === true) next(error);
      else reader(req, res, next);
    });
  };
}
