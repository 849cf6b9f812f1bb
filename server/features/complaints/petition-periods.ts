import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { currentDue, extendDeadline, isOpen, startDeadline } from '../../core/law/deadline.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { PeriodId } from '../../core/law/periods.ts';
import type { ComplaintRecord } from './complaint.record.ts';

/** Periods that what came as a petition has beside those of every complaint. */
const OF_PETITIONS: readonly PeriodId[] = ['petitionFinish'];

/** Of the periods that a move starts, those that run for what came this way. */
export const startsFor = (
  { channel }: Pick<ComplaintRecord, 'channel'>,
  starts: readonly PeriodId[],
): PeriodId[] => starts.filter((one) => channel === 'PETITION' || !OF_PETITIONS.includes(one));

/**
 * Whoever petitions by name is told in writing what becomes of it, within fifteen days from the receipt.
 * @law LED-7
 */
export function petitionNotice(
  { channel, anonymous, receivedOn }: Pick<ComplaintRecord, 'channel' | 'anonymous' | 'receivedOn'>,
  calendar: Calendar,
): Deadline[] {
  if (channel !== 'PETITION' || anonymous) return [];
  return [startDeadline('petitionNotice', receivedOn, calendar)];
}

const isFinish = (one: Deadline): boolean => one.period === 'petitionFinish' && isOpen(one);

/** Once, and before its last day has passed: what has run out cannot be made longer. */
export const mayExtendPetition = (
  { deadlines }: { deadlines: readonly Deadline[] },
  today: PlainDate,
): boolean =>
  deadlines.some((one) => isFinish(one) && one.extensions === undefined && today <= currentDue(one));

/**
 * Its periods with thirty days more to finish it.
 * @law LED-7
 */
export const withPetitionExtended = (deadlines: readonly Deadline[], calendar: Calendar): Deadline[] =>
  deadlines.map((one) => (isFinish(one) ? extendDeadline(one, calendar) : one));
