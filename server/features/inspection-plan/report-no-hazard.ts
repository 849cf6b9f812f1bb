import type { ReportNoHazard, ScreeningRow } from '../../core/contract/inspection-plan.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { grantsReach } from '../areas/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { NoHazards } from './planned-visit.model.ts';

/** Somebody was at the project and found nothing: it counts as screened, in that person's name. */
export async function reportNoHazard(input: ReportNoHazard, ctx: Ctx): Promise<ScreeningRow> {
  const { projectId, on, note } = input;
  if (on > ctx.today) throw wrongField('on', '日期不能晚于今天', 'The day lies in the future');
  return inTransaction(async () => {
    const project = await findProjectRef(projectId);
    if (project === null) throw new AppError('notFound');
    const { id, name, areaCode } = project;
    if (ctx.actor.kind !== 'system' && !grantsReach(ctx.grants, areaCode)) throw new AppError('notFound');
    const by = ctx.actor.kind === 'user' ? { byUserId: ctx.actor.userId } : {};
    await NoHazards.create([{ projectId: id, areaCode, on, note, ...by, createdAt: ctx.now }]);
    await appendEvent({ subject: `project:${id}`, areaCode, action: 'project.noHazard', facts: { on } }, ctx);
    return {
      ...{ projectId: id, projectName: name, areaCode },
      ...{ screenedOn: on, by: 'NO_HAZARD', isCovered: true },
    };
  });
}
