import type { PlainDate } from '../../core/kit/plain-date.ts';
import { startOfShanghaiDay, toShanghaiDay } from '../../core/kit/plain-date.ts';

/** When a job fires, read from its cron line: once a day at a minute of the day in Shanghai, or every so many seconds. */
export type Timing = { kind: 'daily'; minuteOfDay: number } | { kind: 'every'; seconds: number };

const DAY_MS = 86_400_000;

/**
 * Reads the few cron forms the schedule uses, so that missed and coming fires can be counted exactly: 'm h * * *',
 * '* * * * *', '*' + '/n * * * *' (minutes) and with a sixth field before (seconds). Anything else is refused at start.
 */
export function readCron(cron: string): Timing {
  const fields = cron.trim().split(/\s+/);
  if (fields.length < 5 || fields.length > 6 || fields.slice(-3).join(' ') !== '* * *')
    throw unknownCron(cron);
  const [second, minute, hour] = fields.length === 6 ? fields : ['0', ...fields];
  if (second === undefined || minute === undefined || hour === undefined) throw unknownCron(cron);
  if (hour === '*' && minute === '*' && second !== '0') return { kind: 'every', seconds: step(second, cron) };
  if (hour === '*' && second === '0') return { kind: 'every', seconds: 60 * step(minute, cron) };
  const [m, h] = [Number(minute), Number(hour)];
  if (second !== '0' || !/^\d{1,2}$/.test(minute) || !/^\d{1,2}$/.test(hour) || m > 59 || h > 23)
    throw unknownCron(cron);
  return { kind: 'daily', minuteOfDay: h * 60 + m };
}

function step(field: string, cron: string): number {
  const every = field === '*' ? 1 : Number(/^\*\/(\d{1,2})$/.exec(field)?.[1] ?? Number.NaN);
  if (!(every >= 1) || 60 % every !== 0) throw unknownCron(cron);
  return every;
}

const unknownCron = (cron: string): Error => new Error(`The schedule cannot read the cron line "${cron}"`);

/** The last moment at or before `at` when the job fires. */
export function lastFire(timing: Timing, at: Date): Date {
  const ms = at.getTime();
  if (timing.kind === 'every') return new Date(ms - (ms % (timing.seconds * 1000)));
  const today = startOfShanghaiDay(toShanghaiDay(ms)) + timing.minuteOfDay * 60_000;
  return new Date(today <= ms ? today : today - DAY_MS);
}

/** The first moment after `at` when the job fires. */
export function nextFire(timing: Timing, at: Date): Date {
  return new Date(
    lastFire(timing, at).getTime() + (timing.kind === 'every' ? timing.seconds * 1000 : DAY_MS),
  );
}

/** The day a fire works for: the day it is in Shanghai. */
export const fireDay = (fire: Date): PlainDate => toShanghaiDay(fire.getTime());

/** Fires after one moment up to another, oldest first; only the latest `most` of them. */
export function firesBetween(timing: Timing, after: Date, until: Date, most: number): Date[] {
  const fires: Date[] = [];
  let fire = lastFire(timing, until);
  while (fire > after && fires.length < most) {
    fires.unshift(fire);
    fire = lastFire(timing, new Date(fire.getTime() - 1));
  }
  return fires;
}
