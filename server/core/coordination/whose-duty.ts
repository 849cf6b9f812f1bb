import { period, type PeriodId } from '../law/periods.ts';

/**
 * Whose was it to keep the last day of a period of a case: the office's, the other party's, or the police's? When a period
 * ends and lets the office act, somebody else was to act by then, and no officer is late.
 * @example whoseDuty('investigation') // 'office': the inspectorate had to finish it
 * @example whoseDuty('rectification') // 'party': the employer was ordered to put it right
 */
export function whoseDuty(id: PeriodId): 'office' | 'party' | 'police' {
  if (id === 'policeDecision') return 'police';
  return period(id).onExpiry === 'mayAct' ? 'party' : 'office';
}
