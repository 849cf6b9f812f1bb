import type { AlertRuleView } from '../../../../server/core/contract/alert-figures.ts';
import type { ParameterKind, ParameterView, SetParameter } from '../../../../server/core/contract/areas.ts';
import { SUGGESTED_LADDER } from '../../../../server/core/alerts/suggested-ladder.ts';
import { LADDER_STEPS } from '../../../../server/core/contract/alerts.ts';
import { percentText, readParameterValue } from '../../format/parameter-value.ts';
import { levelsWith, type Level } from './value-in-force.ts';

export type RuleNumberView = AlertRuleView['numbers'][number];
/** What is being changed: the level of one rule, one number, or the days of the ladder. */
export type RuleChange =
  | { kind: 'level'; rule: AlertRuleView }
  | { kind: 'number'; rule: AlertRuleView; number: RuleNumberView }
  | { kind: 'ladder' };

export interface ChangeValues {
  level: Level;
  number: string;
  /** Days of the four steps, as typed. */
  ladder: string[];
  from: string;
  source: string;
}

export type Parameters = readonly ParameterView[];
export const parameterOf = (parameters: Parameters, key: string): ParameterView | undefined =>
  parameters.find((parameter) => parameter.key === key);

export function keyOf(change: RuleChange): string {
  if (change.kind === 'level') return 'alertLevels';
  return change.kind === 'ladder' ? 'alertLadder' : change.number.parameter;
}

const KINDS: readonly ParameterKind[] = ['workingDays', 'calendarDays', 'months', 'basisPoints', 'count'];
export const kindOf = ({ unit }: Pick<RuleNumberView, 'unit'>): ParameterKind =>
  KINDS.find((kind) => kind === unit) ?? 'count';

/** A number as a person types it: 30 per cent, not 3000 basis points. */
export const typedNumber = ({ value, unit }: Pick<RuleNumberView, 'value' | 'unit'>): string =>
  unit === 'basisPoints' ? percentText(value) : String(value);

/** Days of the four steps: what holds here, or our suggestion. */
export function ladderInForce(parameters: Parameters): { days: number[]; isSuggested: boolean } {
  const held = parameterOf(parameters, 'alertLadder')?.inForce?.value;
  const days = Array.isArray(held) ? held.filter((day) => typeof day === 'number') : [];
  if (days.length !== LADDER_STEPS.length) return { days: [...SUGGESTED_LADDER], isSuggested: true };
  return { days, isSuggested: false };
}

/** The form as it opens: what holds now, for the day of today. */
export function valuesAtFirst(
  change: RuleChange | undefined,
  parameters: Parameters,
  today: string,
): ChangeValues {
  return {
    level: change?.kind === 'level' ? change.rule.level : 'yellow',
    number: change?.kind === 'number' ? typedNumber(change.number) : '',
    ladder: ladderInForce(parameters).days.map(String),
    ...{ from: today, source: '' },
  };
}

/** The parameter's new value; null where what was typed cannot be read. */
export function newValue(
  change: RuleChange,
  { level, number, ladder, from }: ChangeValues,
  parameters: Parameters,
): SetParameter['value'] | null {
  if (change.kind === 'level')
    return levelsWith(parameterOf(parameters, 'alertLevels'), from, { [change.rule.id]: level });
  if (change.kind === 'number') return readParameterValue(kindOf(change.number), number);
  const days = ladder.map((day) => readParameterValue('calendarDays', day));
  return days.every((day) => typeof day === 'number') ? days : null;
}
