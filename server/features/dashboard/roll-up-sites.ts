import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { SiteStanding } from '../../core/reports/site-standing.ts';
import { siteStanding } from '../../core/reports/site-standing.ts';
import { inTransaction } from '../../platform/db.ts';
import type { SiteCard } from '../alerts/index.ts';
import { countOpenAlerts, factsOfSite, walkSiteCards } from '../alerts/index.ts';
import type { SiteRecord } from './site.model.ts';
import { findSites, keepOnlySites, writeSites } from './site.model.ts';
import { replaceSums } from './site-sum.model.ts';
import { sumSites } from './sum-sites.ts';

const BATCH = 200;
const NO_INDUSTRY = '-';
type At = { today: PlainDate; now: Date };

/**
 * Brings the projects of the figures up to date and adds them up anew. A project is looked at again only where its facts
 * changed or the day did; the sums are made of all of them every time, so nothing can drift away little by little.
 */
export async function rollUpSites(
  { today, now }: At,
  signal?: AbortSignal,
): Promise<{ looked: number; sites: number }> {
  let looked = 0;
  const all: SiteRecord[] = [];
  for await (const cards of batches(walkSiteCards())) {
    if (signal?.aborted === true) return { looked, sites: all.length };
    const known = await findSites(cards.map(({ _id }) => _id));
    const changed: SiteRecord[] = [];
    for (const card of cards) {
      const before = known.get(card._id);
      const site = before !== undefined && isSame(before, card, today) ? before : await siteOf(card, today);
      if (site !== before) changed.push(site);
      all.push(site);
    }
    if (changed.length > 0) await inTransaction(() => writeSites(changed));
    looked += changed.length;
  }
  const alerts = await countOpenAlerts();
  await inTransaction(async () => {
    await keepOnlySites(new Set(all.map(({ _id }) => _id)));
    await replaceSums(sumSites(all, alerts), now);
  });
  return { looked, sites: all.length };
}

const isSame = (site: SiteRecord, card: SiteCard, today: PlainDate): boolean =>
  site.day === today &&
  site.factsHash === card.factsHash &&
  site.level === card.level &&
  site.areaCode === card.areaCode &&
  site.industry === (card.industryDepartment ?? NO_INDUSTRY) &&
  site.projectName === card.projectName;

/** A project as its newest facts have it; one that was never looked at is one of which nothing is known. */
export async function siteOf(card: SiteCard, today: PlainDate): Promise<SiteRecord> {
  const facts = await factsOfSite(card._id, today);
  const contractor = facts?.project.parties.find(({ role }) => role === 'generalContractor');
  return {
    ...{ _id: card._id, projectCode: card.projectCode, projectName: card.projectName },
    ...{ areaCode: card.areaCode, industry: card.industryDepartment ?? NO_INDUSTRY, level: card.level },
    ...(contractor === undefined
      ? {}
      : { contractorId: contractor.companyId, contractorName: contractor.name }),
    ...{ factsHash: card.factsHash, day: today },
    ...(facts === null ? NOTHING_KNOWN : siteStanding(facts, today)),
  };
}

const NOTHING_KNOWN: SiteStanding = {
  items: {
    ...{ contract: 'unknown', realName: 'unknown', account: 'unknown' },
    ...{ bond: 'unknown', bankPay: 'unknown', board: 'unknown' },
  },
  ...{ present: 0, withContract: 0, withRealName: 0, filing: [] },
};

async function* batches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
