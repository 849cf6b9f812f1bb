import { listProjects } from '@/api/projects.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';
import { mainParty } from './project-facts.ts';

/** Projects a record may point to; those merged into another stand for nothing any more. */
export const searchProjects: LookUpSearch = async (words, signal) => {
  const { items } = await listProjects({ q: words, limit: 8 }, signal);
  return items
    .filter((project) => project.state !== 'merged')
    .map((project) => ({ id: project.id, name: project.name, note: mainParty(project) }));
};
