import type { AlertRuleView } from '../../../../server/core/contract/alert-figures.ts';
import type { ParameterValue, ParameterView } from '../../../../server/core/contract/areas.ts';

export type Level = AlertRuleView['level'];
export const LEVEL_CHOICES: readonly Level[] = ['red', 'yellow', 'off'];

/**
 * The value that holds on a day, of those of an area and of the areas above it: the nearest area wins, there the latest
 * day, and of one day the one set last. Values come with the newest first.
 */
export function valueOn({ values }: Pick<ParameterView, 'values'>, day: string): ParameterValue | undefined {
  const begun = values.filter(({ from }) => from <= day);
  const nearest = Math.max(0, ...begun.map(({ areaCode }) => areaCode.length));
  return begun.find(({ areaCode }) => areaCode.length === nearest);
}

/**
 * All levels are one value: what another rule was given must not be lost when one is changed, nor what holds only from
 * the day on which the change begins.
 */
export function levelsWith(
  parameter: Pick<ParameterView, 'values'> | undefined,
  day: string,
  change: Readonly<Record<string, Level>>,
): Record<string, Level> {
  const held = parameter === undefined ? undefined : valueOn(parameter, day)?.value;
  // The parameter's own shape lets nothing but levels in.
  const levels = typeof held === 'object' && !Array.isArray(held) ? (held as Record<string, Level>) : {};
  return { ...levels, ...change };
}

/** Values of the same area already set for a later day: they end what is set now. */
export function laterValues(
  parameter: Pick<ParameterView, 'values'> | undefined,
  areaCode: string,
  day: string,
): ParameterValue[] {
  return (parameter?.values ?? []).filter((value) => value.areaCode === areaCode && value.from > day);
}

/** The local decision that a level follows; undefined where the suggestion holds. */
export function decisionOn(parameter: ParameterView | undefined, rule: string): ParameterValue | undefined {
  const held = parameter?.inForce;
  if (held === undefined || typeof held.value !== 'object') return undefined;
  return Object.hasOwn(held.value, rule) ? held : undefined;
}
