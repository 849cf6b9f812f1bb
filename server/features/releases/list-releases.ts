import type { Page } from '../../core/contract/page.ts';
import type { ListReleases, ReleaseRow } from '../../core/contract/releases.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import type { ReleaseRecord } from './release.model.ts';
import { Releases } from './release.model.ts';
import { releasesWithin } from './release-reach.ts';
import { releaseRow } from './release-view.ts';

export const RELEASE_SORTS = { nextDueOn: 'nextDueOn', openedOn: 'openedOn' } as const;

function filterOf({ q, kind, state, areaCode, due }: ListReleases): Record<string, unknown> {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(due === undefined ? {} : { nextDueOn: due ? { $lt: NEVER_DUE } : NEVER_DUE }),
    ...(q === undefined ? {} : { $and: [searchFilter(q)] }),
  };
}

/** Closings and returns the reader may see, what is due first on top. */
export async function listReleases(query: ListReleases, ctx: Ctx): Promise<Page<ReleaseRow>> {
  const page = await keysetPage<ReleaseRecord>(Releases, {
    sorts: RELEASE_SORTS,
    fallback: 'nextDueOn',
    limits: { $and: [await releasesWithin(ctx), filterOf(query)] },
    query,
  });
  return { ...page, items: page.items.map(releaseRow) };
}
