import type { ProjectPart } from '../../core/alerts/facts.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectRecord } from './project.model.ts';
import { Projects } from './project.model.ts';
import type { ProjectRef } from './project-refs.ts';
import { refOf } from './project-refs.ts';

/** A project as the warnings know it, with the day it came on record. */
export interface KnownProject {
  ref: ProjectRef;
  part: ProjectPart;
  recordedOn: PlainDate;
}

/** These projects with their parties by name, in two queries; one that gave way to another is left out. */
export async function projectFactsOf(ids: readonly string[]): Promise<KnownProject[]> {
  const standing = { _id: { $in: [...new Set(ids)] }, state: { $ne: 'merged' as const } };
  const found = (await Projects.find(standing).lean()) as unknown as ProjectRecord[]; // what the schema wrote
  const companies = found.flatMap(({ parties }) => parties.map(({ companyId }) => companyId));
  const names = await companyNamesOf([...new Set(companies)]);
  return found.map((record) => {
    const ref = refOf(record);
    const { id, code, name, areaCode, state, industryDepartment } = ref;
    const { investmentType, startedOn } = record;
    return {
      ref,
      part: {
        ...{ id, code, name, areaCode, state },
        ...(investmentType === undefined ? {} : { investmentType }),
        ...(industryDepartment === undefined ? {} : { industryDepartment }),
        ...(startedOn === undefined ? {} : { startedOn }),
        parties: ref.parties.map((party) => ({ ...party, name: names.get(party.companyId) ?? '' })),
      },
      recordedOn: toShanghaiDay(record.createdAt.getTime()),
    };
  });
}
