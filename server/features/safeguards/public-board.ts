import type { PublicBoard } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import { findProjectByCode } from '../projects/index.ts';
import { boardContent } from './board-content.ts';
import { isBoardSignature } from './board-seal.ts';
import { findRecord } from './safeguards.model.ts';

/** What the signed QR of a board tells anybody: whether the board is ours, and no more than it says. @law REG-34-1 */
export async function publicBoard(code: string, signature: string, ctx: Ctx): Promise<PublicBoard> {
  const project = isBoardSignature(code, signature) ? await findProjectByCode(code) : null;
  if (project === null) return { genuine: false };
  const content = await boardContent(project, await findRecord(project.id), ctx.today);
  const { payDay, payDayIn, minimumWageMonthlyFen } = content;
  return {
    genuine: true,
    projectName: content.projectName,
    site: content.site,
    parties: content.parties,
    ...(payDay === undefined ? {} : { payDay }),
    ...(payDayIn === undefined ? {} : { payDayIn }),
    ...(minimumWageMonthlyFen === undefined ? {} : { minimumWageMonthlyFen }),
  };
}
