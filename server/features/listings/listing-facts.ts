import { NEVER_DUE } from '../../core/law/due-range.ts';
import type { ProjectFacts } from '../../core/alerts/facts.ts';
import { companyRefsOf } from '../companies/index.ts';
import { listedDays } from './after-step.ts';
import { everListed, everListedByName } from './listing.model.ts';

type ListingFact = NonNullable<ProjectFacts['listings']>[number];

/**
 * On which days which of these companies stood on the list, by company; and, of those that never did, whose legal
 * representative has the name of a listed person. Two questions, whatever their number.
 */
export async function listingFactsOf(companyIds: readonly string[]): Promise<Map<string, ListingFact[]>> {
  const ids = [...new Set(companyIds)];
  const companies = await companyRefsOf(ids);
  const own = await everListed(ids, NEVER_DUE);
  const heads = [...companies.values()].flatMap(({ legalRepresentative }) => legalRepresentative ?? []);
  const byName = await everListedByName([...new Set(heads)], NEVER_DUE);
  const facts = new Map<string, ListingFact[]>();
  for (const [companyId, { name: companyName, legalRepresentative }] of companies) {
    const listed = own.filter((one) => one.companyId === companyId).flatMap(listedDays);
    const ofHead = byName
      .filter((one) => one.companyId !== companyId && one.personNames.includes(legalRepresentative ?? ''))
      .flatMap(listedDays)
      .map((days) => ({ ...days, byHead: true as const }));
    const all = [...listed, ...ofHead].map((days) => ({ companyId, companyName, ...days }));
    if (all.length > 0) facts.set(companyId, all);
  }
  return facts;
}
