import { decide } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { refusedMove } from '../../platform/refused-move.ts';
import { employersSeen, positionOn } from '../projects/index.ts';
import type { PayrollStep } from './payroll.flow.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import { payrollRoles } from './payroll-roles.ts';
import type { PayrollHistory, PayrollSheetRecord } from './payroll.record.ts';
import type { SheetChange } from './payroll-sheet.model.ts';
import { changeSheet, findSheet } from './payroll-sheet.model.ts';
import { recordPayrollEvent, tellParties, whoActs } from './record-payroll-event.ts';

/** A sheet as its mover saw it. */
export interface SheetTarget {
  id: string;
  /** From If-Match; a neighbour feature that acts in its own transaction gives none. */
  version?: number;
}

/** What a use case adds to the bare move. */
export interface SheetMove {
  set?: Record<string, unknown>;
  unset?: Record<string, 1>;
  inc?: Record<string, number>;
  /** The mover's own words: in the history, never in the event. */
  reason?: string;
  facts?: Record<string, string | number | boolean>;
}

/** The sheet, when its project and its employer lie within what the reader may see; throws notFound otherwise. */
export async function getSheetRecord(id: string, ctx: Ctx): Promise<PayrollSheetRecord> {
  const sheet = await findSheet(id);
  if (sheet === null) throw new AppError('notFound');
  if (ctx.actor.kind === 'system') return sheet;
  const position = await positionOn(sheet.projectId, ctx);
  const seen = employersSeen(position);
  if (seen !== null && !position.isOwner && !seen.includes(sheet.employerId)) throw new AppError('notFound');
  return sheet;
}

/**
 * Every move of a sheet: open to this mover in this state, saved if nobody was faster, with its history and its event
 * in one transaction; office and companies see it at once.
 */
export async function movePayroll(
  { id, version }: SheetTarget,
  action: PayrollStep,
  given: Readonly<Record<string, unknown>>,
  ctx: Ctx,
  decideMove: (sheet: PayrollSheetRecord) => Promise<SheetMove> | SheetMove = () => ({}),
): Promise<PayrollSheetRecord> {
  return inTransaction(async () => {
    const sheet = await getSheetRecord(id, ctx);
    if (version !== undefined && version !== sheet.version) throw new AppError('staleVersion');
    const roles = await payrollRoles(sheet, await positionOn(sheet.projectId, ctx), ctx);
    const decided = decide(PAYROLL_FLOW, sheet, action, { roles }, ctx.today, given);
    if (!decided.ok) throw refusedMove(decided);
    const { reason, facts, ...change } = await decideMove(sheet);
    const history: PayrollHistory = {
      action,
      from: sheet.state,
      to: decided.to,
      at: ctx.now,
      on: ctx.today,
      by: whoActs(ctx),
      ...(reason === undefined ? {} : { reason }),
      ...(decided.cite === undefined ? {} : { cite: decided.cite }),
      ...(facts === undefined ? {} : { facts }),
    };
    return saveMove(sheet, { ...change, set: { ...change.set, state: decided.to }, history }, ctx);
  });
}

/** Saves what was decided; throws staleVersion when somebody was faster. */
export async function saveMove(
  sheet: PayrollSheetRecord,
  change: SheetChange & { history: PayrollHistory },
  ctx: Ctx,
): Promise<PayrollSheetRecord> {
  const changed = await changeSheet(sheet, change);
  if (changed === null) throw new AppError('staleVersion');
  const { action, from, to, cite, facts } = change.history;
  await recordPayrollEvent(changed, action, { from, to, cite, ...facts }, ctx);
  await tellParties(changed);
  return changed;
}
