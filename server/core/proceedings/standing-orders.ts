import type { PlainDate } from '../kit/plain-date.ts';

/** As much of an order to pay as tells whether it still runs. */
export interface OrderToPay {
  readonly servedOn: PlainDate;
  readonly rectifyBy: PlainDate;
  /** On whose record it was served; absent for a party that is on none. */
  readonly companyId?: string | undefined;
}

/**
 * The orders that stand, oldest first: a further one served on the same party, on or before the last day, takes the place
 * of the one before, so that its day can no longer be missed. An order to somebody else leaves it as it is.
 * @example due on 10 April, a further one served on the 8th for the 30th: the 30th alone can be missed
 * @law INS-26-1
 */
export function standingOrders<Order extends OrderToPay>(orders: readonly Order[]): Order[] {
  return orders.filter(
    (order, at) =>
      !orders
        .slice(at + 1)
        .some((later) => later.companyId === order.companyId && later.servedOn <= order.rectifyBy),
  );
}
