import { touchProjects } from '../../platform/touched-projects.ts';
import type { ProjectRecord } from './project.model.ts';
import { Projects } from './project.model.ts';

/** In how many projects on record each of these companies takes part (index parties.companyId). */
export async function countProjectsOf(companyIds: readonly string[]): Promise<Map<string, number>> {
  if (companyIds.length === 0) return new Map();
  const found = await Projects.find(
    { 'parties.companyId': { $in: [...companyIds] }, state: { $ne: 'merged' } },
    { parties: 1 },
  ).lean();
  const counts = new Map<string, number>();
  for (const { parties } of found) {
    for (const id of new Set(parties.map(({ companyId }) => companyId)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Parties of the one company are parties of the other; a part both had is had once. */
export async function repointParties(fromId: string, intoId: string): Promise<void> {
  const found = (await Projects.find({ 'parties.companyId': fromId }).lean()) as unknown as ProjectRecord[];
  for (const { _id, parties, version } of found) {
    const moved = parties.map(({ role, companyId }) => ({
      role,
      companyId: companyId === fromId ? intoId : companyId,
    }));
    const distinct = moved.filter(
      (one, at) =>
        moved.findIndex(({ role, companyId }) => role === one.role && companyId === one.companyId) === at,
    );
    await Projects.updateOne({ _id, version }, { $set: { parties: distinct }, $inc: { version: 1 } });
  }
  await touchProjects(found.map(({ _id }) => _id));
}
