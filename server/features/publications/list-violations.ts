import type { ListViolations, PublicViolation } from '../../core/contract/publications.ts';
import type { Page } from '../../core/contract/page.ts';
import { SIX_ITEMS } from '../../core/publications/publication-content.ts';
import type { SixItem } from '../../core/publications/publication-content.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import type { PublicationRecord } from './publication.model.ts';
import { Publications } from './publication.model.ts';

/**
 * What the public reads today: published by the head's approval, not taken down, its term not over. Of each the six
 * items and the day, nothing else.
 * @law PUB-2
 * @law PUB-4
 */
export async function listViolations(query: ListViolations, { today }: Ctx): Promise<Page<PublicViolation>> {
  const { q, areaCode } = query;
  const page = await keysetPage<PublicationRecord>(Publications, {
    sorts: { publicOn: 'publicOn' },
    fallback: '-publicOn',
    limits: {
      isPublic: true,
      publicUntil: { $gte: today },
      ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
      ...(q === undefined ? {} : { $and: [searchFilter(q)] }),
    },
    query,
  });
  return { ...page, items: page.items.map(violationOf) };
}

function violationOf({ facts, publicOn, openedOn }: PublicationRecord): PublicViolation {
  const items = Object.fromEntries(SIX_ITEMS.map((item) => [item, String(facts[item] ?? '')]));
  return { ...(items as Record<SixItem, string>), publishedOn: publicOn ?? openedOn }; // every item has its key
}
