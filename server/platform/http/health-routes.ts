import { Router } from 'express';
import type { RequestHandler } from 'express';
import type { Registry } from 'prom-client';

export interface Readiness {
  /** Answers within a second whether the store serves reads and writes. */
  storeAnswers(): Promise<boolean>;
  isStopping(): boolean;
}

/** For machines: alive, ready, figures. No session and no log of their own; figures are behind a door. */
export function healthRoutes(readiness: Readiness, metrics: Registry, door: RequestHandler): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ ok: true });
  });
  router.get('/readyz', (_req, res, next) => {
    if (readiness.isStopping()) {
      res.status(503).json({ ok: false, why: 'stopping' });
      return;
    }
    readiness
      .storeAnswers()
      .then((ok) => res.status(ok ? 200 : 503).json(ok ? { ok } : { ok, why: 'store' }))
      .catch(next);
  });
  router.get('/metrics', door, (_req, res, next) => {
    metrics
      .metrics()
      .then((text) => res.type(metrics.contentType).send(text))
      .catch(next);
  });
  return router;
}
