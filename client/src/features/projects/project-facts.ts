import type { ProjectView } from '@core/contract/projects.ts';
import { useI18n } from 'vue-i18n';
import type { RecordFact } from '@/features/registry/record-fact.ts';
import { useAreaNames, useDepartmentNames } from '@/stores/reference.ts';

/** What is on file of a project, in the order in which two records are compared. */
export function useProjectFacts(): (project: ProjectView) => RecordFact[] {
  const { t } = useI18n();
  const areaName = useAreaNames();
  const departmentName = useDepartmentNames();
  return (project) => [
    { label: t('projects.name'), text: project.name },
    { label: t('projects.code'), text: project.code, isNumber: true },
    { label: t('registry.area'), text: areaName(project.areaCode) },
    { label: t('projects.site'), text: project.site },
    {
      label: t('projects.investmentType'),
      text: project.investmentType ? t(`projects.investment.${project.investmentType}`) : '',
    },
    { label: t('projects.industryDepartment'), text: departmentName(project.industryDepartment) },
    { label: t('projects.startedOn'), text: project.startedOn ?? '', isNumber: true },
  ];
}

/** Who builds it, for a row of a list: the general contractor, or the first party there is. */
export function mainParty({ parties }: ProjectView): string {
  const found = parties.find((party) => party.role === 'generalContractor') ?? parties[0];
  return found?.companyName ?? '';
}
