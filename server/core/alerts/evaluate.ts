import type { PlainDate } from '../kit/plain-date.ts';
import { lastDayOf, payMonthOf } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { Evaluation, RuleOutcome, RuleSettings } from './evaluation.ts';
import type { ProjectFacts } from './facts.ts';
import { compareFindings } from './finding-order.ts';
import { ladderOf, stepReached } from './ladder.ts';
import { oldestMonthOf } from './months-back.ts';
import type { AlertLevel, AlertRule, Finding, RuleInput } from './rule.ts';
import { numbersOf } from './rule-numbers.ts';
import { ALERT_RULES } from './rules.ts';
import { levelOfAll, pointsOf } from './score.ts';

/**
 * What do the warning rules say of a project on a day? Outcomes stand in the order of the table. A rule that lacks what it
 * needs is grey and raises nothing; one the area switched off says nothing. The same facts, settings, day and calendar
 * give the same answer years later, and they give it every day until `nextOn` or the turn of the month, when rules look
 * back from another one.
 */
export function evaluate(
  facts: ProjectFacts,
  settings: RuleSettings,
  today: PlainDate,
  calendar: Calendar,
  rules: readonly AlertRule[] = ALERT_RULES,
): Evaluation {
  const { inputs, ...judged } = judgeAll(rules, { facts, today, calendar }, settings);
  const sleeping: Sleeping[] = [];
  const steps: PlainDate[] = [];
  for (const [at, rule] of rules.entries()) {
    const [input, outcome] = [inputs[at], judged.outcomes[at]];
    if (input === undefined || outcome === undefined || outcome.state === 'off') continue;
    steps.push(...ladderDays(rule, outcome, settings, today));
    sleeping.push({ rule, outcome, input, wakesOn: earliestAfter(today, rule.wakes(input)) });
  }
  const nextOn = nextChange(sleeping, earliestAfter(today, steps), settings, lastDayOf(payMonthOf(today)));
  return { day: today, ...judged, ...(nextOn === undefined ? {} : { nextOn }) };
}

/** A rule that has answered, until the same facts may give another answer. */
interface Sleeping {
  rule: AlertRule;
  outcome: RuleOutcome;
  input: RuleInput;
  wakesOn: PlainDate | undefined;
}

/**
 * The first day on which a step of a ladder comes or a rule answers otherwise. Rules name each day on which they might, a
 * pay day of a month that is long paid too: those that bring nothing are passed over here, where it costs a moment, and
 * not by a night that reads everything of the project again. Later than `until` nothing is passed over: when the month
 * turns all are looked at.
 */
function nextChange(
  sleeping: readonly Sleeping[],
  step: PlainDate | undefined,
  settings: RuleSettings,
  until: PlainDate,
): PlainDate | undefined {
  const days = sleeping.map(({ wakesOn }) => wakesOn);
  for (;;) {
    let day = step;
    for (const one of days) if (one !== undefined && (day === undefined || one < day)) day = one;
    if (day === undefined || day === step || day > until) return day;
    for (const [at, { rule, outcome, input }] of sleeping.entries()) {
      if (days[at] !== day) continue;
      const then = { ...input, today: day };
      if (JSON.stringify(outcomeOf(rule, settings, then)) !== JSON.stringify(outcome)) return day;
      days[at] = earliestAfter(day, rule.wakes(then));
    }
  }
}

/** The same for a day that is over, of which nobody asks when it will be otherwise. */
export function evaluatePast(
  facts: ProjectFacts,
  settings: RuleSettings,
  day: PlainDate,
  calendar: Calendar,
): Omit<Evaluation, 'nextOn'> {
  const { outcomes, points, level } = judgeAll(ALERT_RULES, { facts, today: day, calendar }, settings);
  return { day, outcomes, points, level };
}

interface Judged extends Pick<Evaluation, 'outcomes' | 'points' | 'level'> {
  /** What each rule was asked with. */
  inputs: RuleInput[];
}

function judgeAll(
  rules: readonly AlertRule[],
  about: Omit<RuleInput, 'numbers'>,
  settings: RuleSettings,
): Judged {
  const { facts, today, calendar } = about;
  const [inputs, outcomes]: [RuleInput[], RuleOutcome[]] = [[], []];
  let points = 0;
  for (const rule of rules) {
    const input: RuleInput = { facts, numbers: valuesOf(rule, settings), today, calendar };
    const outcome = outcomeOf(rule, settings, input);
    inputs.push(input);
    outcomes.push(outcome);
    points += pointsOf(rule, outcome);
  }
  return { outcomes, points, level: levelOfAll(outcomes), inputs };
}

type Values = Readonly<Record<string, number>>;
const VALUES = new WeakMap<RuleSettings, Map<AlertRule, Values>>();

/** The numbers of a rule; of the same settings they are looked up once, not for each of ten thousand projects. */
function valuesOf(rule: AlertRule, settings: RuleSettings): Values {
  let known = VALUES.get(settings);
  if (known === undefined) VALUES.set(settings, (known = new Map()));
  let values = known.get(rule);
  if (values === undefined) {
    values = Object.fromEntries(
      Object.entries(numbersOf(rule, settings)).map(([name, { value }]) => [name, value]),
    );
    known.set(rule, values);
  }
  return values;
}

/** How hard one finding weighs: what the area decided, otherwise the rule's own level; red once the ladder is at its end. */
export function levelOfFinding(
  rule: AlertRule,
  { since }: Pick<Finding, 'since'>,
  settings: RuleSettings,
  today: PlainDate,
): AlertLevel {
  if (rule.ladder && stepReached(ladderOf(since, settings, today)) === 'order') return 'red';
  return ownLevel(rule, settings);
}

function ownLevel(rule: AlertRule, settings: RuleSettings): AlertLevel {
  const set = levelSet(rule, settings);
  return set === undefined || set === 'off' ? rule.level : set;
}

const levelSet = (rule: AlertRule, { levels }: RuleSettings): AlertLevel | 'off' | undefined =>
  Object.hasOwn(levels, rule.id) ? levels[rule.id] : undefined;

function outcomeOf(rule: AlertRule, settings: RuleSettings, input: RuleInput): RuleOutcome {
  const outcome: RuleOutcome = {
    rule: rule.id,
    level: ownLevel(rule, settings),
    findings: [],
    missing: [],
    state: 'off',
  };
  if (levelSet(rule, settings) === 'off') return outcome;
  const oldestMonth = oldestMonthOf(rule, input);
  if (oldestMonth !== undefined) outcome.oldestMonth = oldestMonth;
  outcome.missing = rule.missing(input);
  outcome.state = 'noData';
  if (outcome.missing.length > 0) return outcome;
  outcome.findings = rule.find(input).sort(compareFindings);
  outcome.state = outcome.findings.length === 0 ? 'clear' : 'raised';
  const isRed = outcome.findings.some((one) => levelOfFinding(rule, one, settings, input.today) === 'red');
  if (isRed) outcome.level = 'red';
  return outcome;
}

function ladderDays(
  rule: AlertRule,
  { findings }: RuleOutcome,
  settings: RuleSettings,
  today: PlainDate,
): PlainDate[] {
  if (!rule.ladder) return [];
  return findings.flatMap(({ since }) => ladderOf(since, settings, today).map(({ dueOn }) => dueOn));
}

function earliestAfter(today: PlainDate, days: readonly PlainDate[]): PlainDate | undefined {
  let earliest: PlainDate | undefined;
  for (const day of days) if (day > today && (earliest === undefined || day < earliest)) earliest = day;
  return earliest;
}
