import type { MyAction } from '../../core/contract/tracking.ts';
import type { ComplaintAction } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from '../complaints/index.ts';
import { openComplaintActions } from '../complaints/index.ts';

/** What the complainant can do now, in the order of importance. */
export function myActions(
  complaint: ComplaintRecord,
  waitsForMoney: boolean,
  ctx: Pick<Ctx, 'today'>,
): MyAction[] {
  const open = openComplaintActions(complaint, ['complainant'], ctx);
  const may = (action: ComplaintAction): boolean => open.includes(action);
  const row: [MyAction, boolean][] = [
    ['supplement', may('supplement')],
    ['answerPayment', waitsForMoney],
    ['message', complaint.open],
    ['addEvidence', complaint.open],
    ['rate', may('rate')],
    ['askWithdrawal', may('askWithdrawal')],
  ];
  return row.flatMap(([action, isOpen]) => (isOpen ? [action] : []));
}
