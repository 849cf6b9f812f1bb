import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import { fen } from '../../core/kit/money.ts';
import type { PayrollRow } from '../../core/pay/payroll-row.ts';
import { deductedFen } from '../../core/pay/payroll-row.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findCompanyRef } from '../companies/index.ts';
import { payOnOf } from '../safeguards/index.ts';
import { askWorkersLater } from './pay-ask.model.ts';
import type { CheckedPayroll } from './check-payroll.ts';
import { isBlocking } from './check-payroll.ts';
import type { NewLine } from './lines-of-rows.ts';
import { linesOf } from './lines-of-rows.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import { endLines, insertLines } from './payroll-lines-write.model.ts';
import type { FilingScope } from './payroll-scope.ts';
import type { PayrollHistory, PayrollSheetRecord } from './payroll.record.ts';
import { changeSheet, findStandingSheet, insertSheet } from './payroll-sheet.model.ts';
import { recordPayrollEvent, tellParties, whoActs } from './record-payroll-event.ts';
import { countNotices, keptOf } from './sheet-kept.ts';

/** Of the notices of a filed sheet so many are kept word for word; the count says how many there were. */
const KEPT_NOTICES = 200;

/**
 * Files one team's month: sheet, lines, history and event in one transaction; the workers hear of it by a job. A month
 * already on record gets a new revision and the old one stays readable; the same rows again change nothing, unless they
 * were sent back: then they are the answer to that. Refused once money is on its way: what was wrong is then back pay
 * of the next month.
 * @law REG-31-1
 */
export async function filePayroll(
  scope: FilingScope,
  checked: CheckedPayroll,
  source: PayrollSheetRecord['source'],
  ctx: Ctx,
): Promise<PayrollSheetRecord> {
  const blocking = checked.problems.filter(isBlocking).length;
  if (blocking > 0) throw new AppError('sheetBlocked', { count: blocking });
  const contentHash = hashOf(checked.rows);
  const payOn = await payOnOf(scope.projectId, scope.payMonth);
  const employer = await findCompanyRef(scope.team.employerId);
  const lines = await linesOf(scope, checked);
  return inTransaction(async () => {
    const before = await findStandingSheet(scope.teamId, scope.payMonth);
    if (before?.contentHash === contentHash && before.state !== 'returned') return before;
    const sheet = sheetOf(scope, checked, { source, contentHash, before, lines }, ctx);
    if (payOn !== null) Object.assign(sheet, { payOn: payOn.payOn, payOnProvisional: payOn.provisional });
    sheet.employerName = employer?.name ?? '';
    if (before !== null) await supersede(before, sheet, ctx);
    await insertSheet(sheet);
    await insertLines(String(sheet._id), lines);
    const { people, grossFen, netFen, revision, payMonth, teamId } = sheet;
    const facts = { teamId, payMonth, revision, people, grossFen, netFen, source };
    await recordPayrollEvent(sheet, 'filed', facts, ctx);
    await askWorkersLater({ sheetId: String(sheet._id), areaCode: sheet.areaCode, occasion: 'filed' }, ctx);
    await tellParties(sheet);
    return sheet;
  });
}

/** Who, whose card and how much, in the order of the sheet; of persons the blind indexes alone. */
function hashOf(rows: readonly PayrollRow[]): string {
  const hash = createHash('sha256');
  for (const { row: _, name, citizenId: _id, bankCard: _card, ...rest } of rows) {
    hash.update(JSON.stringify([name, rest]));
  }
  return hash.digest('hex');
}

async function supersede(before: PayrollSheetRecord, after: PayrollSheetRecord, ctx: Ctx): Promise<void> {
  if (!('revise' in PAYROLL_FLOW[before.state])) throw new AppError('payrollAlreadySent');
  const history: PayrollHistory = {
    ...{ action: 'revise', from: before.state, to: 'superseded', at: ctx.now, on: ctx.today },
    by: whoActs(ctx),
    facts: { revision: after.revision },
  };
  const supersededById = String(after._id);
  const set = { state: 'superseded', standing: false, supersededById };
  const ended = await changeSheet(before, { set, history });
  if (ended === null) throw new AppError('staleVersion');
  await endLines(String(before._id));
  await recordPayrollEvent(ended, 'revise', { from: before.state, supersededById }, ctx);
}

interface Basis {
  source: PayrollSheetRecord['source'];
  contentHash: string;
  before: PayrollSheetRecord | null;
  lines: readonly NewLine[];
}

function sheetOf(
  { project, team, payMonth }: FilingScope,
  { rows, problems }: CheckedPayroll,
  { source, contentHash, before, lines }: Basis,
  ctx: Ctx,
): PayrollSheetRecord {
  const notices: SheetProblem[] = problems.filter((one) => !isBlocking(one));
  const by = whoActs(ctx);
  const revision = (before?.revision ?? 0) + 1;
  const sum = (of: (row: PayrollRow) => number) => fen(rows.reduce((total, row) => total + of(row), 0));
  return {
    ...{ _id: new Types.ObjectId(), version: 1, revision, state: 'signing', standing: true },
    ...{ projectId: project.id, projectName: project.name, areaCode: project.areaCode },
    ...{ employerId: team.employerId, employerName: '', teamId: team.id, teamName: team.name, payMonth },
    ...{ source, contentHash },
    people: rows.length,
    grossFen: sum(({ grossFen }) => grossFen ?? 0),
    deductionsFen: sum((row) => row.advanceFen + deductedFen(row)),
    netFen: sum(({ netFen }) => netFen ?? 0),
    ...{ creditedFen: fen(0), sent: 0, credited: 0, bounced: 0 },
    answers: { right: 0, less: 0, nothing: 0, notMe: 0, unanswered: rows.length },
    notices: notices.slice(0, KEPT_NOTICES),
    noticeCount: notices.length,
    noticeRules: countNotices(notices),
    ...keptOf(lines),
    ...(before === null ? {} : { supersedesId: String(before._id) }),
    filedAt: ctx.now,
    filedOn: ctx.today,
    filedBy: { ...(ctx.actor.kind === 'user' ? { id: actorUserId(ctx) } : {}), name: by.name ?? 'system' },
    history: [
      {
        ...{ action: 'file', to: 'signing', at: ctx.now, on: ctx.today, by, cite: 'REG-31-1' },
        facts: { revision, people: rows.length },
      },
    ],
  };
}
