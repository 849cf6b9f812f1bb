import type { CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { caseView } from './case-view.ts';
import { getCaseRecord } from './move-case.ts';

/** One case, when it lies in the reader's area. */
export async function getCase(id: string, ctx: Ctx): Promise<CaseView> {
  return caseView(await getCaseRecord(id, ctx), ctx);
}
