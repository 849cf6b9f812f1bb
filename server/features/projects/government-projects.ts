import { Projects } from './project.model.ts';

/** Government-invested works under way within these limits, by id, name and area (index areaCode). */
export async function governmentProjects(
  limits: Record<string, unknown>,
): Promise<{ id: string; name: string; areaCode: string }[]> {
  const wanted = {
    investmentType: 'GOVERNMENT' as const,
    state: { $in: ['building', 'suspended'] as const },
  };
  const found = await Projects.find({ $and: [limits, wanted] }, { name: 1, areaCode: 1 }).lean();
  return found.map(({ _id, name, areaCode }) => ({ id: String(_id), name, areaCode }));
}
