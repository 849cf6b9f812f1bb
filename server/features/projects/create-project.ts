import type { ProjectView, WriteProject } from '../../core/contract/projects.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { checkProject } from './check-project.ts';
import { drawProjectCode } from './project-code.ts';
import { projectView } from './project-view.ts';
import { insertProject } from './project.model.ts';

/** Puts a project on record and gives it the code of its rights board. `fixed` is for seeds, which others refer to. */
export async function createProject(
  input: WriteProject,
  ctx: Ctx,
  fixed: { id?: string; code?: string } = {},
): Promise<ProjectView> {
  return inTransaction(async () => {
    await checkProject(input, null, ctx);
    const project = await insertProject({
      ...input,
      ...(fixed.id === undefined ? {} : { id: fixed.id }),
      code: fixed.code ?? (await drawProjectCode()),
      createdAt: ctx.now,
    });
    const { code, name, areaCode, parties } = project;
    const subject = `project:${String(project._id)}` as const;
    const facts = { code, name, parties: parties.map(({ role, companyId }) => ({ role, companyId })) };
    await appendEvent({ subject, areaCode, action: 'project.created', facts }, ctx);
    return projectView(project, ctx);
  });
}
