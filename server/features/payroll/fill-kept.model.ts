import { inTransaction } from '../../platform/db.ts';
import type { Step } from '../../platform/migrations/index.ts';
import { registerMigration } from '../../platform/migrations/index.ts';
import { touchProject } from '../../platform/touched-projects.ts';
import { pagesById } from '../../platform/walk-by-id.ts';
import { findLinesOfSheet } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';
import { countNotices, keptOf } from './sheet-kept.ts';

type Seen = Pick<PayrollSheetRecord, '_id' | 'projectId' | 'notices'> &
  Partial<Pick<PayrollSheetRecord, 'money'>>;

/** Sheets of before they kept how their money and answers stand: counted from their lines, a sheet at a time. */
export async function fillKept({ mark, keep }: Step): Promise<void> {
  for await (const page of pagesById<Pick<Seen, '_id' | 'money'>>(PayrollSheets, { money: 1 }, mark)) {
    let filled = 0;
    for (const { _id, money } of page)
      if (money === undefined) filled += Number(await inTransaction(() => fillSheet(_id)));
    await keep(String((page.at(-1) ?? page[0])._id), filled);
  }
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

registerMigration({ number: 1, name: 'payrollSheetsKept', run: fillKept });
