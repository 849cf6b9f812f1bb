import type { LadderStep } from '../contract/alerts.ts';
import { LADDER_STEPS } from '../contract/alerts.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../law/calendar/index.ts';
import { countPeriod } from '../law/count-period.ts';
import type { RuleSettings } from './evaluation.ts';
import { SUGGESTED_LADDER } from './suggested-ladder.ts';

export { SUGGESTED_LADDER };

/** One step of the ladder of one finding. */
export interface LadderRung {
  step: LadderStep;
  dueOn: PlainDate;
  reached: boolean;
}

/**
 * When is the contractor told, reminded, urged, and when is an order proposed? Calendar days from the agreed pay day,
 * which is the day before the first late one; the pay day itself is not counted and a step on a day off stays there.
 * @example since 2026-10-16 (pay day the 15th) → payDay 10-15, remind 10-25, urge 10-30, order 11-04
 */
export function ladderOf(
  since: PlainDate,
  settings: Pick<RuleSettings, 'ladder'>,
  today: PlainDate,
): LadderRung[] {
  const from = addDays(since, -1);
  const days = settings.ladder ?? SUGGESTED_LADDER;
  return LADDER_STEPS.map((step, index) => {
    const length = { calendarDays: days[index] ?? 0 };
    // Without rolling no day is looked up, so any area's calendar counts the same.
    const { dueOn } = countPeriod({ from, length, roll: 'none', calendar: NATIONAL_CALENDAR });
    return { step, dueOn, reached: today >= since && today >= dueOn };
  });
}

/** The highest step reached; absent before the first late day. */
export function stepReached(rungs: readonly LadderRung[]): LadderStep | undefined {
  return rungs.findLast(({ reached }) => reached)?.step;
}
