import type { ReleaseView } from '../../core/contract/releases.ts';
import type { Ctx } from '../../platform/context.ts';
import { getLife } from '../../platform/lives/index.ts';
import { releaseKind } from './release-kind.ts';
import type { ReleaseRecord } from './release.model.ts';
import { releasesWithin } from './release-reach.ts';
import { releaseView } from './release-view.ts';

/** One of the reader's; both kinds lie in one place. */
export async function getReleaseRecord(id: string, ctx: Ctx): Promise<ReleaseRecord> {
  return getLife(releaseKind('bondReturn'), id, await releasesWithin(ctx));
}

/** One release, with what stands in its way counted now. */
export async function getRelease(id: string, ctx: Ctx): Promise<ReleaseView> {
  return releaseView(await getReleaseRecord(id, ctx), ctx);
}
