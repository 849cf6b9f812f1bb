import mongoose from 'mongoose';
import type { Fen } from '../../core/kit/money.ts';
import { addFen, ZERO_FEN } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { addToLedger, findLedger } from './ledger.model.ts';
import { insertTransactions } from './transaction.model.ts';

/** Labour cost as it came into an account, month after month. */
export interface LaidInflow {
  amountFen: Fen;
  on: PlainDate;
  counterparty: string;
  bankRef: string;
}

/**
 * Lays what the owner paid into a new account as it came to stand, for seeds and benches: no checks, one event. Must run
 * in a transaction, before anything else is posted. The bank's own doors post one by one.
 */
export async function layLabourCost(
  projectId: string,
  inflows: readonly LaidInflow[],
  ctx: Ctx,
): Promise<void> {
  const ledger = await findLedger(projectId);
  const lastInflowOn = inflows.at(-1)?.on;
  if (ledger === null || lastInflowOn === undefined) return;
  const { areaCode, branchCode } = ledger;
  let balanceFen = ZERO_FEN;
  const records = inflows.map((inflow, at) => {
    balanceFen = addFen(balanceFen, inflow.amountFen);
    const place = { place: at + 1, direction: 'in' as const, kind: 'labourCost' as const };
    const _id = new mongoose.Types.ObjectId();
    return { _id, projectId, areaCode, branchCode, ...place, ...inflow, balanceFen, postedAt: ctx.now };
  });
  const total = { balanceFen, postings: records.length };
  await addToLedger(projectId, total, { lastInflowOn });
  await insertTransactions(records);
  const facts = { postings: records.length, amountFen: balanceFen };
  await appendEvent({ subject: `project:${projectId}`, areaCode, action: 'wageAccount.laid', facts }, ctx);
}
