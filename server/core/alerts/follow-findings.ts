import type { AlertState } from '../contract/alerts.ts';
import type { PayMonth } from '../kit/plain-date.ts';
import type { RuleOutcome } from './evaluation.ts';
import type { Finding } from './rule.ts';

/** An alert whose finding the data still showed when it was last looked at. */
export interface StandingAlert {
  id: string;
  rule: string;
  about: string;
  state: AlertState;
  /** The pay month it is about, where it is about one. */
  month?: PayMonth;
}

/** What one rule found. */
export interface Found {
  rule: string;
  finding: Finding;
}

/** What one look at one project does to its alerts. */
export interface AlertChanges {
  raise: Found[];
  /** Still so; figures and words are brought up to date. */
  keep: (Found & { alert: StandingAlert })[];
  /** The data no longer show it. */
  cure: StandingAlert[];
  /** The area no longer asks this. */
  drop: StandingAlert[];
  /** The area's numbers changed: by those before, the data would still show it. */
  retune: StandingAlert[];
  /** Its month is too far back for its rule to look at, or its payroll was deleted by law: how it ended nobody knows. */
  lapse: StandingAlert[];
}

/** How far back this look saw, and what else it compared. */
export interface Followed {
  oldestMonth: PayMonth;
  /** What the rules say of the same facts by the area's numbers of the last look; absent where none changed. */
  byNumbersBefore?: readonly RuleOutcome[];
  /** Is a finding by this name about what was deleted once its time by law was over? */
  isAboutDeleted?: (about: string) => boolean;
}

const keyOf = ({ rule, about }: { rule: string; about: string }): string => `${rule}\n${about}`;

/**
 * Which alerts begin, go on and end with what the rules found. An alert whose rule cannot tell any more goes on as it
 * was: no data cures nothing, and neither does a month that nobody looked at; one whose month its rule no longer looks at,
 * or whose payroll was deleted by law, lapses, which is no cure either. Nor is it one where the same facts by the numbers of
 * the last look would still show it. A dismissed one whose finding persists is kept too, so that it is not raised anew every
 * night.
 */
export function followFindings(
  standing: readonly StandingAlert[],
  outcomes: readonly RuleOutcome[],
  { oldestMonth, byNumbersBefore, isAboutDeleted = () => false }: Followed,
): AlertChanges {
  const byKey = new Map(standing.map((alert) => [keyOf(alert), alert]));
  const changes: AlertChanges = { raise: [], keep: [], cure: [], drop: [], retune: [], lapse: [] };
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.rule, outcome]));
  for (const { rule, findings } of outcomes)
    for (const finding of findings) {
      const key = keyOf({ rule, about: finding.about });
      const alert = byKey.get(key);
      byKey.delete(key);
      if (alert === undefined) changes.raise.push({ rule, finding });
      else changes.keep.push({ rule, finding, alert });
    }
  for (const alert of byKey.values()) {
    const { state = 'off', oldestMonth: first } = outcomeOf.get(alert.rule) ?? {};
    if (state === 'off') changes.drop.push(alert);
    else if ((first !== undefined && isBefore(alert, first)) || isAboutDeleted(alert.about))
      changes.lapse.push(alert);
    else if (state !== 'noData' && !isBefore(alert, oldestMonth))
      (isFound(alert, byNumbersBefore) ? changes.retune : changes.cure).push(alert);
  }
  return changes;
}

const isFound = ({ rule, about }: StandingAlert, outcomes: readonly RuleOutcome[] = []): boolean =>
  outcomes.some((one) => one.rule === rule && one.findings.some((finding) => finding.about === about));

const isBefore = ({ month }: StandingAlert, oldest: PayMonth): boolean =>
  month !== undefined && month < oldest;
