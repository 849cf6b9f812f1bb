import type { ArrearsSheetView, ShowArrears } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getSheet, historyEntry, recordSheetEvent, requireSheet, tellScreens } from './sheet-reach.ts';
import { markUntold } from './line.model.ts';
import { changeSheet } from './sheet.model.ts';
import { sheetView } from './sheet-view.ts';
import { tellSides } from './tell-sides.ts';

/**
 * Both sides are shown the sheet and told until when they may answer. Silence is neither agreed nor disputed, so the day
 * only ends the wait, and not for those whom no message told. Showing it again to the same day changes nothing.
 */
export async function showSheet(
  id: string,
  version: number,
  { answerBy }: ShowArrears,
  ctx: Ctx,
): Promise<ArrearsSheetView> {
  return inTransaction(async () => {
    const found = await getSheet(id, ctx);
    const { sheet, record } = found;
    if (sheet.state === 'shown' && sheet.answerBy === answerBy) return sheetView(found, ctx);
    requireSheet(found, version, ['draft'], ctx);
    if (answerBy <= ctx.today) throw wrongField('answerBy', '应晚于今天', 'Later than today');
    const untold = await markUntold(id, await tellSides(sheet, record, answerBy, ctx));
    const set = { state: 'shown' as const, wasShown: true, shownOn: ctx.today, answerBy, untold };
    const facts = { answerBy, ...(untold === 0 ? {} : { untold }) };
    const history = historyEntry('show', ctx, { from: 'draft', to: 'shown', facts });
    const shown = await changeSheet(sheet, { set, history });
    if (shown === null) throw new AppError('staleVersion');
    await recordSheetEvent(shown, 'arrearsShown', facts, ctx);
    tellScreens(shown);
    return sheetView({ sheet: shown, record }, ctx);
  });
}
