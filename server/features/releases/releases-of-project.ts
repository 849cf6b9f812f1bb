import type { ReleasesOfProject } from '../../core/contract/releases.ts';
import { RELEASE_KINDS } from '../../core/contract/releases.ts';
import { UNOPENED } from '../../core/lives/life-table.ts';
import type { Ctx } from '../../platform/context.ts';
import { actionsOpen } from '../../platform/lives/index.ts';
import { positionOn } from '../projects/index.ts';
import { freshRelease } from './open-release.ts';
import { releaseKind } from './release-kind.ts';
import { asReleases, Releases } from './release.model.ts';
import { releasesWithin } from './release-reach.ts';
import { blockerViews, releaseRow } from './release-view.ts';

/** What was begun for a project as far as the reader sees it, and what its general contractor can begin now, or why not. */
export async function releasesOfProject(projectId: string, ctx: Ctx): Promise<ReleasesOfProject> {
  const { project, isGeneralContractor } = await positionOn(projectId, ctx);
  const within = { $and: [{ projectId: project.id }, await releasesWithin(ctx)] };
  const found = asReleases(await Releases.find(within).sort({ openedOn: 1, _id: 1 }).lean());
  const open: ReleasesOfProject['open'] = [];
  for (const kind of isGeneralContractor ? RELEASE_KINDS : []) {
    if (found.some((one) => one.isOpen && one.kind === kind)) continue;
    const life = releaseKind(kind);
    const ground = await life.ground(await freshRelease(kind, project), ctx);
    const now = { ...ground, state: UNOPENED, facts: {}, deadlines: [] };
    const [step] = actionsOpen({ table: life.table, now, roles: ['contractor'] }, ctx);
    if (step !== undefined) open.push({ kind, step, blockers: blockerViews(ground.blockers, false) });
  }
  return { items: found.map(releaseRow), open };
}
