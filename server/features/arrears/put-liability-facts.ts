import type { LiabilityView, PutLiabilityFacts } from '../../core/contract/liability.ts';
import { LIABILITY_FACTS } from '../../core/contract/liability.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { caseActions, getCaseRecord } from '../cases/index.ts';
import { liabilityView } from './get-liability.ts';
import type { LiabilityAnswers } from './liability-facts.model.ts';
import { findAnswers, writeAnswers } from './liability-facts.model.ts';

/** The inspector answers what the records do not say; null takes an answer back. The same again changes nothing. */
export async function putLiabilityFacts(
  caseId: string,
  { answers, ownerUnpaidFen }: PutLiabilityFacts,
  ctx: Ctx,
): Promise<LiabilityView> {
  return inTransaction(async () => {
    const record = await getCaseRecord(caseId, ctx);
    if (!caseActions(record, ctx).includes('edit')) throw new AppError('conflict', { state: record.state });
    const before = await findAnswers(caseId);
    const next: LiabilityAnswers['answers'] = {};
    for (const id of LIABILITY_FACTS) {
      const value = answers[id] === undefined ? before?.answers[id] : answers[id];
      if (value !== null && value !== undefined) next[id] = value;
    }
    const unpaid = ownerUnpaidFen === undefined ? before?.ownerUnpaidFen : (ownerUnpaidFen ?? undefined);
    const content = { caseId, answers: next, ...(unpaid === undefined ? {} : { ownerUnpaidFen: unpaid }) };
    const written = await writeAnswers(before, content);
    if (written === null) throw new AppError('staleVersion');
    const facts = { known: Object.keys(next).sort().join(' ') };
    const subject = `case:${caseId}` as const;
    await appendEvent({ subject, areaCode: record.areaCode, action: 'case.liabilityFacts', facts }, ctx);
    return liabilityView(record, written, ctx);
  });
}
