import type { RuleSettings } from '../../../server/core/alerts/evaluation.ts';
import type { ProjectFacts } from '../../../server/core/alerts/facts.ts';
import type { Calendar } from '../../../server/core/law/calendar/calendar.ts';

/** One project as it is on a day. */
export interface RuleExample {
  title: string;
  today: string;
  facts: ProjectFacts;
  /** Where nothing is set, suggestions hold. */
  settings?: Partial<RuleSettings>;
  /** Another calendar than the national one. */
  calendar?: Calendar;
  /** The day on which the rule by itself may next say something else; null: it never will. Asked only where given. */
  wakesOn?: string | null;
}
/** What the rule must find: name, first day, and any figures that matter; both languages must hold each text of `says`. */
export interface ExpectedFinding {
  about: string;
  since: string;
  values?: Record<string, number | string>;
  says?: string[];
  cures?: string[];
}
export interface HitExample extends RuleExample {
  finds: ExpectedFinding[];
}
/** The examples of one rule: what it catches, what it just does not, and when it cannot tell. */
export interface RuleExamples {
  rule: string;
  hits: HitExample[];
  nearMisses: RuleExample[];
  /** `missing`: a text in the Chinese words. */
  noData: (RuleExample & { missing: string })[];
}
