import type { Ctx } from '../../platform/context.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { employersSeen } from '../projects/index.ts';

/** Whose teams the reader sees in totals on this project: null for all, else those of these employers. */
export function teamsInSight(position: ProjectPosition, ctx: Pick<Ctx, 'grants'>): string[] | null {
  if (position.isOwner || ctx.grants.some(({ role }) => role === 'leader')) return null;
  return employersSeen(position);
}

/** Of these employers alone; null is everybody. */
export const isInSight = (seen: readonly string[] | null, employerId: string): boolean =>
  seen === null || seen.includes(employerId);
