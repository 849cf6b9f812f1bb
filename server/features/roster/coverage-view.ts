import type { CoverageView } from '../../core/contract/roster.ts';
import type { Ctx } from '../../platform/context.ts';
import { positionOn } from '../projects/index.ts';
import { coverageOf } from './coverage.ts';

/** The totals of a project for whoever may read it; a subcontractor's are of its own people alone. */
export async function getCoverage(projectId: string, ctx: Ctx): Promise<CoverageView> {
  const position = await positionOn(projectId, ctx);
  const ownOnly =
    !position.isOffice &&
    !position.isGeneralContractor &&
    !position.isOwner &&
    position.employerIds.length > 0;
  return coverageOf(position.project.id, ownOnly ? position.employerIds : null);
}
