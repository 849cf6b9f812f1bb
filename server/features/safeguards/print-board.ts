import type { Buffer } from 'node:buffer';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { makePdf } from '../../platform/pdf/index.ts';
import { positionOn } from '../projects/index.ts';
import { boardContent, boardMissing } from './board-content.ts';
import { boardDocument } from './board-document.ts';
import { boardAddress, shortAddress } from './board-seal.ts';
import { findRecord } from './safeguards.model.ts';
import { writableParts } from './writable-parts.ts';

/**
 * The rights board as an A3 sheet, for those who answer for it. A board that would have to leave a field blank is not
 * printed: the answer names what is missing.
 * @law REG-34-1
 */
export async function printBoard(projectId: string, ctx: Ctx): Promise<{ pdf: Buffer; code: string }> {
  const position = await positionOn(projectId, ctx);
  if (!writableParts(position).includes('projectDepartment')) throw new AppError('forbidden');
  const { project } = position;
  const content = await boardContent(project, await findRecord(projectId), ctx.today);
  const missing = boardMissing(content);
  if (missing.length > 0)
    throw new AppError('boardIncomplete', {
      missing: missing.map(({ zh }) => zh).join('、'),
      missingEn: missing.map(({ en }) => en).join(', '),
    });
  const address = { signed: boardAddress(project.code), short: shortAddress(project.code) };
  const pdf = await makePdf(boardDocument(content, address, ctx.today));
  return { pdf, code: project.code };
}
