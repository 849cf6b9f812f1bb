import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { AlertLevel, Finding, Words } from './rule.ts';

/** What the area decided, and where it decided nothing: filled by the caller from dated parameters. */
export interface RuleSettings {
  /** Per rule; absent: the rule's own level. */
  levels: Readonly<Record<string, AlertLevel | 'off'>>;
  /** Per parameter key; absent: the suggestion. */
  numbers: Readonly<Record<string, number>>;
  /** Days after the agreed pay day of the four steps, ascending; absent: the suggestion. */
  ladder?: readonly [number, number, number, number];
}

/** What one rule says of one project on one day. */
export interface RuleOutcome {
  rule: string;
  state: 'clear' | 'raised' | 'noData' | 'off';
  level: AlertLevel;
  findings: Finding[];
  missing: Words[];
  /** Where the rule looks back so many months and no further: the first it looked at. */
  oldestMonth?: PayMonth;
}

/** All rules on one project's facts. */
export interface Evaluation {
  day: PlainDate;
  outcomes: RuleOutcome[];
  /** The sum over raised rules of their weight, red counted double; each rule once, however much it finds. */
  points: number;
  /** The worst level raised; `noData` where nothing is raised and no rule could tell. */
  level: AlertLevel | 'clear' | 'noData';
  /** The first day after `day` on which the same facts may say something else; absent: never. */
  nextOn?: PlainDate;
}
