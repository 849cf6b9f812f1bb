import type { Locale } from '../../../core/contract/accounts.ts';
import type { ListSupervisionOrders } from '../../../core/contract/coordination.ts';
import type { ExportFormat } from '../../../core/contract/page.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Column, Table } from '../../../platform/tables/index.ts';
import { pages } from '../../../platform/tables/index.ts';
import { listOrders } from './list-orders.ts';

export type ExportOrders = Omit<ListSupervisionOrders, 'cursor' | 'limit'> & { format: ExportFormat };

interface Row {
  openedOn: PlainDate;
  areaCode: string;
  title: string;
  about: string | undefined;
  responsibleUnit: string;
  responsiblePerson: string;
  responsiblePost: string;
  dueOn: PlainDate;
  listedOn: PlainDate | undefined;
  milestones: string;
  state: string;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'openedOn', zh: '发出日期', en: 'Issued on', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'title', zh: '事项', en: 'Matter', kind: 'text' },
  { key: 'about', zh: '涉及', en: 'About', kind: 'text' },
  { key: 'responsibleUnit', zh: '责任单位', en: 'Responsible unit', kind: 'text' },
  { key: 'responsiblePerson', zh: '责任人', en: 'Responsible person', kind: 'text' },
  { key: 'responsiblePost', zh: '职务', en: 'Post', kind: 'text' },
  { key: 'dueOn', zh: '办结期限', en: 'To be finished by', kind: 'day' },
  { key: 'listedOn', zh: '挂牌日期', en: 'Listed on', kind: 'day' },
  { key: 'milestones', zh: '节点完成', en: 'Milestones reached', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
];

/** The orders of the list, with the same filters and limits. */
export function ordersTable({ format, ...filter }: ExportOrders, ctx: Ctx, locale: Locale): Table<Row> {
  const title = locale === 'en' ? 'Supervision orders' : '督办';
  return { title, columns: COLUMNS, rows: orderRows(filter, ctx, locale), format, locale };
}

async function* orderRows(
  filter: Omit<ExportOrders, 'format'>,
  ctx: Ctx,
  locale: Locale,
): AsyncGenerator<Row> {
  for await (const one of pages((page) => listOrders({ ...filter, ...page }, ctx))) {
    const { openedOn, areaCode, title, responsibleUnit, responsiblePerson, responsiblePost } = one;
    const done = one.milestones.filter(({ doneOn }) => doneOn !== undefined).length;
    yield {
      ...{ openedOn, areaCode, title, about: one.about?.label },
      ...{ responsibleUnit, responsiblePerson, responsiblePost },
      ...{ dueOn: one.dueOn, listedOn: one.listedOn, milestones: `${done}/${one.milestones.length}` },
      state: locale === 'en' ? one.stateName.en : one.stateName.zh,
    };
  }
}
