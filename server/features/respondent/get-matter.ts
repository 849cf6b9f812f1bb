import type { MatterView } from '../../core/contract/matters.ts';
import type { Ctx } from '../../platform/context.ts';
import type { DocumentBytes } from '../documents/index.ts';
import { servedPaperBytes } from '../documents/index.ts';
import { matterView } from './matter-view.ts';
import { getOwnMatter } from './own-matters.ts';

/** What was served on the reader's company in this case. */
export async function getMatter(caseId: string, ctx: Ctx): Promise<MatterView> {
  const { matter } = await getOwnMatter(caseId, ctx);
  return matterView(matter, ctx);
}

/** A paper that was served on the company, as it was issued; a paper of others is not there. */
export async function getServedPaper(caseId: string, paperId: string, ctx: Ctx): Promise<DocumentBytes> {
  const { companyIds } = await getOwnMatter(caseId, ctx);
  return servedPaperBytes(paperId, caseId, companyIds, ctx.today);
}
