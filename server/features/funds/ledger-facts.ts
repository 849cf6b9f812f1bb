import type { MoneyPart } from '../../core/alerts/facts.ts';
import type { Fen } from '../../core/kit/money.ts';
import { addFen, fen, ZERO_FEN } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf, payMonthOf } from '../../core/kit/plain-date.ts';
import type { LedgerRecord } from './ledger.model.ts';
import { Ledgers } from './ledger.model.ts';
import type { RefusedOutflowRecord } from './refused-outflow.model.ts';
import { RefusedOutflows } from './refused-outflow.model.ts';
import { Transactions } from './transaction.model.ts';
import type { TransactionRecord } from './transaction.model.ts';

/** The wage account of one project and the labour cost that came into it, month by month. */
export interface LedgerFacts {
  money: MoneyPart;
  labourCost: Map<PayMonth, { receivedFen: Fen; receivedOn: PlainDate }>;
}

/**
 * The ledgers of these projects, what was refused and what labour cost came in between two months, in three queries.
 * Projects without a ledger are left out: of them nothing is known.
 */
export async function ledgerFactsOf(
  projectIds: readonly string[],
  from: PayMonth,
  to: PayMonth,
): Promise<Map<string, LedgerFacts>> {
  const theirs = { projectId: { $in: [...projectIds] } };
  const within = { $gte: firstDayOf(from), $lte: lastDayOf(to) };
  const ledgers: unknown = await Ledgers.find(theirs).lean();
  const facts = new Map<string, LedgerFacts>();
  for (const { projectId, balanceFen, lastInflowOn, lastOutflowOn } of ledgers as LedgerRecord[])
    facts.set(projectId, {
      money: {
        balanceFen,
        ...(lastInflowOn === undefined ? {} : { lastInflowOn }),
        ...(lastOutflowOn === undefined ? {} : { lastOutflowOn }),
        refusedOutflows: [],
      },
      labourCost: new Map(),
    });
  const inflows = { ...theirs, kind: 'labourCost' as const, on: within };
  const came: unknown = await Transactions.find(inflows, { projectId: 1, on: 1, amountFen: 1 }).lean();
  for (const { projectId, on, amountFen } of came as TransactionRecord[]) {
    const months = facts.get(projectId)?.labourCost;
    const before = months?.get(payMonthOf(on)) ?? { receivedFen: ZERO_FEN, receivedOn: on };
    months?.set(payMonthOf(on), {
      receivedFen: addFen(before.receivedFen, fen(amountFen)),
      receivedOn: on > before.receivedOn ? on : before.receivedOn,
    });
  }
  const refused: unknown = await RefusedOutflows.find(theirs, { projectId: 1, on: 1, amountFen: 1 })
    .sort({ _id: 1 })
    .lean();
  for (const { _id, projectId, on, amountFen } of refused as RefusedOutflowRecord[])
    if (on >= within.$gte)
      facts.get(projectId)?.money.refusedOutflows.push({ id: String(_id), on, amountFen });
  return facts;
}
