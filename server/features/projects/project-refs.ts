import type { ProjectState, PublicProject } from '../../core/contract/projects.ts';
import { isReceiptNumber } from '../../core/kit/receipt-number.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getArea } from '../areas/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectRecord, StoredParty } from './project.model.ts';
import { findByCode, findProject } from './project.model.ts';

/** What other features keep or show of a project. */
export interface ProjectRef {
  id: string;
  code: string;
  name: string;
  areaCode: string;
  site: string;
  state: ProjectState;
  industryDepartment?: string;
  parties: StoredParty[];
}

export const refOf = ({ _id, parties, industryDepartment, ...plain }: ProjectRecord): ProjectRef => ({
  id: String(_id),
  code: plain.code,
  name: plain.name,
  areaCode: plain.areaCode,
  site: plain.site,
  state: plain.state,
  ...(industryDepartment === undefined ? {} : { industryDepartment }),
  parties: parties.map(({ role, companyId }) => ({ role, companyId })),
});

/** Of a merged project the record that stands for it. */
async function standing(found: ProjectRecord | null): Promise<ProjectRecord | null> {
  return found?.mergedIntoId === undefined ? found : findProject(found.mergedIntoId);
}

/** The project on record under this id today; null when there is none. No reader's limits: for other features. */
export async function findProjectRef(id: string): Promise<ProjectRef | null> {
  const found = await standing(await findProject(id));
  return found === null ? null : refOf(found);
}

/** The same, for a caller who knows that there is one; throws notFound otherwise. */
export async function getProjectRef(id: string): Promise<ProjectRef> {
  const found = await findProjectRef(id);
  if (found === null) throw new AppError('notFound');
  return found;
}

/** The project whose board carries this code; a code mistyped is not looked up. */
export async function findProjectByCode(code: string): Promise<ProjectRef | null> {
  const digits = code.replace(/[\s-]/gu, '');
  if (!isReceiptNumber(digits)) return null;
  const found = await standing(await findByCode(digits));
  return found === null ? null : refOf(found);
}

/** What the QR of a site tells anybody: no more than the rights board beside it. */
export async function getPublicProject(code: string, ctx: Pick<Ctx, 'today'>): Promise<PublicProject> {
  const project = await findProjectByCode(code);
  if (project === null) throw new AppError('notFound');
  const names = await companyNamesOf(project.parties.map(({ companyId }) => companyId));
  const area = await getArea(project.areaCode, ctx);
  return {
    code: project.code,
    name: project.name,
    site: project.site,
    areaCode: project.areaCode,
    areaName: area.name,
    parties: project.parties.flatMap(({ role, companyId }) => {
      const name = names.get(companyId);
      return name === undefined ? [] : [{ role, name }];
    }),
  };
}
