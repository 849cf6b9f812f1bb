import type { SupervisionOrderView } from '../../../core/contract/coordination.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { LifeStep } from '../../../platform/lives/index.ts';
import { moveLife } from '../../../platform/lives/index.ts';
import { coordinationLimit } from '../coordination-reach.ts';
import { refuseNumbers } from './open-order.ts';
import { ORDERS } from './order-kind.ts';
import type { OrderRecord } from './order.model.ts';
import { orderView } from './order-view.ts';
import { tellOfOrder } from './tell-order.ts';

/** One step of a supervision order: progress, a milestone, the list, its end. */
export async function moveOrder(
  asked: { id: string; action: string; version: number; given: unknown },
  ctx: Ctx,
): Promise<SupervisionOrderView> {
  const { action } = asked;
  const moved = await moveLife(ORDERS, asked, coordinationLimit(ctx), ctx, (record, step) => ({
    set: changedBy(record, action, step, ctx),
    andAlso: (changed) => tellOfOrder(changed, action, ctx),
  }));
  return orderView(moved, ctx);
}

function changedBy(
  record: OrderRecord,
  action: string,
  { given, after }: LifeStep,
  { today }: Ctx,
): Partial<OrderRecord> {
  const { milestones, listedOn, title, responsibleUnit } = record;
  if (action === 'reach') {
    const at = Number(given['milestone']) - 1;
    const doneOn = dayOf(given, 'reachedOn') ?? today;
    return { milestones: milestones.map((one, nth) => (nth === at ? { ...one, doneOn } : one)) };
  }
  if (action === 'addMilestone') {
    const dueOn = dayOf(given, 'milestoneDueOn');
    const name = String(given['milestoneName']);
    return dueOn === undefined ? {} : { milestones: [...milestones, { name, dueOn }] };
  }
  const { responsiblePerson, responsiblePost } = after.facts;
  const shown = {
    ...{ 'given.responsiblePerson': responsiblePerson, 'given.responsiblePost': responsiblePost },
  };
  if (action === 'changePerson' && listedOn !== undefined) refuseNumbers(shown);
  if (action !== 'list') return {};
  refuseNumbers({ title, responsibleUnit, ...shown });
  return { listedOn: today };
}
