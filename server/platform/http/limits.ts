import type { Request } from 'express';
import { AppError } from '../app-error.ts';
import type { RateClass } from './route.ts';

export interface RateRule {
  /** Requests allowed … */
  points: number;
  /** … in this many seconds, per person or, when nobody is signed in, per address. */
  seconds: number;
  /** `store` counts survive a restart and are shared by all instances; `memory` ones guard one process at its edge. */
  counted: 'memory' | 'store';
}

export const RATE_RULES: Readonly<Record<RateClass, RateRule>> = {
  read: { points: 1200, seconds: 60, counted: 'memory' },
  write: { points: 300, seconds: 60, counted: 'memory' },
  export: { points: 30, seconds: 60, counted: 'memory' },
  upload: { points: 600, seconds: 60, counted: 'memory' },
  submit: { points: 60, seconds: 600, counted: 'store' },
  // An office or a carrier may put hundreds of people behind one address; guessing is stopped per login and per phone.
  signIn: { points: 120, seconds: 300, counted: 'store' },
  code: { points: 60, seconds: 600, counted: 'store' },
};

/** Counts one request against a key; answers seconds to wait, or 0 when it may pass. */
export interface Counter {
  take(key: string, rule: RateRule): Promise<number>;
}

/** Fixed windows in memory; the map forgets windows that are over, so hostile keys cannot fill it for long. */
export function memoryCounter(nowMs: () => number): Counter {
  const windows = new Map<string, { until: number; used: number }>();
  let sweepAt = 0;
  return {
    take(key, rule) {
      const now = nowMs();
      if (now >= sweepAt) {
        for (const [old, window] of windows) if (window.until <= now) windows.delete(old);
        sweepAt = now + 60_000;
      }
      const window = windows.get(key);
      if (window === undefined || window.until <= now) {
        windows.set(key, { until: now + rule.seconds * 1000, used: 1 });
        return Promise.resolve(0);
      }
      window.used += 1;
      return Promise.resolve(window.used > rule.points ? Math.ceil((window.until - now) / 1000) : 0);
    },
  };
}

/** An IPv6 client owns a whole /56, so that much of its address is the key. */
export function addressKey(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip;
  const [front = [], back] = ip.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = back === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...(back ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':')
    .slice(0, 17);
}

export function rateLimiter(counters: { memory: Counter; store: Counter }) {
  return async (req: Request, rate: RateClass, who: string | null): Promise<void> => {
    const rule = RATE_RULES[rate];
    const wait = await counters[rule.counted].take(`${rate}:${who ?? addressKey(req.ip ?? '')}`, rule);
    if (wait > 0) throw new AppError('tooManyRequests', { retryAfter: wait });
  };
}
