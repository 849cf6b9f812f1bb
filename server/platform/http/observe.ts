import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { elapsed } from '../clock.ts';
import type { Log } from '../log.ts';

declare module 'http' {
  interface IncomingMessage {
    /** Given to every request; readers quote it, the log carries it. */
    id: string;
  }
}

const pattern = (req: Request): string => {
  const route: unknown = req.route;
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'none';
};

/** A file on its way is listened to by each part it passes; Node warns from the eleventh on. */
const MOST_LISTENERS = 20;

/** Names each request, logs one line when it is over (route pattern, never the URL or a body) and times it. */
export function observe(log: Log): { middleware: RequestHandler; metrics: Registry } {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const durations = new Histogram({
    name: 'anxin_http_request_seconds',
    help: 'Time to answer by route, method and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  const middleware: RequestHandler = (req, res, next) => {
    const started = elapsed();
    req.id = randomUUID();
    res.set('x-request-id', req.id);
    res.setMaxListeners(MOST_LISTENERS);
    res.on('close', () => {
      const ms = elapsed() - started;
      const line = {
        requestId: req.id,
        method: req.method,
        route: pattern(req),
        status: res.statusCode,
        ms: Math.round(ms),
      };
      durations.observe({ method: line.method, route: line.route, status: String(line.status) }, ms / 1000);
      log.info({ ...line, actor: res.locals['actor'] as unknown, cut: !res.writableFinished }, 'request');
    });
    next();
  };
  return { middleware, metrics };
}
