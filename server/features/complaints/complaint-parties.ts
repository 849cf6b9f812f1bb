import type { ComplaintContent } from '../../core/contract/complaint-intake.ts';
import { normaliseForSearch } from '../../platform/search/index.ts';
import { companyNamesOf, findCompanyRef } from '../companies/index.ts';
import { findProjectByCode, findProjectRef } from '../projects/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { problem } from './check-content.ts';
import type { ComplaintContentRecord } from './complaint.record.ts';

export type Parties = Pick<
  ComplaintContentRecord,
  'projectId' | 'projectCode' | 'projectName' | 'employerId' | 'employerName' | 'employerKey'
>;
type Named = Pick<ComplaintContent, 'projectCode' | 'projectName' | 'employerName'> & {
  projectId?: string;
  employerId?: string;
};

/** One text for one employer: by the record where there is one, else by the name as it is compared. */
export function employerKeyOf({ employerId, employerName }: Pick<Parties, 'employerId' | 'employerName'>): {
  employerKey?: string;
} {
  if (employerId !== undefined) return { employerKey: `id:${employerId}` };
  const name = normaliseForSearch(employerName ?? '');
  return name === '' ? {} : { employerKey: `name:${name}` };
}

/** Project and employer as they are kept: by their records where they are known, else in the complainant's words. */
export async function partiesOf(given: Named): Promise<Parties> {
  const project = await projectOf(given);
  const employer = await employerOf(given, project);
  const { projectName } = given;
  const named = projectName === undefined ? {} : { projectName };
  const kept =
    project === null
      ? named
      : { projectId: project.id, projectCode: project.code, projectName: project.name };
  return { ...kept, ...employer, ...employerKeyOf(employer) };
}

async function projectOf({ projectId, projectCode }: Named): Promise<ProjectRef | null> {
  if (projectId === undefined && projectCode === undefined) return null;
  const path = projectId === undefined ? 'projectCode' : 'projectId';
  const found =
    projectId === undefined ? await findProjectByCode(projectCode ?? '') : await findProjectRef(projectId);
  if (found === null) throw unknown(path, '没有这个项目', 'There is no such project');
  return found;
}

async function employerOf({ employerId, employerName }: Named, project: ProjectRef | null): Promise<Parties> {
  if (employerId === undefined) {
    if (employerName === undefined) return {};
    return (await partyNamed(employerName, project)) ?? { employerName };
  }
  const found = await findCompanyRef(employerId);
  if (found === null) throw unknown('employerId', '没有这个单位', 'There is no such company');
  return { employerId: found.id, employerName: found.name };
}

/** A firm chosen off the rights board of the site is the firm on record, not a name like it. */
async function partyNamed(name: string, project: ProjectRef | null): Promise<Parties | null> {
  if (project === null) return null;
  const names = await companyNamesOf(project.parties.map(({ companyId }) => companyId));
  const wanted = normaliseForSearch(name);
  const [employerId, employerName] = [...names].find(([, one]) => normaliseForSearch(one) === wanted) ?? [];
  return employerId === undefined || employerName === undefined ? null : { employerId, employerName };
}

const unknown = (path: string, zh: string, en: string): AppError =>
  new AppError('invalidInput', { count: 1 }, [problem(path, 'any.unknown', zh, en)]);
