import type { Words } from '../alerts/rule.ts';
import { words } from '../lives/facts.ts';
import { decisionToPay } from './decision-to-pay.ts';
import { standingOrders } from './standing-orders.ts';
import type { Situation } from './proceeding-table.ts';

/**
 * An order to pay, or a decision, that was served and whose last day has passed; without one neither the police nor the
 * bond come in. An order whose place another took, and a decision that was revoked or had reached the party too late to
 * be obeyed in time, was not missed.
 * @law CRM-4
 */
export function orderMissed({ theCase, today, others }: Situation): Words | undefined {
  const orders = standingOrders(theCase.orders);
  if (orders.some(({ rectifyBy }) => rectifyBy < today)) return undefined;
  if (others.some((one) => (decisionToPay(one)?.payBy ?? today) < today)) return undefined;
  const running = orders.map(({ rectifyBy }) => rectifyBy).sort()[0];
  return running === undefined
    ? words(
        '须先责令限期支付，期满仍未支付',
        'An order to pay has to be served first, and its last day missed',
      )
    : words(
        `限期改正至 ${running}，期满仍未支付方可办理`,
        `The order runs to ${running}: once that day is missed`,
      );
}
