import { Types } from 'mongoose';
import type { PayAnswer, PayrollState } from '../../core/contract/payroll.ts';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen, subtractFen, sumFen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { startOfShanghaiDay } from '../../core/kit/plain-date.ts';
import type { NewEvent } from '../../platform/audit/index.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { RosterPerson, TeamRef } from '../roster/index.ts';
import { lineSecrets } from './payroll-line.model.ts';
import { insertLinesOf } from './payroll-lines-write.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord, StoredBank } from './payroll.record.ts';
import { insertSheets } from './payroll-sheet.model.ts';
import { countNotices, keptOf } from './sheet-kept.ts';

/** One person's month as it is laid: what was filed, what the bank did with it, what the worker says. */
export interface LaidLine {
  person: RosterPerson;
  daysHundredths: number;
  attendedHundredths?: number;
  piecesHundredths?: number;
  grossFen: Fen;
  advanceFen: Fen;
  bank: StoredBank;
  answer?: { kind: PayAnswer; amountFen?: Fen; on: PlainDate };
  /** Asked whether the card is in his own hand, and what he said where he did. */
  card?: { inHand?: boolean; on: PlainDate };
}
export interface LaidPayroll {
  project: { id: string; name: string };
  team: TeamRef;
  employerName: string;
  payMonth: PayMonth;
  payOn?: PlainDate;
  filedOn: PlainDate;
  state: PayrollState;
  lines: readonly LaidLine[];
  /** What the checks would have said of them. */
  notices?: readonly SheetProblem[];
}

const NO_FEN = fen(0);
const NOTHING: PayrollLineRecord['deductions'] = {
  ...{ incomeTax: NO_FEN, socialInsurance: NO_FEN, courtOrdered: NO_FEN, damage: NO_FEN, other: NO_FEN },
};
const OFFICE_OPENS_MS = 10 * 3_600_000;
const momentOn = (day: PlainDate): Date => new Date(startOfShanghaiDay(day) + OFFICE_OPENS_MS);

/** A month as it was laid: its lines in the order they were given in. */
export interface LaidSheet {
  sheetId: string;
  lineIds: string[];
}

/**
 * Lays months of one or several teams as they came to stand, for seeds and benches: no checks, no messages, one event
 * for all of a team. Must run in a transaction. The doors file months one by one and go through every rule; this is not
 * for them.
 */
export async function layPayrolls(months: readonly LaidPayroll[], ctx: Ctx): Promise<LaidSheet[]> {
  if (months.length === 0) return [];
  const sealers = new Map<RosterPerson, Sealer>();
  const laid = months.map((month) => {
    const lines = month.lines.map((line, at) => lineOf(month, line, at + 2, sealerOf(line.person, sealers)));
    return { team: month.team, sheet: sheetOf(month, lines), lines };
  });
  await insertSheets(laid.map(({ sheet }) => sheet));
  await insertLinesOf(
    laid.map(({ sheet, lines }) => ({ sheetId: String(sheet._id), lines })),
    LAID_AT_ONCE,
  );
  const teams = new Map(months.map(({ team }) => [team.id, team]));
  const events = [...teams.values()].map(({ id, areaCode }): NewEvent => {
    const sheets = laid.filter(({ team }) => team.id === id).map(({ sheet }) => String(sheet._id));
    return { subject: `team:${id}`, areaCode, action: 'team.payrollsLaid', facts: { sheets } };
  });
  await appendEvents(events, ctx);
  return laid.map(({ sheet, lines }) => ({
    sheetId: String(sheet._id),
    lineIds: lines.map(({ _id }) => String(_id)),
  }));
}

/** Nobody waits beside a seed for his turn, as he would beside a sheet that is filed. */
const LAID_AT_ONCE = 1000;
type Sealer = ReturnType<typeof lineSecrets.sealer>;

/** A person's numbers are the same on every line of his. */
function sealerOf(person: RosterPerson, known: Map<RosterPerson, Sealer>): Sealer {
  const { citizenId, phone, bankCard } = person;
  const sealer = known.get(person) ?? lineSecrets.sealer({ citizenId, phone, bankCard });
  known.set(person, sealer);
  return sealer;
}

function sheetOf(
  laid: LaidPayroll,
  lines: readonly Omit<PayrollLineRecord, 'sheetId'>[],
): PayrollSheetRecord {
  const { project, team, payMonth, filedOn, state, notices = [] } = laid;
  const _id = new Types.ObjectId();
  const credited = lines.filter(({ bank }) => bank.state === 'credited');
  const count = (kind: PayAnswer): number => lines.filter(({ answer }) => answer?.kind === kind).length;
  const inState = (one: StoredBank['state']): number => lines.filter(({ bank }) => bank.state === one).length;
  const filedAt = momentOn(filedOn);
  const moved = { at: filedAt, on: filedOn, by: { kind: 'system' as const } };
  return {
    ...{ _id, version: 1, projectId: project.id, projectName: project.name, areaCode: team.areaCode },
    ...{ employerId: team.employerId, employerName: laid.employerName, teamId: team.id, teamName: team.name },
    ...{ payMonth, revision: 1, state, standing: true, source: 'workbook', contentHash: String(_id) },
    ...(laid.payOn === undefined ? {} : { payOn: laid.payOn }),
    people: lines.length,
    grossFen: sumFen(lines.map(({ grossFen }) => grossFen)),
    deductionsFen: sumFen(lines.map(({ grossFen, netFen }) => subtractFen(grossFen, netFen))),
    netFen: sumFen(lines.map(({ netFen }) => netFen)),
    creditedFen: sumFen(credited.map(({ bank }) => bank.amountFen ?? fen(0))),
    sent: lines.length - inState('none'),
    credited: credited.length,
    bounced: inState('bounced'),
    answers: {
      ...{ right: count('right'), less: count('less'), nothing: count('nothing'), notMe: count('notMe') },
      unanswered: lines.filter(({ answer }) => answer === undefined).length,
    },
    ...keptOf(lines),
    ...{ notices: [...notices], noticeCount: notices.length, noticeRules: countNotices(notices) },
    ...{ filedAt, filedOn, filedBy: { name: '演示数据' } },
    history: [
      { action: 'file', to: 'signing', ...moved },
      ...(state === 'signing' || state === 'returned' ? [] : [{ action: 'laid', to: state, ...moved }]),
    ],
  };
}

/** Written out field by field: a year of a county has three quarters of a million lines. */
function lineOf(
  { team, project, payMonth }: LaidPayroll,
  laid: LaidLine,
  row: number,
  seal: Sealer,
): Omit<PayrollLineRecord, 'sheetId'> {
  const { person, daysHundredths, attendedHundredths, piecesHundredths, grossFen, advanceFen } = laid;
  const _id = new Types.ObjectId();
  const line: Omit<PayrollLineRecord, 'sheetId'> = {
    _id,
    version: 1,
    projectId: project.id,
    areaCode: team.areaCode,
    employerId: team.employerId,
    teamId: team.id,
    payMonth,
    standing: true,
    row,
    workerId: person.workerId,
    enrolmentId: person.enrolmentId,
    workerName: person.name,
    workType: person.workType,
    payKind: person.payKind,
    daysHundredths,
    overtimeFen: NO_FEN,
    allowancesFen: NO_FEN,
    backPayFen: NO_FEN,
    grossFen,
    advanceFen,
    deductions: NOTHING,
    netFen: fen(grossFen - advanceFen),
    isSigned: true,
    answers: [],
    bank: laid.bank,
  };
  if (person.bankName !== undefined) line.bankName = person.bankName;
  if (attendedHundredths !== undefined) line.attendedHundredths = attendedHundredths;
  if (person.dayRateFen !== undefined) line.dayRateFen = person.dayRateFen;
  if (piecesHundredths !== undefined) line.piecesHundredths = piecesHundredths;
  if (person.piecePriceFen !== undefined) line.piecePriceFen = person.piecePriceFen;
  if (laid.answer !== undefined) {
    line.answer = storedAnswer(laid.answer);
    line.answers = [line.answer];
  }
  if (laid.card !== undefined) line.cardQuestion = storedCard(laid.card);
  return Object.assign(line, seal(_id));
}

function storedAnswer({ kind, amountFen, on }: NonNullable<LaidLine['answer']>) {
  const amount = amountFen === undefined ? {} : { amountFen };
  return { kind, ...amount, at: momentOn(on), via: 'phone' as const };
}

function storedCard({ inHand, on }: NonNullable<LaidLine['card']>) {
  const at = momentOn(on);
  return inHand === undefined ? { askedAt: at } : { askedAt: at, inHand, answeredAt: at };
}
