import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { opensLead, openLeadOf } from './lead-of-line.ts';
import { asLines, changeLine, findLine, PayrollLines } from './payroll-line.model.ts';
import { findSheet, PayrollSheets } from './payroll-sheet.model.ts';
import { recordPayrollEvent, tellParties } from './record-payroll-event.ts';
import { tellLabourOfficers } from './tell-labour-officers.ts';

/**
 * Workers who said before the agreed pay day that nothing had arrived: the day is over, no bank credited them, and they
 * still say so. Their word becomes the lead it would have become today, once per line; may be ended at any line and run
 * again, and makes up for days it did not run.
 * @law REG-14-2
 */
export async function openDueLeads(ctx: Ctx, signal?: AbortSignal): Promise<{ opened: number }> {
  let opened = 0;
  for (const sheetId of await sheetsDue(ctx))
    for (const lineId of await linesKept(sheetId)) {
      if (signal?.aborted === true) return { opened };
      opened += Number(await inTransaction(() => openOne(lineId, ctx)));
    }
  return { opened };
}

/** Sheets past their pay day with wages unpaid and somebody who got nothing (index payOn of unpaid sheets). */
async function sheetsDue({ today }: Pick<Ctx, 'today'>): Promise<string[]> {
  const late = { standing: true, 'money.shortFen': { $gt: 0 }, payOn: { $lt: today } };
  const said = { ...late, 'answers.nothing': { $gt: 0 } };
  return (await PayrollSheets.find(said, { _id: 1 }).lean()).map(({ _id }) => String(_id));
}

/** Of one sheet those whose word is kept and has no lead (index sheetId+row). */
async function linesKept(sheetId: string): Promise<string[]> {
  const kept = { sheetId, 'answer.kind': 'nothing' as const, complaintId: { $exists: false } };
  const found = asLines(await PayrollLines.find(kept, { 'bank.state': 1 }).lean());
  return found.filter(({ bank }) => bank.state !== 'credited').map(({ _id }) => String(_id));
}

/** Read anew: he may have said something else meanwhile, or the bank. */
async function openOne(lineId: string, ctx: Ctx): Promise<boolean> {
  const line = await findLine(lineId);
  const { answer } = line ?? {};
  if (line?.standing !== true || answer?.kind !== 'nothing' || line.bank.state === 'credited') return false;
  const sheet = await findSheet(line.sheetId);
  if (sheet === null || !opensLead(line, sheet, answer, ctx)) return false;
  const lead = await openLeadOf(line, sheet, answer, answer, ctx);
  const changed = await changeLine(line, { set: { complaintId: lead.id } });
  if (changed === null) return false;
  await recordPayrollEvent(sheet, 'leadOpened', { line: lineId, leadIsNew: lead.isNew }, ctx);
  await tellLabourOfficers(sheet, ctx);
  await tellParties(sheet);
  return true;
}
