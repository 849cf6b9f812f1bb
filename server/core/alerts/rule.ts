import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { RuleId } from '../law/articles.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { FactPart, ProjectFacts } from './facts.ts';

export const ALERT_LEVELS = ['yellow', 'red'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** A number a rule compares with: each area may set its own from a day on; until then the suggestion holds, and is shown as one. */
export interface RuleNumber {
  /** The key of the dated parameter. */
  parameter: string;
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
  /** The day from which it has been so: the ladder counts from here. */
  since: PlainDate;
  /** The figures behind the words, e.g. { shortFen, people }. */
  values: Record<string, number | string>;
  records: RecordRef[];
  /** What is the matter, with the figures. */
  message: Words;
  /** What would end it. */
  cure: Words;
}

export interface RuleInput {
  facts: ProjectFacts;
  /** By the name in the rule's own table of numbers. */
  numbers: Readonly<Record<string, number>>;
  today: PlainDate;
  calendar: Calendar;
}

/**
 * One warning rule: one file, one row in ALERT_RULES, one table of examples. A pure function of facts, numbers and the day.
 * What is not known is said to be missing and raises nothing.
 */
export interface AlertRule {
  id: string;
  group: 'payroll' | 'money' | 'people' | 'safeguards' | 'office';
  question: Words;
  /** Where nobody set another one. */
  level: AlertLevel;
  /** Weight in the risk card, 1 to 20. */
  points: number;
  /** Without these parts the rule is grey. Tested by `missing`. */
  needs: readonly FactPart[];
  numbers: Readonly<Record<string, RuleNumber>>;
  /** Printed as law only where `isCitable`. */
  cite?: RuleId;
  /** Does the ladder of the pay day climb on it? */
  ladder: boolean;
  /** What is not known of what it needs, in words; [] when it can tell. */
  missing(input: RuleInput): Words[];
  find(input: RuleInput): Finding[];
  /** Days after today on which the same facts may give another answer; the earliest is enough. */
  wakes(input: RuleInput): PlainDate[];
}
