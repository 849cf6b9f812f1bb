import type { HazardView, OpenHazard } from '../../core/contract/hazards.ts';
import type { Ctx } from '../../platform/context.ts';
import { openLife } from '../../platform/lives/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { requireReach } from '../areas/index.ts';
import { requireKnownArea } from '../companies/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { HAZARD_KIND } from './hazard-kind.ts';
import { hazardView } from './hazard-view.ts';

/** What somebody saw in the own grid, on record in one minute; it lies with the grid until it is settled or passed up. */
export async function reportHazard(input: OpenHazard, ctx: Ctx): Promise<HazardView> {
  const { areaCode, projectId, given } = input;
  requireReach(areaCode, ctx);
  await requireKnownArea(areaCode, ctx);
  const project = projectId === undefined ? undefined : await findProjectRef(projectId);
  if (project === null) throw wrongField('projectId', '没有这个项目', 'There is no such project');
  const site = project === undefined ? {} : { projectId: project.id, projectName: project.name };
  const made = await openLife(HAZARD_KIND, { areaCode, level: 'GRID', ...site }, given, ctx);
  return hazardView(made, ctx);
}
