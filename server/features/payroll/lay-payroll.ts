import { Types } from 'mongoose';
import type { PayAnswer, PayrollState } from '../../core/contract/payroll.ts';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen, sumFen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { startOfShanghaiDay } from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
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

const NOTHING = { incomeTax: 0, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 };
const OFFICE_OPENS_MS = 10 * 3_600_000;
const momentOn = (day: PlainDate): Date => new Date(startOfShanghaiDay(day) + OFFICE_OPENS_MS);

/** A month as it was laid: its lines in the order they were given in. */
export interface LaidSheet {
  sheetId: string;
  lineIds: string[];
}

/**
 * Lays the months of one team as they came to stand, for seeds and benches: no checks, no messages, one event for all of
 * them. Must run in a transaction. The doors file months one by one and go through every rule; this is not for them.
 */
export async function layPayrolls(months: readonly LaidPayroll[], ctx: Ctx): Promise<LaidSheet[]> {
  const [first] = months;
  if (first === undefined) return [];
  const laid = months.map((month) => {
    const lines = month.lines.map((line, at) => lineOf(month, line, at + 2));
    return { sheet: sheetOf(month, lines), lines };
  });
  await insertSheets(laid.map(({ sheet }) => sheet));
  await insertLinesOf(laid.map(({ sheet, lines }) => ({ sheetId: String(sheet._id), lines })));
  const { id, areaCode } = first.team;
  const facts = { sheets: laid.map(({ sheet }) => String(sheet._id)) };
  await appendEvent({ subject: `team:${id}`, areaCode, action: 'team.payrollsLaid', facts }, ctx);
  return laid.map(({ sheet, lines }) => ({
    sheetId: String(sheet._id),
    lineIds: lines.map(({ _id }) => String(_id)),
  }));
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
    deductionsFen: fen(0),
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

function lineOf(
  { team, project, payMonth }: LaidPayroll,
  line: LaidLine,
  row: number,
): Omit<PayrollLineRecord, 'sheetId'> {
  const { person, daysHundredths, attendedHundredths, piecesHundredths, grossFen, advanceFen, bank, answer } =
    line;
  const _id = new Types.ObjectId();
  const { workerId, enrolmentId, name, citizenId, phone, bankCard, bankName, workType, payKind } = person;
  const said = answer === undefined ? undefined : storedAnswer(answer);
  return {
    ...{ _id, version: 1, projectId: project.id, areaCode: team.areaCode, employerId: team.employerId },
    ...{ teamId: team.id, payMonth, standing: true, row, workerId, enrolmentId, workerName: name },
    ...lineSecrets.sealFields(_id, { citizenId, phone, bankCard }),
    ...(bankName === undefined ? {} : { bankName }),
    ...{ workType, payKind, daysHundredths },
    ...(attendedHundredths === undefined ? {} : { attendedHundredths }),
    ...(person.dayRateFen === undefined ? {} : { dayRateFen: person.dayRateFen }),
    ...(piecesHundredths === undefined ? {} : { piecesHundredths }),
    ...(person.piecePriceFen === undefined ? {} : { piecePriceFen: person.piecePriceFen }),
    ...{ overtimeFen: fen(0), allowancesFen: fen(0), backPayFen: fen(0), grossFen, advanceFen },
    deductions: mapFen(NOTHING),
    netFen: fen(grossFen - advanceFen),
    isSigned: true,
    ...(said === undefined ? { answers: [] } : { answer: said, answers: [said] }),
    bank,
  };
}

const mapFen = (sums: typeof NOTHING): PayrollLineRecord['deductions'] => {
  const { incomeTax, socialInsurance, courtOrdered, damage, other } = sums;
  return {
    ...{ incomeTax: fen(incomeTax), socialInsurance: fen(socialInsurance), courtOrdered: fen(courtOrdered) },
    ...{ damage: fen(damage), other: fen(other) },
  };
};

function storedAnswer({ kind, amountFen, on }: NonNullable<LaidLine['answer']>) {
  const amount = amountFen === undefined ? {} : { amountFen };
  return { kind, ...amount, at: momentOn(on), via: 'phone' as const };
}
