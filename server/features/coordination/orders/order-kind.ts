import type { OrderRole, OrderSituation } from '../../../core/coordination/supervision-order.ts';
import { SUPERVISION_ORDER } from '../../../core/coordination/supervision-order.ts';
import type { LifeKind } from '../../../platform/lives/index.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { holdStepFiles } from '../coordination-files.ts';
import { isLiaisonOf, officeRolesIn } from '../coordination-reach.ts';
import type { OrderRecord } from './order.model.ts';
import { SupervisionOrders } from './order.model.ts';

/** Where a supervision order is stored, and as what its readers act on it. */
export const ORDERS: LifeKind<OrderRecord, OrderSituation> = {
  table: SUPERVISION_ORDER,
  model: SupervisionOrders,
  subject: 'supervisionOrder',
  ground: async ({ areaCode, milestones }, { today }) => ({
    ...{ today, calendar: await loadCalendar(areaCode), area: {}, milestones },
  }),
  roles: (record, reader): OrderRole[] => [
    ...officeRolesIn(record.areaCode, reader),
    ...(isLiaisonOf(record, reader) ? (['responsible'] as const) : []),
  ],
  hold: holdStepFiles,
};
