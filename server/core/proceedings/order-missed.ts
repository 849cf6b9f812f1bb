import type { Words } from '../alerts/rule.ts';
import { words } from '../lives/facts.ts';
import { decisionToPay } from './decision-to-pay.ts';
import { isPaidInTime } from './paid-in-time.ts';
import { standingOrders } from './standing-orders.ts';
import type { Situation } from './proceeding-table.ts';

/**
 * An order to pay, or a decision, that was served and whose last day has passed; without one neither the police nor the
 * bond come in. An order whose place another took, and a decision that was revoked or had reached the party too late to
 * be obeyed in time, was not missed; nor is one by whose last day everybody was paid, whenever that was entered.
 * @law CRM-4
 */
export function orderMissed({ theCase, today, others }: Situation): Words | undefined {
  const orders = standingOrders(theCase.orders);
  const lastDays = [
    ...orders.map(({ rectifyBy }) => rectifyBy),
    ...others.flatMap((one) => decisionToPay(one)?.payBy ?? []),
  ];
  const { allPaidOn } = theCase;
  const over = lastDays.filter((day) => day < today);
  if (over.some((day) => !isPaidInTime(day, allPaidOn))) return undefined;
  if (over.length > 0 && allPaidOn !== undefined)
    return words(
      `本案欠薪已于 ${allPaidOn} 全部支付，未超过责令支付的期限`,
      `All arrears of this case were paid by ${allPaidOn}, before the order ran out`,
    );
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
