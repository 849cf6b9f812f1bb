import type { AssignVisits, InspectionPlan } from '../../core/contract/inspection-plan.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { grantsReach } from '../areas/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import { officeOf } from '../complaints/index.ts';
import { projectRefsOf } from '../projects/index.ts';
import { getPlan } from './get-plan.ts';
import { putPlannedVisit } from './planned-visit.model.ts';

/** Gives projects to an inspector of their office for a month, this one or one to come; the later word counts. */
export async function assignVisits(input: AssignVisits, ctx: Ctx): Promise<InspectionPlan> {
  const { month, projectIds, inspectorId } = input;
  if (month < payMonthOf(ctx.today)) throw wrongField('month', '这个月已经过去', 'That month is over');
  await inTransaction(async () => {
    const projects = await projectRefsOf(projectIds);
    for (const [at, id] of projectIds.entries()) {
      const project = projects.get(id);
      if (
        project === undefined ||
        (ctx.actor.kind !== 'system' && !grantsReach(ctx.grants, project.areaCode))
      )
        throw wrongField(`projectIds.${at}`, '没有这个项目', 'There is no such project');
      const { areaCode } = project;
      const staff = await findOfficeStaff(officeOf(areaCode), 'inspector', ctx);
      const inspector = staff.find((one) => one.id === inspectorId);
      if (inspector === undefined)
        throw wrongField('inspectorId', '不是本单位的监察员', 'No inspector of this office');
      await putPlannedVisit({ projectId: id, month, areaCode, inspectorId, inspectorName: inspector.name });
      await appendEvent(
        {
          ...{ subject: `project:${id}`, areaCode, action: 'inspectionPlan.assigned' },
          facts: { month, inspectorId },
        },
        ctx,
      );
    }
  });
  return getPlan({ month }, ctx);
}
