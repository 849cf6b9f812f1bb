import { areaRange } from '../../platform/area-limit.ts';
import { Projects } from './project.model.ts';

/** The projects of an area and everything in it by id and name (index areaCode); merged ones are left out. */
export async function projectsOfArea(areaCode: string): Promise<{ id: string; name: string }[]> {
  const standing = { areaCode: areaRange(areaCode), state: { $ne: 'merged' as const } };
  const found = await Projects.find(standing, { name: 1 }).lean();
  return found.map(({ _id, name }) => ({ id: String(_id), name }));
}
