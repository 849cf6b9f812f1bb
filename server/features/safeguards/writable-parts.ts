import type { SafeguardPart } from '../../core/contract/safeguards.ts';
import { SAFEGUARD_PARTS } from '../../core/contract/safeguards.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { positionOn } from '../projects/index.ts';

/** The parts this reader writes: the general contractor and the office all of them, the owner the contract. */
export function writableParts({
  project,
  isOffice,
  isGeneralContractor,
  isOwner,
}: ProjectPosition): readonly SafeguardPart[] {
  if (project.state === 'merged') return [];
  if (isOffice || isGeneralContractor) return SAFEGUARD_PARTS;
  return isOwner ? ['contract'] : [];
}

/** Whoever answers for the site, or watches over it, knows its contract, account and bond; a subcontractor does not. */
export const seesPapers = ({ isGeneralContractor, isOwner, employerIds }: ProjectPosition): boolean =>
  isGeneralContractor || isOwner || employerIds.length === 0;

/** The reader's position, if this part is his to write; 404 outside his reach, 403 within it. */
export async function positionToWrite(
  projectId: string,
  part: SafeguardPart,
  ctx: Ctx,
): Promise<ProjectPosition> {
  const position = await positionOn(projectId, ctx);
  if (!writableParts(position).includes(part)) throw new AppError('forbidden');
  return position;
}
