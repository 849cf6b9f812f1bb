import type { Ctx } from '../../../platform/context.ts';
import { liaisonsOf, tellPeople, tellScreens } from '../tell.ts';
import type { OrderRecord } from './order.model.ts';

/** Tells the department that answers for it of the order, and who issued it that it is to be lifted. */
export async function tellOfOrder(record: OrderRecord, action: string, ctx: Ctx): Promise<void> {
  const { _id, version, areaCode, departmentCode, sentBy } = record;
  const id = String(_id);
  const ref = { subject: 'supervisionOrder', id, version, areaCode, link: `/supervision-orders/${id}` };
  if (action === 'open' && departmentCode !== undefined) {
    const liaisons = await liaisonsOf({ areaCode, departmentCode }, ctx);
    const data = { dueOn: String(record.facts['dueOn']) };
    await tellPeople(ref, liaisons, { template: 'supervisionOrderIssued', data }, ctx);
  }
  if (action === 'askLift' && sentBy.id !== undefined)
    await tellPeople(ref, [sentBy.id], { template: 'supervisionLiftAsked', data: {} }, ctx);
  tellScreens(areaCode, id);
}
