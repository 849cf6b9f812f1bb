import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { startOfShanghaiDay } from '../../server/core/kit/plain-date.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { systemCtx } from '../../server/platform/context.ts';

const NINE = 9 * 3_600_000;

/** The system at nine in the morning of a day. */
export const onDay = (day: PlainDate): Ctx =>
  systemCtx('seeds', { now: new Date(startOfShanghaiDay(day) + NINE), today: day });
