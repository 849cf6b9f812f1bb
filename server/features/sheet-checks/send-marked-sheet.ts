import type { Response } from 'express';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { contentDisposition } from '../../platform/files/index.ts';
import { WorkbookFault, markSheet } from '../../platform/workbooks/index.ts';
import { ownFileBytes } from '../files/index.ts';
import { MAX_KEPT, findProblems } from './sheet-check.model.ts';
import { getOwnCheck } from './sheet-check-view.ts';
import type { Scope } from './sheet-kinds.ts';
import { columnsOf, sheetKind } from './sheet-kinds.ts';
import { WORKBOOK_PURPOSES } from './start-sheet-check.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sender's own workbook with the faulty cells coloured and a column that says why. */
export async function sendMarkedSheet(id: string, ctx: Ctx, res: Response): Promise<void> {
  const check = await getOwnCheck(id, ctx);
  if (check.state !== 'checked' && check.state !== 'confirmed') throw new AppError('conflict');
  const file = await ownFileBytes(check.fileId, WORKBOOK_PURPOSES, ctx);
  if (file.sha256 !== check.sha256) throw new AppError('sheetGone');
  const columns = columnsOf(sheetKind(check.kind), JSON.parse(check.scope) as Scope); // as stored
  const problems = await findProblems(check._id, 0, MAX_KEPT);
  const marked = await markSheet(file.bytes, columns, problems).catch((error: unknown) => {
    throw error instanceof WorkbookFault ? new AppError('sheetGone') : error;
  });
  res.set({
    'content-type': XLSX,
    'content-disposition': contentDisposition('attachment', markedName(file.name)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.send(Buffer.from(marked.buffer, marked.byteOffset, marked.byteLength));
}

const markedName = (name: string): string => `${name.replace(/\.xlsx$/iu, '').slice(0, 180)}-问题.xlsx`;
