import type { PlainDate } from '../core/kit/plain-date.ts';
import { toShanghaiDay } from '../core/kit/plain-date.ts';

/** The only place that reads the machine's clock; everything else is handed `now` and `today`. */
export interface Clock {
  now(): Date;
  today(): PlainDate;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => toShanghaiDay(Date.now()),
};

/** A clock that stands still until it is set: for tests, seeds and `npm run job -- --day`. */
export function fixedClock(at: Date): Clock & { set(at: Date): void } {
  let current = at;
  return {
    now: () => new Date(current),
    today: () => toShanghaiDay(current.getTime()),
    set: (next) => {
      current = next;
    },
  };
}

/** Milliseconds that only ever grow, for measuring durations; never stored. */
export const elapsed = (): number => performance.now();
