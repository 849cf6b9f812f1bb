import type { PlainDate } from '../../core/kit/plain-date.ts';

/** Signs the root of every day before `today` that has none yet, in order and without gaps. */
export async function signDailyRoot(_at: {
  today: PlainDate;
  now: Date;
}): Promise<{ signed: number; sealed: number }> {
  throw new Error('not built yet');
}
