import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { hourOfDay } from '../hour-of-day.ts';

/** The system at nine in the morning of a day. */
export const onDay = (day: PlainDate): Ctx => systemCtx('seeds', { now: hourOfDay(day, 9), today: day });
