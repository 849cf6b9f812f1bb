import type { ComplaintContent } from '../../core/contract/complaint-intake.ts';
import { normaliseForSearch } from '../../platform/search/index.ts';
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
  const { projectName, employerName } = given;
  const named = {
    ...(projectName === undefined ? {} : { projectName }),
    ...(employerName === undefined ? {} : { employerName }),
  };
  await Promise.resolve();
  return { ...named, ...employerKeyOf(named) };
}
