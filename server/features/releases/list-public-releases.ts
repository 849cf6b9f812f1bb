import type { Page } from '../../core/contract/page.ts';
import type { ListPublicReleases, PublicRelease } from '../../core/contract/releases.ts';
import { dayOf } from '../../core/lives/facts.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import type { ReleaseRecord } from './release.model.ts';
import { Releases } from './release.model.ts';

/**
 * The notices that run today, as anybody reads them: whose account or bond of which project, and until when somebody who
 * was not paid should say so. No more than the notice on the board.
 * @law BON-19
 */
export async function listPublicReleases(
  query: ListPublicReleases,
  { today }: Pick<Ctx, 'today'>,
): Promise<Page<PublicRelease>> {
  const { q, areaCode } = query;
  const page = await keysetPage<ReleaseRecord>(Releases, {
    sorts: { publicUntil: 'publicUntil' },
    fallback: 'publicUntil',
    limits: {
      state: 'noticed',
      publicUntil: { $gte: today },
      ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
      ...(q === undefined ? {} : { $and: [searchFilter(q)] }),
    },
    query,
  });
  return { ...page, items: page.items.map((record) => noticeOf(record)) };
}

function noticeOf(record: ReleaseRecord): PublicRelease {
  const { kind, projectCode, projectName, companyName, areaCode, openedOn, facts } = record;
  const { publishedOn = openedOn, publicUntil = openedOn } = record;
  return {
    ...{ kind, projectCode, projectName, companyName, areaCode, publishedOn, until: publicUntil },
    postedOn: dayOf(facts, 'postedOn') ?? openedOn,
  };
}
