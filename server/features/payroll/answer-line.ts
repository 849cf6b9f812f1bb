import type { AnswerPayLine } from '../../core/contract/my-pay.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { mayAnswer } from '../../core/pay/answer-window.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { LeadOpened } from '../complaints/index.ts';
import { addToLead, findLeads } from '../complaints/index.ts';
import { changedAnswer } from './answer-words.ts';
import { countAnswer } from './keep-answers.model.ts';
import { opensLead, openLeadOf } from './lead-of-line.ts';
import { changeLine } from './payroll-line.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord, StoredAnswer } from './payroll.record.ts';
import { findSheet } from './payroll-sheet.model.ts';
import { recordPayrollEvent, tellParties } from './record-payroll-event.ts';
import { tellLabourOfficers } from './tell-labour-officers.ts';

/** Everything that was ever said is kept; nobody changes his mind more often than this. */
const MOST_ANSWERS = 30;

/** May the worker still answer this line, or answer it otherwise? */
export async function canAnswer(line: PayrollLineRecord, ctx: Pick<Ctx, 'today'>): Promise<boolean> {
  const lead =
    line.complaintId === undefined ? undefined : (await findLeads([line.complaintId])).get(line.complaintId);
  const isSettled = lead?.state === 'answered';
  const { payMonth, standing } = line;
  const calendar = await loadCalendar(line.areaCode);
  return (
    line.answers.length < MOST_ANSWERS && mayAnswer({ payMonth, standing, isSettled }, ctx.today, calendar)
  );
}

/**
 * The worker's own word on his line, kept with all he said before; never taken from silence. Less, nothing and not-me
 * open a lead in the area's queue, once per line, and tell the general contractor's labour officer; what he says later
 * is told to the lead. Nothing said while the agreed pay day is not over is kept for the day after (openDueLeads). `find` looks for the line within what he may answer, `submission` is the object that was sent.
 */
export async function answerLine(
  find: () => Promise<PayrollLineRecord>,
  answer: AnswerPayLine,
  via: StoredAnswer['via'],
  ctx: Ctx,
): Promise<PayrollLineRecord> {
  return inTransaction(async () => {
    const line = await find();
    const sheet = await findSheet(line.sheetId);
    if (sheet === null) throw new Error('A payroll line without its sheet');
    if (!(await canAnswer(line, ctx))) throw new AppError('conflict', { state: sheet.state });
    checkAmount(line, answer);
    if (isSame(line.answer, answer) && !opensLead(line, sheet, answer, ctx)) return line;
    const lead = await leadOf(line, sheet, answer, ctx);
    const stored: StoredAnswer = { ...answer, at: ctx.now, via };
    const set = { answer: stored, ...(lead === null ? {} : { complaintId: lead.id }) };
    const changed = await changeLine(line, { set, answers: stored });
    if (changed === null) throw new AppError('staleVersion');
    await countAnswer(sheet, line.answer?.kind, answer.kind, toShanghaiDay(ctx.now.getTime()));
    const facts = {
      line: String(line._id),
      kind: answer.kind,
      was: line.answer?.kind,
      via,
      leadIsNew: lead?.isNew,
    };
    await recordPayrollEvent(sheet, 'answered', facts, ctx);
    if (answer.kind !== 'right' && lead !== null) await tellLabourOfficers(sheet, ctx);
    await tellParties(sheet);
    return changed;
  });
}

const isSame = (before: StoredAnswer | undefined, { kind, amountFen, note }: AnswerPayLine): boolean =>
  before !== undefined && before.kind === kind && before.amountFen === amountFen && before.note === note;

function checkAmount({ netFen }: PayrollLineRecord, { kind, amountFen }: AnswerPayLine): void {
  if (kind === 'less' && amountFen !== undefined && amountFen >= netFen)
    throw wrongField(
      'amountFen',
      '这个数不比工资表上的少；收到的一样多，请点“对”',
      'This is not less than the payroll says; if it is the same, answer that it is right',
    );
}

async function leadOf(
  line: PayrollLineRecord,
  sheet: PayrollSheetRecord,
  answer: AnswerPayLine,
  ctx: Ctx,
): Promise<LeadOpened | null> {
  if (line.complaintId !== undefined) return addToLead(String(line._id), changedAnswer(answer), ctx);
  return opensLead(line, sheet, answer, ctx) ? openLeadOf(line, sheet, answer, answer, ctx) : null;
}
