import type { RunwayRow } from '../contract/alert-figures.ts';
import type { Fen } from '../kit/money.ts';
import { fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addDays, firstDayOf, nextPayMonth, payMonthOf, previousPayMonth } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { ProjectFacts } from './facts.ts';
import { labourCostDues } from './labour-cost.ts';
import { monthlyForecast } from './payroll-forecast.ts';
import type { Words } from './rule.ts';
import type { Flow, RunwaySpan } from './runway-flows.ts';
import { allDues, labourCostExpected, payDayOf, wagesDue } from './runway-flows.ts';
import type { SpringFestival } from './spring-festival.ts';
import { nextSpringFestival } from './spring-festival.ts';
import { lacksPayDay, NO_PAY_DAY, NO_PAYROLL } from './team-months.ts';
import { NO_ACCOUNT } from './works.ts';

export interface RunwayInput {
  facts: ProjectFacts;
  today: PlainDate;
  calendar: Calendar;
  /** What if the owner pays so many days late? */
  delayDays?: number;
}

/** How far the wage account reaches. What is absent cannot be told, and `missing` or `notes` say why. */
export interface Runway extends Pick<
  RunwayRow,
  'balanceFen' | 'monthlyFen' | 'days' | 'runsDryOn' | 'shortFen' | 'reachesSpringFestival'
> {
  springFestival?: SpringFestival;
  /** Without these there is no forecast. */
  missing: Words[];
  /** What the forecast leaves out. */
  notes: Words[];
}

const NO_FESTIVAL: Words = {
  zh: '下一个春节是哪天还没有录入，无法判断能否撑到春节',
  en: 'The day of the next Spring Festival is not on record, so whether the money lasts until then is not known',
};
const NO_NOTICE: Words = {
  zh: '下一个春节的放假通知还没有录入，先按正月初一计算',
  en: 'The notice that sets the next Spring Festival is not on record: it is reckoned to lunar new year’s day',
};
const UNMEASURED: Words = {
  zh: '人工费用按进度计算，金额未定，预测中没有计入',
  en: 'Labour cost is measured by progress: no amount is known yet and none is counted',
};
/** A year has so many payrolls and so many days. */
const [PAYROLLS_A_YEAR, DAYS_A_YEAR] = [12, 365];

/**
 * How long does the balance of the wage account last? Wages past their pay day are owed first; each coming pay day takes
 * what is filed or the forecast of a month; labour cost comes in on its agreed day, moved by `delayDays`, and what is
 * overdue is not counted on. Looks as far as the next pay day or Spring Festival, whichever is later.
 * @example balance 150, payrolls of 100 on 13 Nov and 15 Dec, labour cost 40 on 25 Nov: dry on 15 Dec, 10 short
 */
export function runway(input: RunwayInput): Runway {
  const { facts, today, calendar, delayDays = 0 } = input;
  const monthlyFen = monthlyForecast(facts.months, today);
  const springFestival = nextSpringFestival(today, calendar);
  const springFestivalOn = springFestival?.on;
  const said = {
    ...(monthlyFen === undefined ? {} : { monthlyFen }),
    ...(springFestival === undefined ? {} : { springFestival }),
    missing: missingOf(facts, monthlyFen),
    notes: notesOf(facts, springFestival),
  };
  if (facts.money === undefined) return said;
  const { balanceFen } = facts.money;
  const known = { ...said, balanceFen, ...daysOf(balanceFen, monthlyFen) };
  if (said.missing.length > 0) return known;
  const span: RunwaySpan = { facts, today, calendar, until: lastDayLookedAt(input, springFestivalOn) };
  const dry = firstUncovered(balanceFen, wagesDue(span, monthlyFen), labourCostExpected(span, delayDays));
  return {
    ...known,
    ...(dry === undefined ? {} : { runsDryOn: dry.on, shortFen: dry.amountFen }),
    ...(springFestivalOn === undefined
      ? {}
      : { reachesSpringFestival: dry === undefined || dry.on > springFestivalOn }),
  };
}

/** One row of the leader's page. */
export function runwayRow(input: RunwayInput): RunwayRow {
  const { id, name, areaCode } = input.facts.project;
  const { missing: _, notes: __, springFestival: ___, ...figures } = runway(input);
  return { projectId: id, projectName: name, areaCode, ...figures };
}

/** Days after today on which the same facts may give another forecast. */
export function runwayWakes(input: RunwayInput): PlainDate[] {
  const { facts, today, calendar } = input;
  const festival = nextSpringFestival(today, calendar)?.on;
  const span: RunwaySpan = { facts, today, calendar, until: lastDayLookedAt(input, festival) };
  const turns = [...payDaysAround(today, span), ...allDues(span).map(({ dueOn }) => dueOn)];
  if (festival !== undefined) turns.push(festival);
  if (facts.contract !== undefined) turns.push(facts.contract.plannedUntil);
  const monthTurns = firstDayOf(nextPayMonth(payMonthOf(today)));
  return [...turns.map((day) => addDays(day, 1)), monthTurns].filter((day) => day > today);
}

function payDaysAround(today: PlainDate, span: Pick<RunwaySpan, 'facts' | 'calendar'>): PlainDate[] {
  const now = payMonthOf(today);
  const coming = [previousPayMonth(now), now, nextPayMonth(now)];
  const months = new Set([...span.facts.months.map(({ month }) => month), ...coming]);
  return [...months].flatMap((month) => payDayOf(month, span) ?? []);
}

function lastDayLookedAt(
  { facts, today, calendar }: RunwayInput,
  springFestivalOn: PlainDate | undefined,
): PlainDate {
  const next = payDayOf(nextPayMonth(payMonthOf(today)), { facts, calendar }) ?? today;
  return springFestivalOn !== undefined && springFestivalOn > next ? springFestivalOn : next;
}

/** Works that stand still or are finished ask for no forecast: only what is filed is still owed. */
function missingOf(facts: ProjectFacts, monthlyFen: Fen | undefined): Words[] {
  const missing = facts.money === undefined ? [NO_ACCOUNT] : [];
  if (facts.project.state !== 'building') return missing;
  if (lacksPayDay(facts)) missing.push(NO_PAY_DAY);
  if (monthlyFen === undefined) missing.push(NO_PAYROLL);
  return missing;
}

function notesOf(facts: ProjectFacts, festival: SpringFestival | undefined): Words[] {
  const isUnmeasured = labourCostDues(facts).some(({ dueFen }) => dueFen === undefined);
  const ofFestival = festival === undefined ? [NO_FESTIVAL] : festival.byNotice ? [] : [NO_NOTICE];
  return [...ofFestival, ...(isUnmeasured ? [UNMEASURED] : [])];
}

function daysOf(balanceFen: Fen, monthlyFen: Fen | undefined): Pick<Runway, 'days'> {
  if (monthlyFen === undefined || monthlyFen === 0) return {};
  return { days: Math.max(0, Math.floor((balanceFen * DAYS_A_YEAR) / (monthlyFen * PAYROLLS_A_YEAR))) };
}

/** The first pay day on which all wages due by then come to more than the balance and all money expected by then. */
function firstUncovered(
  balanceFen: Fen,
  wages: readonly Flow[],
  incoming: readonly Flow[],
): Flow | undefined {
  const upTo = (flows: readonly Flow[], day: PlainDate): number =>
    flows.reduce((sum, { on, amountFen }) => (on <= day ? sum + amountFen : sum), 0);
  const payDays = [...new Set(wages.map(({ on }) => on))].sort();
  for (const on of payDays) {
    const short = upTo(wages, on) - balanceFen - upTo(incoming, on);
    if (short > 0) return { on, amountFen: fen(short) };
  }
  return undefined;
}
