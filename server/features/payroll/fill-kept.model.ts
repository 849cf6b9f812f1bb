import { inTransaction } from '../../platform/db.ts';
import { registerStoreFill } from '../../platform/store-fills.ts';
import { touchProject } from '../../platform/touched-projects.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { findLinesOfSheet } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';
import { countNotices, keptOf } from './sheet-kept.ts';

type Seen = Pick<PayrollSheetRecord, '_id' | 'projectId' | 'notices'> &
  Partial<Pick<PayrollSheetRecord, 'money'>>;

/** Sheets of before they kept how their money and answers stand: counted from their lines, a sheet at a time. */
export async function fillKept(): Promise<number> {
  let filled = 0;
  for await (const sheet of walkById<Pick<Seen, '_id' | 'money'>>(PayrollSheets, { money: 1 }))
    if (sheet.money === undefined) filled += Number(await inTransaction(() => fillSheet(sheet._id)));
  return filled;
}

/** False where somebody else filled it in between. */
async function fillSheet(_id: Seen['_id']): Promise<boolean> {
  const empty = { _id, money: { $exists: false } };
  const found: unknown = await PayrollSheets.findOne(empty, { projectId: 1, notices: 1 }).lean();
  const sheet = found as Seen | null; // a lean document with the fields asked for
  if (sheet === null) return false;
  // The notices are kept up to a limit: of very many only those are counted.
  const kept = { ...keptOf(await findLinesOfSheet(String(_id))), noticeRules: countNotices(sheet.notices) };
  await PayrollSheets.updateOne(empty, { $set: kept });
  await touchProject(sheet.projectId);
  return true;
}

registerStoreFill({ name: 'payrollSheetsKept', run: fillKept });
