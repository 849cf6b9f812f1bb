import type { ArrearsSheetView, TellArrears } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { markTold } from './line.model.ts';
import { getSheet, historyEntry, recordSheetEvent, requireSheet, tellScreens } from './sheet-reach.ts';
import { changeSheet } from './sheet.model.ts';
import { sheetView } from './sheet-view.ts';

/**
 * The office has told those whom no message told, by phone, letter or in person, and says how: from now on they are
 * waited for like everybody, until a day that lies ahead. Both sides may answer until then.
 */
export async function tellInPerson(
  id: string,
  version: number,
  { answerBy, reason }: TellArrears,
  ctx: Ctx,
): Promise<ArrearsSheetView> {
  return inTransaction(async () => {
    const found = await getSheet(id, ctx);
    const { sheet, record } = found;
    requireSheet(found, version, ['shown'], ctx);
    if ((sheet.untold ?? 0) === 0) throw new AppError('conflict', { state: sheet.state });
    if (answerBy <= ctx.today) throw wrongField('answerBy', '应晚于今天', 'Later than today');
    const told = await markTold(id);
    const history = historyEntry('tell', ctx, { reason, facts: { answerBy, told } });
    const changed = await changeSheet(sheet, { set: { answerBy, untold: 0 }, history });
    if (changed === null) throw new AppError('staleVersion');
    await recordSheetEvent(changed, 'arrearsTold', { answerBy, told }, ctx);
    tellScreens(changed);
    return sheetView({ sheet: changed, record }, ctx);
  });
}
