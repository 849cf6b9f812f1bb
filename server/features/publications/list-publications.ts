import type { ListPublications, PublicationRow } from '../../core/contract/publications.ts';
import type { Page } from '../../core/contract/page.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { publicationsWithin } from './publication-kind.ts';
import type { PublicationRecord } from './publication.model.ts';
import { Publications } from './publication.model.ts';
import { publicationRow } from './publication-view.ts';

export const PUBLICATION_SORTS = {
  openedOn: 'openedOn',
  nextDueOn: 'nextDueOn',
  publicOn: 'publicOn',
} as const;

function filterOf({ q, state, areaCode, due }: ListPublications): Record<string, unknown> {
  return {
    ...(state === undefined ? {} : { state }),
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(due === undefined ? {} : { nextDueOn: due ? { $lt: NEVER_DUE } : NEVER_DUE }),
    ...(q === undefined ? {} : { $and: [searchFilter(q)] }),
  };
}

/** The publications of the reader's areas, newest first. */
export async function listPublications(query: ListPublications, ctx: Ctx): Promise<Page<PublicationRow>> {
  const page = await keysetPage<PublicationRecord>(Publications, {
    sorts: PUBLICATION_SORTS,
    fallback: '-openedOn',
    limits: { $and: [publicationsWithin(ctx), filterOf(query)] },
    query,
  });
  return { ...page, items: page.items.map(publicationRow) };
}
