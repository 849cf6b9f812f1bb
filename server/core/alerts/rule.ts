import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { RuleId } from '../law/articles.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { FactPart, ProjectFacts } from './facts.ts';

export const ALERT_LEVELS = ['yellow', 'red'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** A number a rule compares with: each area may set its own from a day on; until then the suggestion holds, and is shown as one. */
export interface RuleNumber {
  /** The key of the dated parameter; rules that compare with the same number share it. */
  parameter: string;
  /** What the number is, on the page of parameters: one wording for each key. */
  label: Words;
  /** Our own suggestion, not law. */
  suggested: number;
  unit: 'calendarDays' | 'workingDays' | 'basisPoints' | 'count' | 'months';
}

/** What a rule's finding points at, for a link: nothing personal. */
export interface RecordRef {
  kind:
    | 'project'
    | 'payrollSheet'
    | 'team'
    | 'enrolment'
    | 'transaction'
    | 'complaint'
    | 'case'
    | 'company'
    | 'safeguards';
  id: string;
}

export interface Words {
  zh: string;
  en: string;
}

/** One thing a rule found. The same thing on another day has the same `about`, and keeps its alert. */
export interface Finding {
  /** Names the thing within the rule and project: '' for the project itself, a month, 'team:<id>:<month>', a record. */
  about: string;
  month?: PayMonth;
  teamId?: string;
  /** The first day on which it was so, e.g. the day after the pay day. The ladder counts from the day before it. */
  since: PlainDate;
  /** The figures behind the words, e.g. { shortFen, people }. */
  values: Record<string, number | string>;
  records: RecordRef[];
  /** What is the matter, with the figures. */
  message: Words;
  /** What would end it. */
  cure: Words;
}

export interface RuleInput<Name extends string = string> {
  facts: ProjectFacts;
  /** By the name in the rule's own table of numbers. */
  numbers: Readonly<Record<Name, number>>;
  today: PlainDate;
  calendar: Calendar;
}

/**
 * One warning rule: one file, one row in ALERT_RULES, one table of examples. A pure function of facts, numbers and the day.
 * What is not known is said to be missing and raises nothing.
 */
export interface AlertRule<Name extends string = string> {
  id: string;
  group: 'payroll' | 'money' | 'people' | 'safeguards' | 'office';
  question: Words;
  /** Where nobody set another one. */
  level: AlertLevel;
  /** Weight in the risk card, 1 to 20. */
  points: number;
  /** Without these parts the rule is grey. Tested by `missing`. */
  needs: readonly FactPart[];
  /** Parts it also looks at: their age is shown beside it, their absence does not make it grey. */
  also?: readonly FactPart[];
  numbers: Readonly<Record<Name, RuleNumber>>;
  /** Printed as law only where `isCitable`. */
  cite?: RuleId;
  /** Does the ladder of the pay day climb on it? */
  ladder: boolean;
  /** What is not known of what it needs, in words; [] when it can tell. */
  missing(input: RuleInput<Name>): Words[];
  find(input: RuleInput<Name>): Finding[];
  /** Days after today on which the same facts may give another answer; the earliest is enough. */
  wakes(input: RuleInput<Name>): PlainDate[];
}

/** Writes a rule down so that it may ask only for numbers of its own table. */
export function alertRule<const Name extends string>(rule: AlertRule<Name>): AlertRule {
  return rule;
}
