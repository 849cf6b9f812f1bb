import type { ProjectView, WriteProject } from '../../core/contract/projects.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { checkProject } from './check-project.ts';
import { getProjectRecord } from './get-project.ts';
import { projectActions, projectView } from './project-view.ts';
import { changeProject, projectSearch } from './project.model.ts';

const OPTIONAL = ['investmentType', 'industryDepartment', 'startedOn'] as const;
const FIELDS = ['name', 'areaCode', 'site', 'state', ...OPTIONAL] as const;

/** Corrects what is on record; the code on the rights board never changes. */
export async function editProject(
  id: string,
  version: number,
  input: WriteProject,
  ctx: Ctx,
): Promise<ProjectView> {
  return inTransaction(async () => {
    const project = await getProjectRecord(id, ctx);
    if (!(await projectActions(project, ctx)).includes('edit'))
      throw new AppError('conflict', { state: project.state });
    await checkProject(input, project, ctx);
    const gone = OPTIONAL.filter((field) => input[field] === undefined && project[field] !== undefined);
    const changed = await changeProject(project, version, {
      set: { ...input, ...projectSearch({ code: project.code, ...input }) },
      unset: Object.fromEntries(gone.map((field) => [field, 1])),
    });
    if (changed === null) throw new AppError('staleVersion');
    const sameParties = JSON.stringify(project.parties) === JSON.stringify(changed.parties);
    const fields = FIELDS.filter((field) => project[field] !== changed[field]);
    const facts = {
      fields,
      ...(project.state === changed.state ? {} : { from: project.state, to: changed.state }),
      ...(sameParties
        ? {}
        : { parties: changed.parties.map(({ role, companyId }) => ({ role, companyId })) }),
    };
    const subject = `project:${id}` as const;
    await appendEvent({ subject, areaCode: changed.areaCode, action: 'project.edited', facts }, ctx);
    return projectView(changed, ctx);
  });
}
