import type { NewLine } from './lines-of-rows.ts';
import { PayrollLines } from './payroll-line.model.ts';

/** So many go to the store at once: each portion is written as bytes in one go, and others want their turn. */
const PORTION = 100;

/** The lines of a new sheet, in the caller's transaction. They were built from checked rows, so the schema does not look again. */
export const insertLines = (sheetId: string, lines: readonly NewLine[]): Promise<void> =>
  insertLinesOf([{ sheetId, lines }]);

/** The lines of several new sheets. */
export async function insertLinesOf(
  sheets: readonly { sheetId: string; lines: readonly NewLine[] }[],
  atOnce = PORTION,
): Promise<void> {
  const all = sheets.flatMap(({ sheetId, lines }) => lines.map((line) => ({ line, sheetId })));
  for (let at = 0; at < all.length; at += atOnce) {
    const portion = all.slice(at, at + atOnce).map(({ line, sheetId }) => ({ ...line, sheetId }));
    await PayrollLines.insertMany(portion, { lean: true });
  }
}

/** So many rows are ended by one command: the store does nothing else meanwhile. */
const ENDED_AT_ONCE = 500;

/** Lines of a sheet another revision has taken the place of no longer count. */
export async function endLines(sheetId: string): Promise<void> {
  const last = await PayrollLines.findOne({ sheetId }, { row: 1 }).sort({ row: -1, _id: -1 }).lean();
  for (let from = 0; from <= (last?.row ?? -1); from += ENDED_AT_ONCE) {
    const row = { $gte: from, $lt: from + ENDED_AT_ONCE };
    await PayrollLines.updateMany({ sheetId, row }, { $set: { standing: false }, $inc: { version: 1 } });
  }
}
