import type { InvestmentType, ProjectState, ProjectView, WriteProject } from '@core/contract/projects.ts';
import type { PartyRow } from './party-row.ts';

/** States a person sets; a merged record is made by merging. */
export const OPEN_STATES = ['building', 'suspended', 'finished'] as const;

export interface ProjectValues {
  name: string;
  areaCode: string;
  site: string;
  investmentType: InvestmentType | '';
  industryDepartment: string;
  parties: PartyRow[];
  state: Exclude<ProjectState, 'merged'>;
  startedOn: string;
}

export function valuesOf(project: ProjectView | undefined, ownArea: string): ProjectValues {
  return {
    name: project?.name ?? '',
    areaCode: project?.areaCode ?? ownArea,
    site: project?.site ?? '',
    investmentType: project?.investmentType ?? '',
    industryDepartment: project?.industryDepartment ?? '',
    parties: (project?.parties ?? []).map((party) => ({ ...party })),
    state: project === undefined || project.state === 'merged' ? 'building' : project.state,
    startedOn: project?.startedOn ?? '',
  };
}

export function bodyOf(values: ProjectValues): WriteProject {
  const { investmentType, industryDepartment, startedOn } = values;
  return {
    name: values.name.trim(),
    areaCode: values.areaCode,
    site: values.site.trim(),
    parties: values.parties.map(({ role, companyId }) => ({ role, companyId })),
    state: values.state,
    ...(investmentType !== '' && { investmentType }),
    ...(industryDepartment !== '' && { industryDepartment }),
    ...(startedOn !== '' && { startedOn: startedOn as NonNullable<WriteProject['startedOn']> }), // the server checks the day
  };
}
