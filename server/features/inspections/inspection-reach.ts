import { INSPECTIONS_PERMISSIONS } from './inspections.permissions.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { Role } from '../../core/contract/roles.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { getArea, grantsReach, requireReach } from '../areas/index.ts';

const WRITERS: readonly Role[] = INSPECTIONS_PERMISSIONS['inspections.edit'];

/** May this reader change what lies in the area? A leader reads and changes nothing. */
export function actionsIn(areaCode: string, ctx: Pick<Ctx, 'actor'>): 'edit'[] {
  if (ctx.actor.kind !== 'user') return ctx.actor.kind === 'system' ? ['edit'] : [];
  const writing = ctx.actor.grants.filter(({ role }) => WRITERS.includes(role));
  return grantsReach(writing, areaCode) ? ['edit'] : [];
}

/** What was done lies in the writer's area, in one that exists, and not in the future. */
export async function checkPlaceAndDay(input: { areaCode: string; on: PlainDate }, ctx: Ctx): Promise<void> {
  requireReach(input.areaCode, ctx);
  if (input.on > ctx.today) throw wrongField('on', '日期不能晚于今天', 'The day lies in the future');
  await getArea(input.areaCode, ctx).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
    throw wrongField('areaCode', '没有这个区划', 'There is no such area');
  });
}
