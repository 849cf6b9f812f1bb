import type { AnswerPayLine } from '../../core/contract/my-pay.ts';
import { fen, subtractFen, ZERO_FEN } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { mayAnswer } from '../../core/pay/answer-window.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { LeadOpened } from '../complaints/index.ts';
import { addToLead, findLeads, openLead } from '../complaints/index.ts';
import { openEnrolments } from '../roster/index.ts';
import { changedAnswer, leadStory } from './answer-words.ts';
import { countAnswer } from './keep-answers.model.ts';
import { changeLine, lineSecrets } from './payroll-line.model.ts';
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
 * is told to the lead. `find` looks for the line within what he may answer, `submission` is the object that was sent.
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
    if (isSame(line.answer, answer)) return line;
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
    if (answer.kind !== 'right') await tellLabourOfficers(sheet, ctx);
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
  const payLineId = String(line._id);
  if (line.complaintId !== undefined) return addToLead(payLineId, changedAnswer(answer), ctx);
  if (answer.kind === 'right') return null;
  const { areaCode, projectId, employerId, payMonth } = line;
  const lead = {
    ...{ payLineId, areaCode, projectId, employerId, payMonth },
    complainant: await complainantOf(line),
    owedFen: owedFen(line.netFen, answer),
    story: leadStory(line, sheet, answer),
  };
  return openLead(lead, answer, ctx);
}

/** What he lacks by his own word; somebody who never worked there is owed nothing. */
function owedFen(netFen: Fen, { kind, amountFen }: AnswerPayLine): Fen {
  if (kind === 'notMe') return ZERO_FEN;
  return subtractFen(netFen, kind === 'less' ? fen(amountFen ?? 0) : ZERO_FEN);
}

/** By the roster as it is today, so that the office reaches him; else as he was filed. */
async function complainantOf(
  line: PayrollLineRecord,
): Promise<{ name: string; phone?: string; citizenId?: string }> {
  const [person] = line.enrolmentId === undefined ? [] : await openEnrolments([line.enrolmentId]);
  const filed = lineSecrets.openFields(line);
  const phone = person?.phone ?? filed.phone;
  const citizenId = filed.citizenId ?? person?.citizenId;
  return {
    name: line.workerName,
    ...(phone === undefined ? {} : { phone }),
    ...(citizenId === undefined ? {} : { citizenId }),
  };
}
