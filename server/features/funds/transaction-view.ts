import type { TransactionView } from '../../core/contract/funds.ts';
import type { TransactionRecord } from './transaction.model.ts';

export function transactionView(record: TransactionRecord): TransactionView {
  const { projectId, direction, kind, amountFen, on, counterparty, bankRef, payReference, balanceFen } =
    record;
  return {
    id: String(record._id),
    projectId,
    direction,
    kind,
    amountFen,
    on,
    counterparty,
    bankRef,
    ...(payReference === undefined ? {} : { payReference }),
    balanceFen,
  };
}
