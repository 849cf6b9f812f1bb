import type { DemandStanding } from '../../core/contract/matters.ts';
import type { Page } from '../../core/contract/page.ts';
import { currentDue } from '../../core/law/deadline.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCaseRecord } from '../cases/index.ts';
import { fileViews } from '../files/index.ts';
import { demandDeadline, standingOf } from './demand-standing.ts';
import { proofsOfCases } from './proof.model.ts';

/** What came to each demand of a case, when, late or not, and what is missing: for the staff who see the case. */
export async function listProofs(caseId: string, ctx: Ctx): Promise<Page<DemandStanding>> {
  const { proceedings = [] } = await getCaseRecord(caseId, ctx);
  const proofs = await proofsOfCases([caseId]);
  const files = new Map(
    (await fileViews(proofs.flatMap(({ fileIds }) => fileIds))).map((file) => [file.id, file]),
  );
  const items = proceedings
    .filter(({ kind }) => kind === 'proofDemand')
    .map((demand): DemandStanding => ({
      demandId: demand.id,
      addresseeName: demand.addressee?.name ?? '',
      isOnRecord: demand.addressee?.companyId !== undefined,
      dueOn: currentDue(demandDeadline(demand)),
      documents: standingOf(demand, proofs, files).map((one) => ({
        ...one,
        isMissing: one.sent.length === 0,
      })),
    }));
  return { items, nextCursor: null, total: items.length };
}
