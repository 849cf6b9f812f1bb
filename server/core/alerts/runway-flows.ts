import type { Fen } from '../kit/money.ts';
import { fen, sumFen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { addDays, nextPayMonth, partsOf, payMonthOf, previousPayMonth } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { agreedPayDay, payDateOn } from '../law/pay-date.ts';
import type { MonthFacts, ProjectFacts } from './facts.ts';
import type { LabourCostDue } from './labour-cost.ts';
import { labourCostDues } from './labour-cost.ts';
import { filedNet, isBeingFiled } from './payroll-forecast.ts';
import { standingSheet } from './team-months.ts';
import { beganOn } from './works.ts';

/** Money that moves on a day. */
export interface Flow {
  on: PlainDate;
  amountFen: Fen;
}

export interface RunwaySpan {
  facts: ProjectFacts;
  today: PlainDate;
  /** The last day looked at. */
  until: PlainDate;
  calendar: Calendar;
}

/** The day wages of a month must be paid: as gathered, otherwise by the contract, rolled back before days off. */
export function payDayOf(
  month: PayMonth,
  { facts, calendar }: Pick<RunwaySpan, 'facts' | 'calendar'>,
): PlainDate | undefined {
  const gathered = facts.months.find((one) => one.month === month)?.payOn;
  if (gathered !== undefined || facts.contract === undefined) return gathered;
  return payDateOn(agreedPayDay(month, facts.contract.payDay, facts.contract.payDayIn), calendar).payOn;
}

/**
 * Wages to be paid up to the last day looked at. Of months whose pay day has gone by: what is on the sheets and not yet
 * credited (what nobody filed is not guessed here). Of coming months, while the works go on: the sheets, and the forecast
 * for what is not filed yet.
 */
export function wagesDue(span: RunwaySpan, monthlyFen: Fen | undefined): Flow[] {
  const months = new Map(span.facts.months.map((one) => [one.month, one]));
  for (const month of comingMonths(span)) if (!months.has(month)) months.set(month, { month, teams: [] });
  return [...months.values()].flatMap((month) => {
    const on = payDayOf(month.month, span);
    if (on === undefined || on > span.until) return [];
    const isExpected = on >= span.today && isWorkedIn(month.month, span);
    const amountFen = isExpected ? expectedWages(month, monthlyFen) : shortOf(month);
    return amountFen > 0 ? [{ on, amountFen }] : [];
  });
}

/** Months whose pay day is yet to come: from the one before this month (paid in the next) to the last day looked at. */
function comingMonths(span: RunwaySpan): PayMonth[] {
  const found: PayMonth[] = [];
  const last = payMonthOf(span.until);
  for (let month = previousPayMonth(payMonthOf(span.today)); month <= last; month = nextPayMonth(month)) {
    const on = payDayOf(month, span);
    if (on !== undefined && on >= span.today && isWorkedIn(month, span)) found.push(month);
  }
  return found;
}

/** Is work planned in the month? Works that outlast their plan go on until somebody says that they are finished. */
function isWorkedIn(month: PayMonth, { facts, today }: RunwaySpan): boolean {
  if (facts.project.state !== 'building') return false;
  const [began, until] = [beganOn(facts), facts.contract?.plannedUntil];
  if (began !== undefined && month < payMonthOf(began)) return false;
  return until === undefined || until < today || month <= payMonthOf(until);
}

const shortOf = ({ teams }: Pick<MonthFacts, 'teams'>): Fen =>
  sumFen(teams.map((team) => standingSheet(team)?.shortFen ?? fen(0)));

function expectedWages(month: MonthFacts, monthlyFen: Fen | undefined): Fen {
  const short = shortOf(month);
  const isOpen = month.teams.length === 0 || isBeingFiled(month);
  return isOpen ? fen(short + Math.max(0, (monthlyFen ?? 0) - filedNet(month))) : short;
}

/**
 * Labour cost expected up to the last day looked at, when the owner pays so many days late. Only what is still to fall
 * due is expected: nobody knows when overdue money comes. Months past those gathered follow the newest one known, up to
 * the end planned.
 */
export function labourCostExpected(span: RunwaySpan, delayDays: number): Flow[] {
  if (span.facts.project.state !== 'building') return [];
  return allDues(span).flatMap(({ dueOn, dueFen, receivedFen }) => {
    const on = addDays(dueOn, delayDays);
    if (dueFen === undefined || dueFen <= receivedFen || dueOn < span.today || on > span.until) return [];
    return [{ on, amountFen: fen(dueFen - receivedFen) }];
  });
}

/** Labour cost of the months gathered and of those after them, up to the last day looked at. */
export function allDues(span: RunwaySpan): LabourCostDue[] {
  const dues = labourCostDues(span.facts);
  return [...dues, ...laterDues(dues, span)];
}

/**
 * The months after those gathered. The agreed day is the latest day of a month seen, for a short month shows it earlier;
 * what was paid in advance is taken off them first.
 */
function laterDues(dues: readonly LabourCostDue[], { facts, until }: RunwaySpan): LabourCostDue[] {
  const newest = dues.at(-1);
  if (newest?.dueFen === undefined) return [];
  const { dueFen } = newest;
  const last = facts.contract === undefined ? newest.month : payMonthOf(facts.contract.plannedUntil);
  const dayOfMonth = Math.max(...dues.map(({ dueOn }) => partsOf(dueOn).day));
  let ahead = paidAhead(facts, dues);
  const found: LabourCostDue[] = [];
  for (let month = nextPayMonth(newest.month); month <= last; month = nextPayMonth(month)) {
    if (month > payMonthOf(until)) break;
    const receivedFen = fen(Math.min(ahead, dueFen));
    ahead -= receivedFen;
    found.push({ month, dueOn: agreedPayDay(month, dayOfMonth, 'current'), dueFen, receivedFen });
  }
  return found;
}

function paidAhead({ months }: ProjectFacts, dues: readonly LabourCostDue[]): number {
  const received = sumFen(months.map(({ labourCost }) => labourCost?.receivedFen ?? fen(0)));
  return received - sumFen(dues.map(({ receivedFen }) => receivedFen));
}
