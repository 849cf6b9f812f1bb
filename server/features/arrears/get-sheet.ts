import type { ArrearsSheetView } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCaseRecord } from '../cases/index.ts';
import { findSheetOfCase } from './sheet.model.ts';
import { sheetView } from './sheet-view.ts';

/** The newest arrears sheet of a case, or the revision asked for; not found before the first. */
export async function getSheetOfCase(
  caseId: string,
  { revision }: { revision?: number },
  ctx: Ctx,
): Promise<ArrearsSheetView> {
  const record = await getCaseRecord(caseId, ctx);
  const sheet = await findSheetOfCase(caseId, revision);
  if (sheet === null) throw new AppError('notFound');
  return sheetView({ sheet, record }, ctx);
}
