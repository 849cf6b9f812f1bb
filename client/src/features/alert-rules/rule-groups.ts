import type { AlertRuleView } from '../../../../server/core/contract/alert-figures.ts';

/** Rules under their headings, in the order in which they come. */
export function byGroup(rules: readonly AlertRuleView[]): [group: string, rules: AlertRuleView[]][] {
  const groups = new Map<string, AlertRuleView[]>();
  for (const rule of rules) groups.set(rule.group, [...(groups.get(rule.group) ?? []), rule]);
  return [...groups];
}
