import type { Deadline } from '../law/deadline.ts';
import { isOpen } from '../law/deadline.ts';
import { period, type PeriodId } from '../law/periods.ts';

/**
 * Periods of others' rights: when they end somebody else's right is gone or can be used; nobody here is late. Nor with a
 * term that ends by itself: what is to be done then has a period of its own.
 */
const OTHERS = ['lapse', 'final', 'eligible', 'invalid', 'remove'];

/** Rights of the office itself that are lost with the day, so they stand in its queue. */
const OWN_RIGHTS: readonly PeriodId[] = ['courtEnforcement', 'policeReconsideration'];

/** Notices the contractor waits for: when they have run it may apply, and nobody of the office is late. */
const WAITED_FOR: readonly PeriodId[] = ['accountNotice', 'bondNotice'];

/** Does the office have to do something by the last day of this period, or once it has passed? */
export const isOffices = (id: PeriodId): boolean =>
  OWN_RIGHTS.includes(id) || !(WAITED_FOR.includes(id) || OTHERS.includes(period(id).onExpiry));

/** The open periods of these that belong into the office's queue. */
export const ofOffice = (deadlines: readonly Deadline[]): Deadline[] =>
  deadlines.filter((one) => isOpen(one) && isOffices(one.period));
