import type { MergeInto } from '../../core/contract/companies.ts';
import type { ProjectView } from '../../core/contract/projects.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { tellMerged } from '../../platform/merge-listeners.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getProjectRecord } from './get-project.ts';
import { projectActions, projectView } from './project-view.ts';
import type { ProjectRecord } from './project.model.ts';
import { changeProject, repointMerged } from './project.model.ts';

/**
 * A duplicate gives way to the record that stands for it. Its parties join those of the other, its code keeps leading
 * there (boards with it hang on a fence), and everything that named it names the other.
 */
export async function mergeProject(
  id: string,
  version: number,
  { intoId, reason }: MergeInto,
  ctx: Ctx,
): Promise<ProjectView> {
  if (intoId === id) throw wrongField('intoId', '不能并入自己', 'A record is no duplicate of itself');
  return inTransaction(async () => {
    const from = await getProjectRecord(id, ctx);
    const into = await getProjectRecord(intoId, ctx).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
      throw wrongField('intoId', '没有这个项目', 'There is no such project');
    });
    for (const project of [from, into]) {
      if (!(await projectActions(project, ctx)).includes('merge'))
        throw new AppError('conflict', { state: project.state });
    }
    const gone = await changeProject(from, version, { set: { state: 'merged', mergedIntoId: intoId } });
    if (gone === null) throw new AppError('staleVersion');
    if ((await changeProject(into, into.version, { set: takenOver(from, into) })) === null)
      throw new AppError('staleVersion');
    await repointMerged(id, intoId);
    await tellMerged('project', id, intoId, ctx);
    const events = [
      { project: from, action: 'project.merged', facts: { intoId, reason } },
      { project: into, action: 'project.tookOver', facts: { fromId: id, reason } },
    ];
    for (const { project, action, facts } of events) {
      const subject = `project:${String(project._id)}` as const;
      await appendEvent({ subject, areaCode: project.areaCode, action, facts }, ctx);
    }
    return projectView(gone, ctx);
  });
}

function takenOver(from: ProjectRecord, into: ProjectRecord): Record<string, unknown> {
  const { investmentType, industryDepartment, startedOn } = { ...from, ...into };
  const known = Object.entries({ investmentType, industryDepartment, startedOn });
  const isNew = (party: ProjectRecord['parties'][number]): boolean =>
    !into.parties.some(({ role, companyId }) => role === party.role && companyId === party.companyId);
  return {
    ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    parties: [...into.parties, ...from.parties.filter(isNew)],
  };
}
