import type { TransactionView } from '../../core/contract/funds.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { moneyWithin } from './funds-reach.ts';
import { transactionView } from './transaction-view.ts';
import type { TransactionRecord } from './transaction.model.ts';
import { Transactions } from './transaction.model.ts';

/** One posting of a wage account, for whoever sees all of that account. */
export async function getTransaction(id: string, ctx: Ctx): Promise<TransactionView> {
  const found: unknown = await Transactions.findOne({ $and: [{ _id: id }, await moneyWithin(ctx)] }).lean();
  if (found === null) throw new AppError('notFound');
  return transactionView(found as TransactionRecord); // a lean document of this model
}
