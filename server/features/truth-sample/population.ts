import type { PayMonth } from '../../core/kit/plain-date.ts';
import { peopleOnPayrolls, reportedOf } from '../payroll/index.ts';
import type { Reported } from '../payroll/index.ts';
import { projectsOfArea } from '../projects/index.ts';
import { attendedPeople } from '../roster/index.ts';
import type { Population } from './truth-sample.model.ts';

/** Projects whose people are read at once. */
const AT_ONCE = 50;

/** Everybody known to have worked in an area in a month, with the sites and the enrolments there. */
export interface AreaPeople {
  /** In order of ids, so that the same people are the same list. */
  population: Population;
  enrolmentsOf: (workerId: string, projectId: string) => string[];
  projectName: (projectId: string) => string;
}

/** Who has attendance or stands on a payroll that counts: whoever is missing from the payroll is asked too. */
export async function areaPeople(areaCode: string, month: PayMonth): Promise<AreaPeople> {
  const projects = await projectsOfArea(areaCode);
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const sites = new Map<string, Map<string, Set<string>>>();
  for (const ids of portions(projects.map(({ id }) => id))) {
    for (const person of [...(await attendedPeople(ids, month)), ...(await peopleOnPayrolls(ids, month))]) {
      const own = sites.get(person.workerId) ?? new Map<string, Set<string>>();
      const enrolments = own.get(person.projectId) ?? new Set<string>();
      if (person.enrolmentId !== undefined) enrolments.add(person.enrolmentId);
      own.set(person.projectId, enrolments);
      sites.set(person.workerId, own);
    }
  }
  return {
    population: [...sites.keys()]
      .sort()
      .map((workerId) => [workerId, ...[...(sites.get(workerId)?.keys() ?? [])].sort()] as const),
    enrolmentsOf: (workerId, projectId) => [...(sites.get(workerId)?.get(projectId) ?? [])].sort(),
    projectName: (projectId) => names.get(projectId) ?? '',
  };
}

/** What the payrolls of the area report of the month. */
export async function areaReported(areaCode: string, month: PayMonth): Promise<Reported> {
  const sum = { people: 0, creditedInFull: 0 };
  for (const ids of portions((await projectsOfArea(areaCode)).map(({ id }) => id))) {
    const { people, creditedInFull } = await reportedOf(ids, month);
    sum.people += people;
    sum.creditedInFull += creditedInFull;
  }
  return sum;
}

function portions(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) parts.push(ids.slice(at, at + AT_ONCE));
  return parts;
}
