import type {
  ListSupervisionOrders,
  PublicSupervision,
  SupervisionOrderRow,
  SupervisionOrderView,
} from '../../../core/contract/coordination.ts';
import type { Page } from '../../../core/contract/page.ts';
import { inArea } from '../../../platform/area-limit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { keysetPage } from '../../../platform/keyset-page.ts';
import { getLife } from '../../../platform/lives/index.ts';
import { coordinationLimit } from '../coordination-reach.ts';
import { calendarsOf, dueFilter } from '../life-rows.ts';
import { ORDERS } from './order-kind.ts';
import type { OrderRecord } from './order.model.ts';
import { findListed, SupervisionOrders } from './order.model.ts';
import { orderRow, orderView, publicSupervision } from './order-view.ts';

export const ORDER_SORTS = { nextDueOn: 'nextDueOn', openedOn: 'openedOn' } as const;

/** The orders this reader may see, what is due next first: an office those of its area, a liaison his department's. */
export async function listOrders(query: ListSupervisionOrders, ctx: Ctx): Promise<Page<SupervisionOrderRow>> {
  return ordersWith(await dueFilter(query.due, ctx), query, ctx);
}

/** The same of those to which this applies as well: for lists that ask for other days than a screen does. */
export async function ordersWith(
  filter: Record<string, unknown>,
  query: ListSupervisionOrders,
  ctx: Ctx,
): Promise<Page<SupervisionOrderRow>> {
  const { areaCode, departmentCode, state, open, listed } = query;
  const plain = Object.entries({ departmentCode, state, isOpen: open });
  const page = await keysetPage<OrderRecord>(SupervisionOrders, {
    sorts: ORDER_SORTS,
    fallback: 'nextDueOn',
    limits: {
      $and: [
        coordinationLimit(ctx),
        ...(areaCode === undefined ? [] : [inArea(areaCode)]),
        ...(listed === undefined ? [] : [{ listedOn: { $exists: listed } }]),
        Object.fromEntries(plain.filter(([, value]) => value !== undefined)),
        filter,
      ],
    },
    query,
  });
  const calendar = await calendarsOf(page.items);
  return { ...page, items: page.items.map((one) => orderRow(one, calendar(one.areaCode), ctx)) };
}

/** One order; that of another area, or of another department's liaison, is not there. */
export async function getOrder(id: string, ctx: Ctx): Promise<SupervisionOrderView> {
  return orderView(await getLife(ORDERS, id, coordinationLimit(ctx)), ctx);
}

const MOST_PUBLIC = 500;

/** What is listed and not lifted, for everybody. */
export async function listPublicSupervision(): Promise<{ items: PublicSupervision[] }> {
  return { items: (await findListed(MOST_PUBLIC)).flatMap(publicSupervision) };
}
