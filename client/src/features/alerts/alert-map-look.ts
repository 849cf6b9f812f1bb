import type { AlertMapRow } from '../../../../server/core/contract/alerts.ts';

/** How a tile of the map looks: the worst that is known of its projects; grey only where nothing is. */
export type MapTone = 'danger' | 'warning' | 'good' | 'noData';

/** Grave projects first, then points: the order in which somebody would go there. */
export const worstFirst = (rows: readonly AlertMapRow[]): AlertMapRow[] =>
  [...rows].sort((a, b) => b.red - a.red || b.points - a.points || (a.areaCode < b.areaCode ? -1 : 1));

export function toneOf({ projects, red, yellow, grey }: AlertMapRow): MapTone {
  if (red > 0) return 'danger';
  if (yellow > 0) return 'warning';
  return projects > grey ? 'good' : 'noData';
}

/** Projects of which something is known and nothing is raised. */
export const clearOf = ({ projects, red, yellow, grey }: AlertMapRow): number =>
  Math.max(0, projects - red - yellow - grey);
