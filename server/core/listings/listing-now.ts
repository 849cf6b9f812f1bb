import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';
import { dueDay } from '../law/due-day.ts';
import { dayOf, newest, words } from '../lives/facts.ts';
import type { LifeSituation } from '../lives/life-table.ts';

/** As whom somebody acts on a listing. */
export type ListingRole = 'inspector' | 'bureauHead';

/** The order to pay behind a listing: when it was served, and its last day. */
export interface PaymentOrder {
  readonly servedOn: PlainDate;
  readonly payBy: PlainDate;
}

/** What the table looks at beside the record itself. */
export interface ListingNow extends LifeSituation {
  readonly order?: PaymentOrder | undefined;
  /** All the case knows of as owed has been seen paid. */
  readonly isPaid: boolean;
  /** From which sums the crime is prosecuted here, where the area has set them. */
  readonly crime: { readonly oneWorkerFen?: number; readonly groupFen?: number };
}

export const NO_ORDER: Words = words(
  '须先责令限期支付并送达，期满仍未支付的方可列入',
  'An order to pay has to be served first, and its last day missed',
);

/**
 * Only an order to pay that was served, whose last day has passed, and that was not obeyed leads to the list.
 * @law BLK-5-1
 */
export function orderNotMissed({ order, isPaid, today }: ListingNow): Words | undefined {
  if (order === undefined) return NO_ORDER;
  if (order.payBy >= today)
    return words(
      `责令支付期限至 ${order.payBy}，期满仍未支付的，${addDays(order.payBy, 1)} 起方可提出`,
      `The order runs to ${order.payBy}: from ${addDays(order.payBy, 1)}, if it is missed`,
    );
  return isPaid
    ? words('本案欠薪已全部支付，不符合列入条件', 'All arrears of this case have been paid: nothing to list')
    : undefined;
}

/** Since when the name stands on the list: the day of the decision, or of its restoration. @law BLK-11-1 */
export const listedSince = (now: Pick<LifeSituation, 'deadlines'>): PlainDate | undefined =>
  newest(now, 'listingTerm')?.startedOn;

/** The last day on the list, if nothing comes between. @law BLK-11-1 */
export const listedTo = (now: Pick<LifeSituation, 'deadlines'>): PlainDate | undefined =>
  newest(now, 'listingTerm')?.dueOn;

/** From when the six months count: from the correction, and not before the name stood on the list. @law BLK-12-1 */
export function waitFrom(now: Pick<LifeSituation, 'deadlines' | 'facts'>): PlainDate | undefined {
  const [corrected, since] = [dayOf(now.facts, 'correctedOn'), listedSince(now)];
  if (corrected === undefined || since === undefined) return undefined;
  return corrected > since ? corrected : since;
}

/**
 * The first day on which early removal can be applied for: six months have passed on the list since the correction.
 * @example corrected 2026-08-31 on the list: the six months end on 2027-02-28, first day 2027-03-01
 * @law BLK-12-1
 */
export function firstEarlyDay(now: ListingNow): PlainDate | undefined {
  const from = waitFrom(now);
  const count = from === undefined ? null : dueDay('earlyRemovalWait', from, now.calendar);
  return count === null ? undefined : addDays(count.dueOn, 1);
}
