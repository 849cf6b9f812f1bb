import type { SheetFacts } from '../../core/alerts/facts.ts';
import { addFen, ZERO_FEN } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';

/** A sheet that counts, as the warnings know it. */
export interface KnownSheet {
  projectId: string;
  teamId: string;
  teamName: string;
  employerId: string;
  payMonth: PayMonth;
  answeredOn?: PlainDate;
  facts: SheetFacts;
}

const READ = {
  ...{ projectId: 1, teamId: 1, teamName: 1, employerId: 1, payMonth: 1, revision: 1, state: 1 },
  ...{ approvedAt: 1, filedOn: 1, answeredOn: 1, deniedOn: 1, money: 1, cardQuestions: 1, answers: 1 },
  ...{ people: 1, grossFen: 1, netFen: 1, creditedFen: 1, credited: 1, bounced: 1, noticeRules: 1 },
} as const;

/** The sheets that count of these projects, from one month to another (index projectId+payMonth); lines are not read. */
export async function sheetFactsOf(
  projectIds: readonly string[],
  from: PayMonth,
  to: PayMonth,
): Promise<KnownSheet[]> {
  const within = { projectId: { $in: [...projectIds] }, payMonth: { $gte: from, $lte: to }, standing: true };
  const found: unknown = await PayrollSheets.find(within, READ).lean();
  return (found as PayrollSheetRecord[]).map(knownSheet); // what the schema wrote, of it the fields asked for
}

function knownSheet(sheet: PayrollSheetRecord): KnownSheet {
  const { projectId, teamId, teamName, employerId, payMonth, answeredOn } = sheet;
  return {
    ...{ projectId, teamId, teamName, employerId, payMonth },
    ...(answeredOn === undefined ? {} : { answeredOn }),
    facts: factsOf(sheet),
  };
}

function factsOf(sheet: PayrollSheetRecord): SheetFacts {
  const { _id, state, approvedAt, deniedOn, cardQuestions, revision, filedOn, people } = sheet;
  const { grossFen, netFen, creditedFen, credited, bounced, answers } = sheet;
  const { shortFen, sentFen, creditedOn } = sheet.money;
  return {
    ...{ id: String(_id), revision, filedOn, isReturned: state === 'returned' },
    ...(approvedAt === undefined ? {} : { approvedOn: toShanghaiDay(approvedAt.getTime()) }),
    ...{ people, grossFen, netFen, sentFen, creditedFen, shortFen, credited, bounced },
    ...(creditedOn === undefined ? {} : { creditedOn }),
    answers,
    ...(deniedOn === undefined ? {} : { deniedOn }),
    notices: Object.fromEntries(sheet.noticeRules.map(({ rule, count }) => [rule, count])),
    ...(cardQuestions.asked === 0 ? {} : { cardQuestions }),
  };
}

/** Wages of a project that are unpaid past their pay day. */
export interface Unpaid {
  fen: Fen;
  /** Since when the newest of them is known. */
  filedOn: PlainDate;
}

/** Every project with such wages, by project (index payOn of unpaid sheets). */
export async function unpaidOn(today: PlainDate): Promise<Map<string, Unpaid>> {
  const late = { standing: true, 'money.shortFen': { $gt: 0 }, payOn: { $lt: today } };
  const fields = { projectId: 1, 'money.shortFen': 1, filedOn: 1 } as const;
  const found: unknown = await PayrollSheets.find(late, fields).lean();
  const unpaid = new Map<string, Unpaid>();
  for (const { projectId, money, filedOn } of found as PayrollSheetRecord[]) {
    // lean documents with the fields asked for
    const before = unpaid.get(projectId) ?? { fen: ZERO_FEN, filedOn };
    unpaid.set(projectId, {
      fen: addFen(before.fen, money.shortFen),
      filedOn: filedOn > before.filedOn ? filedOn : before.filedOn,
    });
  }
  return unpaid;
}

/** A payroll that is not credited in full, whether its pay day has come or not. */
export interface UnpaidSheet {
  id: string;
  teamName: string;
  payMonth: PayMonth;
  payOn?: PlainDate;
  shortFen: Fen;
}

/** Those of one project (index projectId+payMonth). No reader's limits. */
export async function unpaidSheetsOf(projectId: string): Promise<UnpaidSheet[]> {
  const short = { projectId, standing: true, 'money.shortFen': { $gt: 0 } };
  const fields = { teamName: 1, payMonth: 1, payOn: 1, 'money.shortFen': 1 } as const;
  const found: unknown = await PayrollSheets.find(short, fields).sort({ payMonth: 1, _id: 1 }).lean();
  // lean documents with the fields asked for
  return (found as PayrollSheetRecord[]).map(({ _id, teamName, payMonth, payOn, money }) => ({
    ...{ id: String(_id), teamName, payMonth, shortFen: money.shortFen },
    ...(payOn === undefined ? {} : { payOn }),
  }));
}
