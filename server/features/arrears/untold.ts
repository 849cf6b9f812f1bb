import type { Ctx } from '../../platform/context.ts';
import { findWaitingKeys, onDelivered, onUndelivered } from '../../platform/outbox/index.ts';
import { countUnheard, markUntold } from './line.model.ts';
import { recordSheetEvent, tellScreens } from './sheet-reach.ts';
import { addToSheet, findSheet } from './sheet.model.ts';

/** The keys of the messages that show a sheet; a person's ends with the id of his claim. */
export const shownKey = (sheetId: string): string => `arrears:${sheetId}:shown:`;

/**
 * The text message that was to show somebody the sheet never reached him: he is one of those whom no message told. The
 * sheet's version stays, so that nobody who answers meanwhile is made stale by it.
 */
async function noteUntold(key: string, ctx: Ctx): Promise<void> {
  const [, sheetId = '', , claimId = ''] = key.split(':');
  const sheet = await findSheet(sheetId);
  if (sheet?.state !== 'shown') return;
  const untold = await markUntold(sheetId, [claimId]);
  if (untold === 0) return;
  await addToSheet(sheet._id, { inc: { untold } });
  await recordSheetEvent(sheet, 'arrearsUntold', { untold }, ctx);
  tellScreens(sheet);
}
onUndelivered('arrearsShownToWorker', noteUntold);

/** It did reach him, but only after the day until which he could answer: by that day nobody had told him. */
onDelivered('arrearsShownToWorker', async (key, ctx) => {
  const sheet = await findSheet(key.split(':')[1] ?? '');
  if (sheet?.answerBy !== undefined && sheet.answerBy < ctx.today) await noteUntold(key, ctx);
});

/** Open lines of people whose message has not gone out yet, because no gateway or no worker was there. */
export async function countNotYetTold(sheetId: string): Promise<number> {
  const prefix = shownKey(sheetId);
  const waiting = await findWaitingKeys(prefix, 'sms');
  if (waiting.length === 0) return 0;
  return countUnheard(sheetId, { claimId: { $in: waiting.map((key) => key.slice(prefix.length)) } });
}
