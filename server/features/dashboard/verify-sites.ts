import type { PlainDate } from '../../core/kit/plain-date.ts';
import { countOpenAlerts, walkSiteCards } from '../alerts/index.ts';
import type { Verified } from '../reports/index.ts';
import { siteOf } from './roll-up-sites.ts';
import type { SiteRecord } from './site.model.ts';
import { EVERYWHERE, findSums } from './site-sum.model.ts';
import { sumSites } from './sum-sites.ts';

const MOST_NAMED = 20;

/** Adds up every project and warning from the records and compares with the kept sums. */
export async function verifySites(today: PlainDate): Promise<Verified> {
  const sites: SiteRecord[] = [];
  for await (const card of walkSiteCards()) sites.push(await siteOf(card, today));
  const keyed = (sums: Awaited<ReturnType<typeof findSums>>): Map<string, string> =>
    new Map(sums.map(({ areaCode, industry, counts }) => [`${areaCode}|${industry}`, inOrder(counts)]));
  const expected = keyed(sumSites(sites, await countOpenAlerts()));
  const kept = keyed(await findSums(EVERYWHERE));
  const found = [...new Set([...expected.keys(), ...kept.keys()])].filter(
    (id) => expected.get(id) !== kept.get(id),
  );
  return {
    ...{ records: sites.length, kept: kept.size, drift: found.length },
    found: found.slice(0, MOST_NAMED),
  };
}

const inOrder = (counts: Record<string, number>): string =>
  JSON.stringify(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
