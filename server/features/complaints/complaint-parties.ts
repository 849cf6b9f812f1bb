import type { ComplaintContent } from '../../core/contract/complaint-intake.ts';
import { normaliseForSearch } from '../../platform/search/index.ts';
import { findCompanyRef } from '../companies/index.ts';
import { findProjectByCode, findProjectRef } from '../projects/index.ts';
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
  const employer = await employerOf(given);
  return { ...project, ...employer, ...employerKeyOf(employer) };
}

async function projectOf({ projectId, projectCode, projectName }: Named): Promise<Parties> {
  if (projectId === undefined && projectCode === undefined)
    return projectName === undefined ? {} : { projectName };
  const path = projectId === undefined ? 'projectCode' : 'projectId';
  const found =
    projectId === undefined ? await findProjectByCode(projectCode ?? '') : await findProjectRef(projectId);
  if (found === null) throw unknown(path, '没有这个项目', 'There is no such project');
  return { projectId: found.id, projectCode: found.code, projectName: found.name };
}

async function employerOf({ employerId, employerName }: Named): Promise<Parties> {
  if (employerId === undefined) return employerName === undefined ? {} : { employerName };
  const found = await findCompanyRef(employerId);
  if (found === null) throw unknown('employerId', '没有这个单位', 'There is no such company');
  return { employerId: found.id, employerName: found.name };
}

const unknown = (path: string, zh: string, en: string): AppError =>
  new AppError('invalidInput', { count: 1 }, [problem(path, 'any.unknown', zh, en)]);
