import type {
  PublicSupervision,
  SupervisionOrderRow,
  SupervisionOrderView,
} from '../../../core/contract/coordination.ts';
import { milestonesOn, SUPERVISION_ORDER } from '../../../core/coordination/supervision-order.ts';
import type { Calendar } from '../../../core/law/calendar/calendar.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import type { Facts } from '../../../core/lives/life-table.ts';
import type { Ctx } from '../../../platform/context.ts';
import { viewOfLife } from '../../../platform/lives/index.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { filesOfSteps } from '../../files/index.ts';
import { nextDueOfLife, standingOf } from '../life-rows.ts';
import { ORDERS } from './order-kind.ts';
import type { OrderRecord } from './order.model.ts';

type Fields = Omit<SupervisionOrderRow, keyof ReturnType<typeof standingOf>>;
const said = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

function fieldsOf(record: OrderRecord, calendar: Calendar, ctx: Pick<Ctx, 'today'>): Fields {
  const { areaCode, title, about, responsibleUnit, departmentCode, sentBy, facts, listedOn } = record;
  return {
    ...{ areaCode, title, responsibleUnit },
    ...(about === undefined ? {} : { about }),
    ...(departmentCode === undefined ? {} : { departmentCode }),
    responsiblePerson: said(facts, 'responsiblePerson'),
    responsiblePost: said(facts, 'responsiblePost'),
    issuedBy: { role: sentBy.role, name: sentBy.name },
    dueOn: dayOf(facts, 'dueOn') ?? record.nextDueOn,
    ...nextDueOfLife(record, ctx, calendar),
    ...(listedOn === undefined ? {} : { listedOn }),
    milestones: milestonesOn(record.milestones, ctx.today),
  };
}

export const orderRow = (
  record: OrderRecord,
  calendar: Calendar,
  ctx: Pick<Ctx, 'today'>,
): SupervisionOrderRow => ({
  ...standingOf(SUPERVISION_ORDER, record),
  ...fieldsOf(record, calendar, ctx),
});

/** One order as this reader may see it. */
export async function orderView(record: OrderRecord, ctx: Ctx): Promise<SupervisionOrderView> {
  return {
    ...(await viewOfLife(ORDERS, record, ctx)),
    ...fieldsOf(record, await loadCalendar(record.areaCode), ctx),
    files: await filesOfSteps(record.history),
  };
}

/** What everybody may read of a listed order: these fields by name, so that a new one does not become public by itself. */
export function publicSupervision(record: OrderRecord): PublicSupervision[] {
  const { title, areaCode, responsibleUnit, facts, listedOn, state } = record;
  const dueOn = dayOf(facts, 'dueOn');
  if (listedOn === undefined || dueOn === undefined || !record.isOpen) return [];
  return [
    {
      ...{ title, areaCode, responsibleUnit, listedOn, dueOn },
      responsiblePerson: said(facts, 'responsiblePerson'),
      responsiblePost: said(facts, 'responsiblePost'),
      state: SUPERVISION_ORDER.states[state] ?? SUPERVISION_ORDER.name,
    },
  ];
}
