import type { PlainDate } from '../kit/plain-date.ts';
import type { Facts } from '../lives/life-table.ts';
import { decisionToPay } from '../proceedings/decision-to-pay.ts';
import type { OrderToPay } from '../proceedings/standing-orders.ts';
import { standingOrders } from '../proceedings/standing-orders.ts';
import type { PaymentOrder } from './listing-now.ts';

/** Where an order to pay stands: among the orders of the case, or in one of its decisions. */
export interface OrderOfCase extends PaymentOrder {
  readonly kind: 'order' | 'decision';
  readonly proceedingId?: string;
}

interface WithOrders {
  readonly orders: readonly OrderToPay[];
  readonly proceedings?: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly facts: Facts;
  }[];
}

/**
 * The orders to pay of a case that were served and stand: rectification orders whose place no other took, and decisions
 * that were neither revoked nor served too late to be obeyed in time.
 */
function ordersOf({ orders, proceedings = [] }: WithOrders): OrderOfCase[] {
  const decided = proceedings.flatMap((one): OrderOfCase[] => {
    const bound = decisionToPay(one);
    return bound === undefined ? [] : [{ kind: 'decision', proceedingId: one.id, ...bound }];
  });
  return [
    ...standingOrders(orders).map(({ servedOn: on, rectifyBy }): OrderOfCase => ({
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
