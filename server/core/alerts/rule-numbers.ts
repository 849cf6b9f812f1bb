import type { RuleSettings } from './evaluation.ts';
import type { AlertRule } from './rule.ts';

/** A number as it holds: what the area set, or our suggestion, which is shown as one. */
export interface NumberInForce {
  value: number;
  isSuggested: boolean;
}

/**
 * What a rule compares with under these settings, by the name in its own table. A number nobody set is our suggestion and
 * says so: it is never passed off as law or as the area's own.
 */
export function numbersOf(
  rule: AlertRule,
  settings: Pick<RuleSettings, 'numbers'>,
): Record<string, NumberInForce> {
  const numbers: Record<string, NumberInForce> = {};
  for (const [name, { parameter, suggested }] of Object.entries(rule.numbers)) {
    const set = Object.hasOwn(settings.numbers, parameter) ? settings.numbers[parameter] : undefined;
    numbers[name] = { value: set ?? suggested, isSuggested: set === undefined };
  }
  return numbers;
}
