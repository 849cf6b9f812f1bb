import mongoose from 'mongoose';
import { ZERO_FEN } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent, demandTransaction } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { demandOpen } from './demand-open.ts';
import { addToLedger, findLedger, markLedgerClosed } from './ledger.model.ts';
import { findByBankRef, insertTransaction } from './transaction.model.ts';

/**
 * Closes the ledger of a wage account: what is left goes to the general contractor, to whom it belongs, and nothing moves
 * afterwards. Inside the caller's transaction, which has seen the regulator's confirmation.
 * @law REG-27-2
 */
export async function closeLedger(
  projectId: string,
  { on, contractorName, bankRef }: { on: PlainDate; contractorName: string; bankRef: string },
  ctx: Ctx,
): Promise<void> {
  demandTransaction('closeLedger');
  const ledger = await findLedger(projectId);
  if (ledger === null) throw new AppError('wageAccountMissing');
  demandOpen(ledger);
  const { areaCode, branchCode, balanceFen } = ledger;
  if ((await findByBankRef(branchCode, bankRef)) !== null)
    throw new AppError('alreadyExists', { what: `银行流水号 / bank reference ${bankRef}` });
  if (balanceFen > 0) {
    const after = await addToLedger(
      projectId,
      { balanceFen: -balanceFen, postings: 1 },
      { lastOutflowOn: on },
    );
    if (after === null) throw new AppError('notFound');
    await insertTransaction({
      _id: new mongoose.Types.ObjectId(),
      ...{ projectId, areaCode, branchCode, place: after.postings, direction: 'out', on, bankRef },
      ...{ kind: 'balanceToContractor', amountFen: balanceFen, counterparty: contractorName },
      ...{ balanceFen: ZERO_FEN, postedAt: ctx.now },
    });
  }
  await markLedgerClosed(projectId, on);
  const facts = { on, amountFen: balanceFen };
  await appendEvent({ subject: `project:${projectId}`, areaCode, action: 'wageAccount.closed', facts }, ctx);
}
