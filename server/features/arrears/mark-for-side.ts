import type { ArrearsSheetView, MarkForSide } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findLines } from './line.model.ts';
import { markLines } from './mark-lines.ts';
import { getSheet, requireSheet } from './sheet-reach.ts';
import { sheetView } from './sheet-view.ts';

/** What a side said at the counter, written down by the inspector in its presence. */
export async function markForSide(
  id: string,
  version: number,
  { side, lineIds, ...input }: MarkForSide,
  ctx: Ctx,
): Promise<ArrearsSheetView> {
  return inTransaction(async () => {
    const found = await getSheet(id, ctx);
    requireSheet(found, version, ['shown'], ctx);
    const lines = await findLines(id, lineIds);
    if (lines.length !== lineIds.length) throw new AppError('notFound');
    const name = ctx.actor.kind === 'user' ? ctx.actor.name : '';
    await markLines(found.sheet, lines, input, { side, recordedBy: name }, ctx);
    return sheetView(await getSheet(id, ctx), ctx);
  });
}
