import type { ProjectFacts } from '../../core/alerts/facts.ts';
import type { AlertRule } from '../../core/alerts/rule.ts';
import type { AlertView } from '../../core/contract/alerts.ts';
import { diffDays } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

/** How fresh each part a rule looks at is; a part nobody ever wrote has no day. */
export function freshnessOf(
  { needs, also = [] }: Pick<AlertRule, 'needs' | 'also'>,
  facts: ProjectFacts | undefined,
  today: PlainDate,
): AlertView['freshness'] {
  return [...needs, ...also].map((part) => {
    const at = facts?.freshness[part];
    return { part, ...(at === undefined ? {} : { at, ageDays: Math.max(0, diffDays(at, today)) }) };
  });
}
