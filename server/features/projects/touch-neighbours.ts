import { touchProjectsOf } from '../../platform/touched-projects.ts';
import type { ProjectRecord } from './project.model.ts';

type Works = Pick<ProjectRecord, 'areaCode' | 'parties' | 'state'>;

/** General contractors whose works are under way here. */
const buildersOf = ({ parties, state }: Works): string[] =>
  state === 'building'
    ? parties.flatMap(({ role, companyId }) => (role === 'generalContractor' ? [companyId] : []))
    : [];

/**
 * The bond of a site may be lower where its general contractor has other works under way in the area (BON-5): who begins
 * or ends some is looked at on all his sites; in the transaction that writes the project.
 */
export async function touchNeighbours(before: Works | null, after: Works): Promise<void> {
  const [had, has] = [before === null ? [] : buildersOf(before), buildersOf(after)];
  const isSamePlace = before?.areaCode === after.areaCode;
  const stays = (one: string): boolean => isSamePlace && had.includes(one) && has.includes(one);
  await touchProjectsOf([...had, ...has].filter((one) => !stays(one)));
}
