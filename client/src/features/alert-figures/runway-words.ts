import type { RunwayRow, RunwayView } from '../../../../server/core/contract/alert-figures.ts';

/** What a line says of how far the money reaches; `unknown` where balance or payroll is not on record. */
export type Reach = 'overdue' | 'dry' | 'enough' | 'unknown';

export function reachOf({ runsDryOn, days }: RunwayRow, { day }: Pick<RunwayView, 'day'>): Reach {
  if (runsDryOn !== undefined) return runsDryOn < day ? 'overdue' : 'dry';
  return days === undefined ? 'unknown' : 'enough';
}

/** Most days an owner may be late in the question; the same limit as at the door. */
export const MOST_DELAY = 365;

/** What a person typed or an address says, as a number of days the door takes. */
export function delayOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Math.min(Number(text), MOST_DELAY) : 0;
}
