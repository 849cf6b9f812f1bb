import type { PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { Evaluation, RuleOutcome, RuleSettings } from './evaluation.ts';
import type { ProjectFacts } from './facts.ts';
import { compareFindings } from './finding-order.ts';
import { ladderOf, stepReached } from './ladder.ts';
import type { AlertLevel, AlertRule, Finding, RuleInput } from './rule.ts';
import { numbersOf } from './rule-numbers.ts';
import { ALERT_RULES } from './rules.ts';
import { levelOfAll, pointsOf } from './score.ts';

/**
 * What do the warning rules say of a project on a day? Outcomes stand in the order of the table. A rule that lacks what it
 * needs is grey and raises nothing; one the area switched off says nothing. The same facts, settings, day and calendar
 * give the same answer years later, and between `day` and `nextOn` they give it every day.
 */
export function evaluate(
  facts: ProjectFacts,
  settings: RuleSettings,
  today: PlainDate,
  calendar: Calendar,
  rules: readonly AlertRule[] = ALERT_RULES,
): Evaluation {
  const outcomes: RuleOutcome[] = [];
  const wakes: PlainDate[] = [];
  let points = 0;
  for (const rule of rules) {
    const numbers: Record<string, number> = {};
    for (const [name, { value }] of Object.entries(numbersOf(rule, settings))) numbers[name] = value;
    const input: RuleInput = { facts, numbers, today, calendar };
    const outcome = outcomeOf(rule, settings, input);
    outcomes.push(outcome);
    points += pointsOf(rule, outcome);
    if (outcome.state !== 'off')
      wakes.push(...rule.wakes(input), ...ladderDays(rule, outcome, settings, today));
  }
  const nextOn = earliestAfter(today, wakes);
  return {
    day: today,
    outcomes,
    points,
    level: levelOfAll(outcomes),
    ...(nextOn === undefined ? {} : { nextOn }),
  };
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
  const said = { rule: rule.id, level: ownLevel(rule, settings), findings: [], missing: [] };
  if (levelSet(rule, settings) === 'off') return { ...said, state: 'off' };
  const missing = rule.missing(input);
  if (missing.length > 0) return { ...said, state: 'noData', missing };
  const findings = rule.find(input).sort(compareFindings);
  if (findings.length === 0) return { ...said, state: 'clear' };
  const isRed = findings.some((finding) => levelOfFinding(rule, finding, settings, input.today) === 'red');
  return { ...said, state: 'raised', level: isRed ? 'red' : said.level, findings };
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
