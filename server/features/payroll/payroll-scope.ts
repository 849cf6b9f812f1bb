import type { PayrollScope } from '../../core/contract/payroll.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { positionOn } from '../projects/index.ts';
import type { ProjectPosition, ProjectRef } from '../projects/index.ts';
import { findTeam } from '../roster/index.ts';
import type { TeamRef } from '../roster/index.ts';
import { filesFor } from './payroll-roles.ts';

export interface FilingScope extends PayrollScope {
  project: ProjectRef;
  team: TeamRef;
}

/**
 * The team's month, when this company may file it: the employer its own teams, the general contractor also those of a
 * subcontractor that has no account. A team of others does not exist for the rest.
 * @law REG-31-1
 */
export async function requireFiling(scope: PayrollScope, ctx: Ctx): Promise<FilingScope> {
  const [position, team] = await Promise.all([positionOn(scope.projectId, ctx), findTeam(scope.teamId)]);
  if (team === null || team.projectId !== position.project.id) throw new AppError('notFound');
  if (!(await mayFile(team, position, ctx))) throw new AppError('forbidden');
  return { ...scope, projectId: position.project.id, project: position.project, team };
}

async function mayFile({ employerId }: TeamRef, position: ProjectPosition, ctx: Ctx): Promise<boolean> {
  if (ctx.actor.kind === 'system' || (await filesFor(employerId, position))) return true;
  if (position.isGeneralContractor || position.isOwner) return false;
  throw new AppError('notFound');
}
