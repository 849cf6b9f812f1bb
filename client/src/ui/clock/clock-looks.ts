import type { TimeLeft } from '@core/law/time-left.ts';
import type { StateLook } from '../state-look.ts';

/** How urgent a day is: past it, on it, within three working days, later; or the clock stands, or nothing runs. */
export type ClockLevel = 'overdue' | 'today' | 'near' | 'later' | 'standing' | 'none';

/** From how few working days on a due day is near: the same step as the queue's filter `within3`. */
const NEAR = 3;

export function levelOf(left: TimeLeft | undefined): ClockLevel {
  if (left === undefined) return 'none';
  if (left.state === 'overdue') return 'overdue';
  if (left.state === 'dueToday') return 'today';
  return left.workingDays <= NEAR ? 'near' : 'later';
}

export const CLOCK_LOOKS: Record<ClockLevel, Pick<StateLook, 'colour' | 'icon'>> = {
  overdue: { colour: 'danger', icon: 'alert' },
  today: { colour: 'warning', icon: 'bell' },
  near: { colour: 'notice', icon: 'hourglass' },
  later: { colour: 'good', icon: 'job' },
  standing: { colour: 'ink', icon: 'pause' },
  none: { colour: 'ink', icon: 'check' },
};
