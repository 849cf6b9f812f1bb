import type { PlanRow, ScreeningRow } from '../contract/inspection-plan.ts';

type Ranked = Pick<PlanRow, 'points' | 'daysSince' | 'complaints' | 'projectId'>;

const NEVER = Number.MAX_SAFE_INTEGER;

/** Where to go first: most risk points, then longest not inspected (never comes first), then most complaints. */
export const byRisk = (a: Ranked, b: Ranked): number =>
  b.points - a.points ||
  (b.daysSince ?? NEVER) - (a.daysSince ?? NEVER) ||
  b.complaints - a.complaints ||
  (a.projectId < b.projectId ? -1 : 1);

type Covered = Pick<ScreeningRow, 'areaCode' | 'isCovered' | 'screenedOn' | 'projectId'>;

/** What is still to be covered first, of it what was longest not looked at. */
export const uncoveredFirst = (a: Covered, b: Covered): number =>
  Number(a.isCovered) - Number(b.isCovered) ||
  (a.screenedOn ?? '').localeCompare(b.screenedOn ?? '') ||
  (a.projectId < b.projectId ? -1 : 1);

const TOWN_DIGITS = 9;

/** Coverage per town; a project that lies in no town is counted where it lies. */
export function coverageByTown(
  rows: readonly Covered[],
): { areaCode: string; projects: number; covered: number }[] {
  const towns = new Map<string, { areaCode: string; projects: number; covered: number }>();
  for (const { areaCode, isCovered } of rows) {
    const code = areaCode.slice(0, TOWN_DIGITS);
    const town = towns.get(code) ?? { areaCode: code, projects: 0, covered: 0 };
    town.projects += 1;
    town.covered += Number(isCovered);
    towns.set(code, town);
  }
  return [...towns.values()].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
}
