import mongoose from 'mongoose';
import type { PostTransaction, TransactionView } from '../../core/contract/funds.ts';
import { TRANSACTION_KINDS } from '../../core/contract/funds.ts';
import { fen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { branchWithin } from './funds-reach.ts';
import type { LedgerRecord } from './ledger.model.ts';
import { demandOpen } from './demand-open.ts';
import { addToLedger, findLedger } from './ledger.model.ts';
import { findByReference } from './pay-file-line.model.ts';
import type { RefusalReason } from './refusal.ts';
import { REFUSAL_WORDS, refusalOf } from './refusal.ts';
import { findRefusal } from './refused-outflow.model.ts';
import { reportRefusal } from './report-refusal.ts';
import { transactionView } from './transaction-view.ts';
import type { TransactionRecord } from './transaction.model.ts';
import { findByBankRef, insertTransaction, isPaidOut } from './transaction.model.ts';

export type PostOutcome =
  | { kind: 'posted'; transaction: TransactionView }
  | { kind: 'repeated'; transaction: TransactionView }
  | { kind: 'refused'; reason: RefusalReason };

/**
 * Posts one movement of a wage account, once under the bank's own number. Money that would leave it for anybody but the
 * workers of this project is not posted: it is recorded as refused, the office is told, and the bank is answered 422.
 * @law ACC-9
 */
export async function postTransaction(
  projectId: string,
  posted: PostTransaction,
  ctx: Ctx,
): Promise<TransactionView> {
  // The refusal is stored first and answered afterwards: an error thrown inside would undo the record of it.
  const outcome = await inTransaction(() => postWithin(projectId, posted, ctx));
  if (outcome.kind !== 'refused') return outcome.transaction;
  const { zh } = REFUSAL_WORDS[outcome.reason];
  throw new AppError('outflowRefused', { reason: zh, code: outcome.reason });
}

/** The same inside the caller's transaction, without throwing over a refusal: for batches and workbooks. */
export async function postWithin(projectId: string, posted: PostTransaction, ctx: Ctx): Promise<PostOutcome> {
  const ledger = await findLedger(projectId, branchWithin(ctx));
  if (ledger === null) throw new AppError('notFound');
  const before = await findByBankRef(ledger.branchCode, posted.bankRef);
  if (before !== null) return { kind: 'repeated', transaction: sameAgain(before, projectId, posted) };
  const refused = await findRefusal(ledger.branchCode, posted.bankRef);
  if (refused !== null) return { kind: 'refused', reason: refused.reason };
  demandOpen(ledger);
  const reason = posted.direction === 'out' ? await reasonToRefuse(projectId, posted) : null;
  if (reason !== null) {
    await reportRefusal(ledger, posted, reason, ctx);
    return { kind: 'refused', reason };
  }
  return { kind: 'posted', transaction: await book(ledger, posted, ctx) };
}

async function reasonToRefuse(projectId: string, posted: PostTransaction): Promise<RefusalReason | null> {
  const { payReference } = posted;
  const sent = payReference === undefined ? null : await findByReference(payReference);
  return refusalOf(posted, projectId, sent, payReference !== undefined && (await isPaidOut(payReference)));
}

async function book(ledger: LedgerRecord, posted: PostTransaction, ctx: Ctx): Promise<TransactionView> {
  const { projectId, areaCode, branchCode } = ledger;
  const { direction, amountFen, on, counterparty, bankRef, payReference } = posted;
  const kind = TRANSACTION_KINDS.find((one) => one === posted.kind);
  // What comes in is labour cost, interest or wages that came back; the shape says so too.
  if (kind === undefined || (direction === 'in') === (kind === 'wages'))
    throw wrongField('kind', '收支方向与用途不符', 'This kind does not go in that direction');
  const latest = direction === 'in' ? { lastInflowOn: on } : { lastOutflowOn: on };
  const change = direction === 'in' ? amountFen : -amountFen;
  const after = await addToLedger(projectId, { balanceFen: change, postings: 1 }, latest);
  if (after === null) throw new AppError('notFound');
  const record: TransactionRecord = {
    _id: new mongoose.Types.ObjectId(),
    projectId,
    areaCode,
    branchCode,
    place: after.postings,
    direction,
    kind,
    amountFen,
    on,
    counterparty,
    bankRef,
    ...(payReference === undefined ? {} : { payReference }),
    balanceFen: fen(after.balanceFen),
    postedAt: ctx.now,
  };
  await insertTransaction(record);
  const facts = { direction, kind, amountFen, on, place: record.place };
  await appendEvent({ subject: `project:${projectId}`, areaCode, action: 'wageAccount.posted', facts }, ctx);
  return transactionView(record);
}

/** The bank's own number names one movement for good: the same again is answered the same, another is refused. */
function sameAgain(before: TransactionRecord, projectId: string, posted: PostTransaction): TransactionView {
  const isSame =
    before.projectId === projectId &&
    before.direction === posted.direction &&
    before.kind === posted.kind &&
    before.amountFen === posted.amountFen &&
    before.on === posted.on &&
    before.payReference === posted.payReference;
  if (!isSame) throw new AppError('alreadyExists', { what: `银行流水号 / bank reference ${posted.bankRef}` });
  return transactionView(before);
}
