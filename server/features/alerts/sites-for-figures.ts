import type { ProjectFacts } from '../../core/alerts/facts.ts';
import type { AlertLevel } from '../../core/alerts/rule.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import type { CardRecord } from './alert-card.model.ts';
import { AlertCards } from './alert-card.model.ts';
import { Alerts } from './alert.model.ts';
import { findKnown } from './fact-snapshot.model.ts';

/** A project as its risk card stands, for figures that are added up of all of them. */
export type SiteCard = Pick<
  CardRecord,
  '_id' | 'projectCode' | 'projectName' | 'areaCode' | 'industryDepartment' | 'level' | 'factsHash'
>;

/** All risk cards as they stand; no reader's limits. */
export const walkSiteCards = (): AsyncGenerator<SiteCard> =>
  walkById<SiteCard>(AlertCards, {
    ...{ projectCode: 1, projectName: 1, areaCode: 1, industryDepartment: 1, level: 1, factsHash: 1 },
  });

/** What was known of a project on a day; null before its first look. */
export async function factsOfSite(projectId: string, day: PlainDate): Promise<ProjectFacts | null> {
  return (await findKnown(projectId, day))?.facts ?? null;
}

/** How many warnings stand, by area and level; no reader's limits. */
export async function countOpenAlerts(): Promise<{ areaCode: string; level: AlertLevel; count: number }[]> {
  const counts = new Map<string, { areaCode: string; level: AlertLevel; count: number }>();
  const fields = { areaCode: 1, level: 1, open: 1 } as const;
  for await (const { areaCode, level, open } of walkById<OpenAlert>(Alerts, fields)) {
    if (open !== true) continue;
    const key = `${areaCode} ${level}`;
    const one = counts.get(key) ?? { areaCode, level, count: 0 };
    counts.set(key, { ...one, count: one.count + 1 });
  }
  return [...counts.values()];
}
interface OpenAlert {
  _id: unknown;
  areaCode: string;
  level: AlertLevel;
  open?: true;
}
