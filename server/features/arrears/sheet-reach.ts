import type { ArrearsAction } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db.ts';
import { publish } from '../../platform/realtime/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { caseActions, demandNotArchived, demandNotRecused, getCaseRecord } from '../cases/index.ts';
import { findSheet } from './sheet.model.ts';
import type { SheetHistory, SheetRecord } from './sheet.record.ts';

export interface SheetInCase {
  sheet: SheetRecord;
  record: CaseRecord;
}

/** The sheet with its case, when the case lies in the reader's area; throws notFound otherwise. */
export async function getSheet(id: string, ctx: Ctx): Promise<SheetInCase> {
  const sheet = await findSheet(id);
  if (sheet === null) throw new AppError('notFound');
  return { sheet, record: await getCaseRecord(sheet.caseId, ctx) };
}

/** May this reader change what the case claims now? The flow table of the case says so for the sheet, too. */
export const maySheet = (record: CaseRecord, ctx: Ctx): boolean =>
  caseActions(record, ctx).includes('editClaims');

/** Throws where the case is not open to it, or the reader is not one who may. */
export function requireOpenCase(record: CaseRecord, ctx: Ctx): void {
  demandNotRecused(record, ctx);
  demandNotArchived(record);
  if (maySheet(record, ctx)) return;
  const { state, pending } = record;
  throw new AppError('conflict', { state, ...(pending === undefined ? {} : { pending }) });
}

/** What the reader can do with the sheet. */
export function sheetActions({ sheet, record }: SheetInCase, ctx: Ctx): ArrearsAction[] {
  if (!maySheet(record, ctx)) return [];
  const open: Record<SheetRecord['state'], ArrearsAction[]> = {
    draft: ['edit', 'show', 'revise'],
    shown: [
      'edit',
      ...((sheet.untold ?? 0) > 0 ? (['tell'] as const) : []),
      ...(['markForWorker', 'markForEmployer', 'settle', 'revise'] as const),
    ],
    settled: ['revise'],
    superseded: [],
  };
  return open[sheet.state];
}

/** For a move of the sheet: open in this state, and as the reader has seen it. */
export function requireSheet(
  { sheet, record }: SheetInCase,
  version: number,
  states: readonly SheetRecord['state'][],
  ctx: Ctx,
): void {
  requireOpenCase(record, ctx);
  if (!states.includes(sheet.state)) throw new AppError('conflict', { state: sheet.state });
  if (sheet.version !== version) throw new AppError('staleVersion');
}

export function historyEntry(
  action: string,
  ctx: Ctx,
  more: Pick<SheetHistory, 'from' | 'to' | 'reason' | 'facts'> = {},
): SheetHistory {
  return { action, at: ctx.now, on: ctx.today, by: authorOf(ctx), ...more };
}

/** A worker who answers is never named in a history that others read; a company is said by its person's name. */
function authorOf({ actor }: Ctx): SheetHistory['by'] {
  if (actor.kind !== 'user') return { kind: actor.kind === 'system' ? 'system' : 'complainant' };
  const isWorker = actor.grants.every(({ role }) => role === 'worker');
  return isWorker ? { kind: 'complainant' } : { kind: 'staff', id: actor.userId, name: actor.name };
}

/** Adds to the chain of the case; facts are ids, days, sums and counts. */
export async function recordSheetEvent(
  { caseId, areaCode, _id, revision }: Pick<SheetRecord, 'caseId' | 'areaCode' | '_id' | 'revision'>,
  action: string,
  facts: Record<string, string | number | boolean>,
  ctx: Ctx,
): Promise<void> {
  const told = { sheetId: String(_id), revision, ...facts };
  await appendEvent({ subject: `case:${caseId}`, areaCode, action: `case.${action}`, facts: told }, ctx);
}

/** Screens of the office fetch again, through their own limits. */
export function tellScreens({ caseId, officeCode }: Pick<SheetRecord, 'caseId' | 'officeCode'>): void {
  afterCommit(() => publish(`area:${officeCode}`, 'caseChanged', { type: 'caseChanged', id: caseId }));
}
