import type { ConfirmSheet, SheetCheckView } from '../../core/contract/sheet-checks.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { WorkbookFault } from '../../platform/workbooks/index.ts';
import { ownFileBytes } from '../files/index.ts';
import { checkWorkbook, foundIn } from './check-workbook.ts';
import type { CheckedSheet } from './check-workbook.ts';
import { moveCheck, replaceProblems } from './sheet-check.model.ts';
import type { SheetCheckRecord } from './sheet-check.model.ts';
import { getOwnCheck, sheetCheckView } from './sheet-check-view.ts';
import type { Scope } from './sheet-kinds.ts';
import { sheetKind } from './sheet-kinds.ts';
import { WORKBOOK_PURPOSES } from './start-sheet-check.ts';

/**
 * Stores a checked sheet, in one transaction and once: a second confirm answers what the first one made. The workbook is
 * read and checked again, because the roster may have changed since; what blocks now is shown and nothing is stored
 * where more rows would be left out than the sender agreed to.
 */
export async function confirmSheetCheck(
  id: string,
  { leaveOut = 0 }: ConfirmSheet,
  ctx: Ctx,
): Promise<SheetCheckView> {
  const check = await getOwnCheck(id, ctx);
  if (check.state === 'confirmed') return sheetCheckView(check, ctx);
  if (check.state !== 'checked') throw new AppError('conflict');
  const kind = sheetKind(check.kind);
  const scope = JSON.parse(check.scope) as Scope; // as startSheetCheck stored it
  const sheet = await checkAgain(check, scope, ctx);
  const found = foundIn(sheet);
  if (found.leaveOut === null || found.leaveOut > leaveOut) {
    await keepFindings(check, sheet);
    throw new AppError('sheetBlocked', { count: sheet.blocking });
  }
  await inTransaction(async () => {
    // First, so that of two confirms at once only one goes on.
    if (!(await moveCheck(check._id, 'checked', { state: 'confirmed', ...found }))) return;
    const source = { fileId: check.fileId, sha256: check.sha256, fileName: check.fileName };
    const made = await kind.confirm(sheet.storable, scope, sheet.findings, ctx, source);
    const result = found.leaveOut === 0 ? made : { ...made, leftOut: found.leaveOut };
    await moveCheck(check._id, 'confirmed', { result: JSON.stringify(result) });
    await replaceProblems(check, sheet.findings.problems);
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
  await inTransaction(async () => {
    if (await moveCheck(check._id, 'checked', foundIn(sheet)))
      await replaceProblems(check, sheet.findings.problems);
  });
}
