import type { Locale } from '../../../core/contract/accounts.ts';
import type { ListFormalTalks } from '../../../core/contract/coordination-office.ts';
import type { ExportFormat } from '../../../core/contract/page.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Column, Table } from '../../../platform/tables/index.ts';
import { pages } from '../../../platform/tables/index.ts';
import { listTalks } from './list-talks.ts';

export type ExportTalks = Omit<ListFormalTalks, 'cursor' | 'limit'> & { format: ExportFormat };

interface Row {
  plannedOn: PlainDate;
  areaCode: string;
  unitName: string;
  about: string | undefined;
  calledBy: string;
  state: string;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'plannedOn', zh: '约谈日期', en: 'Day of the talk', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'unitName', zh: '被约谈单位', en: 'Unit called in', kind: 'text' },
  { key: 'about', zh: '涉及', en: 'About', kind: 'text' },
  { key: 'calledBy', zh: '约谈人', en: 'Called in by', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
];

/** The talks of the list, with the same filters and limits. */
export function talksTable({ format, ...filter }: ExportTalks, ctx: Ctx, locale: Locale): Table<Row> {
  const title = locale === 'en' ? 'Formal talks' : '约谈';
  return { title, columns: COLUMNS, rows: talkRows(filter, ctx, locale), format, locale };
}

async function* talkRows(filter: Omit<ExportTalks, 'format'>, ctx: Ctx, locale: Locale): AsyncGenerator<Row> {
  for await (const { plannedOn, areaCode, unitName, about, calledBy, stateName } of pages((page) =>
    listTalks({ ...filter, ...page }, ctx),
  ))
    yield {
      ...{ plannedOn, areaCode, unitName, about: about?.label, calledBy: calledBy.name },
      state: locale === 'en' ? stateName.en : stateName.zh,
    };
}
