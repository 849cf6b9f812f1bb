import type { SheetCheckView } from '../../core/contract/sheet-checks.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { WorkbookFault } from '../../platform/workbooks/index.ts';
import { ownFileBytes } from '../files/index.ts';
import { checkWorkbook } from './check-workbook.ts';
import type { CheckedSheet } from './check-workbook.ts';
import { moveCheck, storeProblems } from './sheet-check.model.ts';
import type { SheetCheckRecord } from './sheet-check.model.ts';
import { getOwnCheck, sheetCheckView } from './sheet-check-view.ts';
import type { Scope } from './sheet-kinds.ts';
import { sheetKind } from './sheet-kinds.ts';
import { WORKBOOK_PURPOSES } from './start-sheet-check.ts';

/**
 * Stores a checked sheet, in one transaction and once: a second confirm answers what the first one made. The workbook is
 * read and checked again, because the roster may have changed since; what blocks now is shown and nothing is stored.
 */
export async function confirmSheetCheck(id: string, ctx: Ctx): Promise<SheetCheckView> {
  const check = await getOwnCheck(id, ctx);
  if (check.state === 'confirmed') return sheetCheckView(check, ctx);
  if (check.state !== 'checked') throw new AppError('conflict');
  const kind = sheetKind(check.kind);
  const scope = JSON.parse(check.scope) as Scope; // as startSheetCheck stored it
  const sheet = await checkAgain(check, scope, ctx);
  if (sheet.blocking > 0) {
    await keepFindings(check, sheet);
    throw new AppError('sheetBlocked', { count: sheet.blocking });
  }
  await inTransaction(async () => {
    // First, so that of two confirms at once only one goes on.
    const { notices, rules } = sheet;
    const set = { state: 'confirmed' as const, rows: sheet.rows.length, notices, rules, blocking: 0 };
    if (!(await moveCheck(check._id, 'checked', set))) return;
    const source = { fileId: check.fileId, sha256: check.sha256, fileName: check.fileName };
    const result = await kind.confirm(sheet.rows, scope, sheet.findings, ctx, source);
    await moveCheck(check._id, 'confirmed', { result: JSON.stringify(result) });
    await storeProblems(check, sheet.findings.problems);
  });
  return sheetCheckView(await getOwnCheck(id, ctx), ctx);
}

async function checkAgain(check: SheetCheckRecord, scope: Scope, ctx: Ctx): Promise<CheckedSheet> {
  const file = await ownFileBytes(check.fileId, WORKBOOK_PURPOSES, ctx);
  if (file.sha256 !== check.sha256) throw new AppError('sheetGone');
  try {
    return await checkWorkbook(sheetKind(check.kind), file.bytes, scope, ctx);
  } catch (error) {
    throw error instanceof WorkbookFault ? new AppError('sheetGone') : error;
  }
}

async function keepFindings(check: SheetCheckRecord, sheet: CheckedSheet): Promise<void> {
  const { blocking, notices, rules, findings } = sheet;
  await inTransaction(async () => {
    if (await moveCheck(check._id, 'checked', { blocking, notices, rules, rows: sheet.rows.length }))
      await storeProblems(check, findings.problems);
  });
}
