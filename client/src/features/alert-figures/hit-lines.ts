import type { RuleHits } from '../../../../server/core/contract/alert-figures.ts';

export type HitCounts = Pick<RuleHits, 'raised' | 'cured' | 'judged' | 'right'>;
/** One rule over all its months. */
export interface HitLine {
  rule: string;
  question: RuleHits['question'];
  total: HitCounts;
  months: Partial<Record<string, HitCounts>>;
}

/** One line a rule, the busiest first, and the months in which anything happened, oldest first. */
export function hitLines(hits: readonly RuleHits[]): { months: string[]; lines: HitLine[] } {
  const lines = new Map<string, HitLine>();
  for (const { rule, question, month, raised, cured, judged, right } of hits) {
    const line = lines.get(rule) ?? {
      ...{ rule, question, months: {} },
      total: { raised: 0, cured: 0, judged: 0, right: 0 },
    };
    lines.set(rule, line);
    line.months[month] = { raised, cured, judged, right };
    line.total.raised += raised;
    line.total.cured += cured;
    line.total.judged += judged;
    line.total.right += right;
  }
  return {
    months: [...new Set(hits.map(({ month }) => month))].sort(),
    lines: [...lines.values()].sort((a, b) => b.total.raised - a.total.raised || (a.rule < b.rule ? -1 : 1)),
  };
}

/** Whole per cent of those judged; of none judged there is nothing to say. */
export const rightPercent = ({ judged, right }: Pick<HitCounts, 'judged' | 'right'>): number | undefined =>
  judged === 0 ? undefined : Math.round((right * 100) / judged);
