import type { RiskLine } from '../../../../server/core/contract/alerts.ts';

/** Lines of a card by what they say: raised with the gravest first, not known, and the quiet ones that are folded away. */
export interface RiskGroups {
  raised: RiskLine[];
  noData: RiskLine[];
  clear: RiskLine[];
  off: RiskLine[];
}

export function riskGroups(lines: readonly RiskLine[]): RiskGroups {
  const of = (state: RiskLine['state']): RiskLine[] => lines.filter((line) => line.state === state);
  return {
    raised: of('raised').sort(
      (a, b) => Number(b.level === 'red') - Number(a.level === 'red') || b.points - a.points,
    ),
    noData: of('noData'),
    clear: of('clear'),
    off: of('off'),
  };
}
