import type { ProblemLevel } from '../../core/contract/sheet-checks.ts';
import { fen } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import { firstDayOf } from '../../core/kit/plain-date.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { MonthFacts, OutlierRule, PersonFacts } from '../../core/pay/payroll-row.ts';
import type { RuleLevels } from '../../core/pay/payroll-rules.ts';
import { findParameters } from '../parameters/index.ts';
import { attendanceTotals, rosterPortions } from '../roster/index.ts';
import type { AttendedTotals, IndexedPerson } from '../roster/index.ts';
import { inSlices } from '../sheet-checks/index.ts';
import { paidElsewhere } from './paid-elsewhere.ts';
import type { Elsewhere } from './paid-elsewhere.ts';

/** Where and when: one team's month, or (asked from the command line) a whole site's. */
export interface FactsScope {
  projectId: string;
  /** The project's. */
  areaCode: string;
  teamId?: string | undefined;
  payMonth: PayMonth;
}

/** Somebody of the roster, as the rules and the filing need him. */
export interface RosterFacts extends PersonFacts {
  person: IndexedPerson;
  hoursHundredths?: number;
}

export interface PayrollFacts {
  people: ReadonlyMap<string, RosterFacts>;
  month: MonthFacts;
  levels: RuleLevels;
}

/**
 * Everything the checks of one sheet ask of the records, in a handful of queries whatever the number of rows: people and
 * cards are compared by their blind indexes, so nothing sealed is opened.
 */
export async function gatherFacts(scope: FactsScope, today: PlainDate): Promise<PayrollFacts> {
  const { projectId, teamId, payMonth } = scope;
  const [set, { roster, elsewhere }, attended] = await Promise.all([
    parametersOf(scope),
    rosterAndElsewhere(scope),
    attendanceTotals({ projectId, teamId }, payMonth),
  ]);
  const people = new Map<string, RosterFacts>();
  await inSlices(roster, (person) => {
    const { citizenIdIndex: key, enrolmentId } = person;
    if (key === undefined) return;
    const facts = factsOf(key, person, attended.get(enrolmentId), people.get(key));
    const others = elsewhere.get(facts.person.workerId);
    if (others !== undefined) facts.elsewhere = others;
    people.set(key, facts);
  });
  const { levels, ...standards } = set;
  return { people, month: { payMonth, today, ...standards }, levels };
}

interface RosterAndElsewhere {
  roster: IndexedPerson[];
  /** By worker: what other sheets of the month say of him. */
  elsewhere: ReadonlyMap<string, Elsewhere>;
}

/** The other sheets are asked about some people of the roster while the store sends the next. */
async function rosterAndElsewhere(scope: FactsScope): Promise<RosterAndElsewhere> {
  const { projectId, teamId, payMonth } = scope;
  const roster: IndexedPerson[] = [];
  const elsewhere = new Map<string, Elsewhere>();
  const asked = new Set<string>();
  for await (const people of rosterPortions({ projectId, teamId }, payMonth)) {
    roster.push(...people);
    // Whoever left and came back is there twice, and asked about once.
    const workers = people.map(({ workerId }) => workerId).filter((id) => !asked.has(id));
    for (const id of workers) asked.add(id);
    for (const [id, others] of await paidElsewhere(workers, scope)) elsewhere.set(id, others);
  }
  return { roster, elsewhere };
}

/** Somebody who left and came back within the month is one person with all his days. */
function factsOf(
  personKey: string,
  person: IndexedPerson,
  attended: AttendedTotals | undefined,
  before: RosterFacts | undefined,
): RosterFacts {
  const latest = before !== undefined && person.state === 'left' ? before.person : person;
  const { name, bankCardIndex: cardKey, dayRateFen, piecePriceFen } = latest;
  const days = plus(before?.attendedHundredths, attended?.daysHundredths);
  const hours = plus(before?.hoursHundredths, attended?.hoursHundredths);
  const hasContract = person.hasContract || before?.hasContract === true;
  // Filled in one by one: a team has thousands, and each spread would make an object of its own.
  const facts: RosterFacts = { personKey, person: latest, name, hasContract };
  if (cardKey !== undefined) facts.cardKey = cardKey;
  if (dayRateFen !== undefined) facts.dayRateFen = dayRateFen;
  if (piecePriceFen !== undefined) facts.piecePriceFen = piecePriceFen;
  if (days !== undefined) facts.attendedHundredths = days;
  if (hours !== undefined) facts.hoursHundredths = hours;
  return facts;
}

const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : a + (b ?? 0);

type Standards = Omit<MonthFacts, 'payMonth' | 'today'> & { levels: RuleLevels };

/** Standards as they stood on the first day of the pay month: what was raised later is not held against it. */
async function parametersOf({ areaCode, payMonth }: FactsScope): Promise<Standards> {
  const keys = ['minimumWageMonthly', 'minimumWageHourly', 'payrollOutlier', 'payrollRuleLevels'] as const;
  const set = await findParameters(keys, areaCode, firstDayOf(payMonth));
  return {
    minimumMonthlyFen: amountOf(set.minimumWageMonthly),
    minimumHourlyFen: amountOf(set.minimumWageHourly),
    // Shapes were checked when the values were set (features/parameters).
    outlier: (set.payrollOutlier ?? null) as OutlierRule | null,
    levels: levelsOf((set.payrollRuleLevels ?? []) as { rule: string; level: ProblemLevel }[]),
  };
}

const levelsOf = (set: readonly { rule: string; level: ProblemLevel }[]): RuleLevels =>
  Object.fromEntries(set.map(({ rule, level }) => [rule, level]));
const amountOf = (value: unknown): Fen | null => (typeof value === 'number' ? fen(value) : null);
