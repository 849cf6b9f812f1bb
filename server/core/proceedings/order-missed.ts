import type { Words } from '../alerts/rule.ts';
import { dayOf, words } from '../lives/facts.ts';
import type { Situation } from './proceeding-table.ts';

/**
 * An order to pay, or a decision, that was served and whose last day has passed; without one neither the police nor the
 * bond come in.
 * @law CRM-4
 */
export function orderMissed({ theCase, today, others }: Situation): Words | undefined {
  const isOrderMissed = theCase.orders.some(({ rectifyBy }) => rectifyBy < today);
  const isDecisionMissed = others.some(({ kind, facts }) => {
    const by = dayOf(facts, 'performBy');
    return kind === 'decision' && facts['deliveredOn'] !== undefined && by !== undefined && by < today;
  });
  if (isOrderMissed || isDecisionMissed) return undefined;
  const running = theCase.orders.map(({ rectifyBy }) => rectifyBy).sort()[0];
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
