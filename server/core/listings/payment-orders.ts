import type { PlainDate } from '../kit/plain-date.ts';
import { dayOf } from '../lives/facts.ts';
import type { Facts } from '../lives/life-table.ts';
import { servedOn } from '../lives/facts.ts';
import type { PaymentOrder } from './listing-now.ts';

/** Where an order to pay stands: among the orders of the case, or in one of its decisions. */
export interface OrderOfCase extends PaymentOrder {
  readonly kind: 'order' | 'decision';
  readonly proceedingId?: string;
}

interface WithOrders {
  readonly orders: readonly { readonly servedOn: PlainDate; readonly rectifyBy: PlainDate }[];
  readonly proceedings?: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly facts: Facts;
  }[];
}

const GONE = ['revoked', 'changed'];

/** The orders to pay of a case that were served: rectification orders, and decisions that still stand. */
function ordersOf({ orders, proceedings = [] }: WithOrders): OrderOfCase[] {
  const decided = proceedings.flatMap(({ id, kind, state, facts }): OrderOfCase[] => {
    const served = servedOn(facts, 'serviceMode', 'deliveredOn');
    const payBy = dayOf(facts, 'performBy');
    return kind !== 'decision' || GONE.includes(state) || served === undefined || payBy === undefined
      ? []
      : [{ kind: 'decision', proceedingId: id, servedOn: served, payBy }];
  });
  return [
    ...orders.map(({ servedOn: on, rectifyBy }): OrderOfCase => ({
      kind: 'order',
      servedOn: on,
      payBy: rectifyBy,
    })),
    ...decided,
  ];
}

/**
 * On which order would a listing rest today? On the one missed last, because from its last day the decision is counted;
 * otherwise on the one that will be missed first.
 * @law BLK-8-1
 */
export function orderToRestOn(found: WithOrders, today: PlainDate): OrderOfCase | undefined {
  const all = ordersOf(found).sort((a, b) => (a.payBy < b.payBy ? -1 : 1));
  return all.findLast(({ payBy }) => payBy < today) ?? all[0];
}
