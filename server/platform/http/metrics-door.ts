import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../app-error.ts';
import { addressKey, memoryCounter } from './limits.ts';
import type { RateRule } from './limits.ts';

/** A scraper asks four times a minute; several may, and somebody looks by hand. */
const LOOKS: RateRule = { points: 60, seconds: 60, counted: 'memory' };
const GUESSES: RateRule = { points: 10, seconds: 60, counted: 'memory' };

/**
 * Who may read the figures: whoever has the token, where one is set; else only a program on this very machine that comes
 * straight to us. What a proxy passes on comes from the proxy's address and is not straight.
 */
export function metricsDoor({
  token,
  nowMs,
}: {
  token: string | undefined;
  nowMs: () => number;
}): RequestHandler {
  const counter = memoryCounter(nowMs);
  const check = async (req: Request): Promise<void> => {
    const address = addressKey(req.ip ?? '');
    await take(`look:${address}`, LOOKS);
    if (token === undefined) {
      if (!comesStraightFromHere(req)) throw new AppError('metricsClosed');
    } else if (!isSame(req.get('authorization') ?? '', `Bearer ${token}`)) {
      await take(`guess:${address}`, GUESSES);
      throw new AppError('metricsTokenWrong');
    }
  };
  const take = async (key: string, rule: RateRule): Promise<void> => {
    const retryAfter = await counter.take(key, rule);
    if (retryAfter > 0) throw new AppError('tooManyRequests', { retryAfter });
  };
  return (req, res, next) => {
    req.id = randomUUID(); // it stands before the observer, which names all other requests
    res.set('cache-control', 'no-store');
    check(req).then(
      () => next(),
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'metricsTokenWrong')
          res.set('www-authenticate', 'Bearer realm="metrics"');
        next(error);
      },
    );
  };
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/u;

const comesStraightFromHere = ({ socket, headers }: Request): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);

/** Takes as long whatever is alike. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
