import type { Evaluation, RuleOutcome } from './evaluation.ts';
import type { AlertRule } from './rule.ts';

/** Weight of a rule that is raised: red counts double, and a rule counts once however much it finds. */
export function pointsOf(
  rule: Pick<AlertRule, 'points'>,
  { state, level }: Pick<RuleOutcome, 'state' | 'level'>,
): number {
  if (state !== 'raised') return 0;
  return level === 'red' ? rule.points * 2 : rule.points;
}

/** The worst level raised. Nothing raised is clear only where some rule could tell; otherwise it is not known. */
export function levelOfAll(outcomes: readonly Pick<RuleOutcome, 'state' | 'level'>[]): Evaluation['level'] {
  const raised = outcomes.filter(({ state }) => state === 'raised');
  if (raised.some(({ level }) => level === 'red')) return 'red';
  if (raised.length > 0) return 'yellow';
  return outcomes.some(({ state }) => state === 'clear') ? 'clear' : 'noData';
}
