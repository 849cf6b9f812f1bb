import type { PartyRole } from '../../core/contract/projects.ts';
import type { ProjectRecord } from './project.model.ts';
import { Projects } from './project.model.ts';
import type { ProjectRef } from './project-refs.ts';
import { refOf } from './project-refs.ts';

/** The projects on which one of these companies holds one of these parts (index parties.companyId). */
export async function projectIdsOf(
  companyIds: readonly string[],
  roles: readonly PartyRole[],
): Promise<string[]> {
  if (companyIds.length === 0) return [];
  const found = await Projects.find(
    { 'parties.companyId': { $in: [...companyIds] }, state: { $ne: 'merged' } },
    { parties: 1 },
  ).lean();
  const holds = ({ role, companyId }: { role: PartyRole; companyId: string }): boolean =>
    roles.includes(role) && companyIds.includes(companyId);
  return found.filter(({ parties }) => parties.some(holds)).map(({ _id }) => String(_id));
}

/** These projects in one query, by id; ids of nothing are left out. */
export async function projectRefsOf(ids: readonly string[]): Promise<Map<string, ProjectRef>> {
  if (ids.length === 0) return new Map();
  const found = await Projects.find({ _id: { $in: [...new Set(ids)] } }).lean();
  // Lean documents are what the schema wrote, so they are ProjectRecords.
  return new Map((found as unknown as ProjectRecord[]).map((one) => [String(one._id), refOf(one)]));
}

/** The next projects by id that were not merged into others, for a walk over all of them. */
export async function projectIdsAfter(after: string | undefined, limit: number): Promise<string[]> {
  const beyond = {
    ...(after === undefined ? {} : { _id: { $gt: after } }),
    state: { $ne: 'merged' as const },
  };
  const found = await Projects.find(beyond, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean();
  return found.map(({ _id }) => String(_id));
}

/** Works under way of these general contractors (index parties.companyId). */
export async function buildingSitesOf(
  contractorIds: readonly string[],
): Promise<{ id: string; areaCode: string; contractors: string[] }[]> {
  if (contractorIds.length === 0) return [];
  const theirs = { 'parties.companyId': { $in: [...new Set(contractorIds)] }, state: 'building' as const };
  const found = await Projects.find(theirs, { areaCode: 1, parties: 1 }).lean();
  return found.map(({ _id, areaCode, parties }) => ({
    id: String(_id),
    areaCode,
    contractors: parties.flatMap(({ role, companyId }) => (role === 'generalContractor' ? [companyId] : [])),
  }));
}
