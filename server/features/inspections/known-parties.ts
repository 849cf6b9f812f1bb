import { wrongField } from '../../platform/wrong-field.ts';
import { findCompanyRef } from '../companies/index.ts';
import { findProjectRef } from '../projects/index.ts';

/** The inspected company and project as they are on record today, or the employer as it was typed. */
export interface KnownParties {
  companyId: string | undefined;
  companyName: string;
  projectId: string | undefined;
  projectName: string | undefined;
}

/** Refuses an id nobody has; a merged record gives way to the one that stands for it. */
export async function knownParties(input: {
  companyId?: string;
  companyName: string;
  projectId?: string;
}): Promise<KnownParties> {
  const company = input.companyId === undefined ? undefined : await findCompanyRef(input.companyId);
  if (company === null) throw wrongField('companyId', '没有这个单位', 'There is no such company');
  const project = input.projectId === undefined ? undefined : await findProjectRef(input.projectId);
  if (project === null) throw wrongField('projectId', '没有这个项目', 'There is no such project');
  return {
    companyId: company?.id,
    companyName: company?.name ?? input.companyName,
    projectId: project?.id,
    projectName: project?.name,
  };
}
