import type { FactPart, ProjectFacts } from '../../core/alerts/facts.ts';
import type { AlertRule } from '../../core/alerts/rule.ts';
import type { AlertView } from '../../core/contract/alerts.ts';
import { diffDays } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

/** Periods that run are counted anew at each look: there is nothing of them that could be missing or old. */
const COUNTED_NOW: ReadonlySet<FactPart> = new Set(['deadlines']);

/** How fresh each part a rule looks at is; a part nobody ever wrote has no day. */
export function freshnessOf(
  { needs, also = [] }: Pick<AlertRule, 'needs' | 'also'>,
  facts: ProjectFacts | undefined,
  today: PlainDate,
): AlertView['freshness'] {
  return [...needs, ...also].map((part) => {
    const at = COUNTED_NOW.has(part) && facts !== undefined ? today : facts?.freshness[part];
    return { part, ...(at === undefined ? {} : { at, ageDays: Math.max(0, diffDays(at, today)) }) };
  });
}
