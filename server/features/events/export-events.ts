import type { Locale } from '../../core/contract/accounts.ts';
import type { EventView } from '../../core/contract/operations.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListEvents } from './events.schemas.ts';
import { listEvents } from './list-events.ts';

export type ExportEvents = Omit<ListEvents, 'cursor' | 'limit'> & { format: ExportFormat };

const COLUMNS = [
  { key: 'at', zh: '时间', en: 'At', kind: 'moment' },
  { key: 'action', zh: '操作', en: 'Action', kind: 'text' },
  { key: 'subject', zh: '对象', en: 'Subject', kind: 'text' },
  { key: 'seq', zh: '序号', en: 'Number', kind: 'number' },
  { key: 'actor', zh: '操作人', en: 'By', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'facts', zh: '内容', en: 'Facts', kind: 'text' },
  { key: 'hash', zh: '哈希', en: 'Hash', kind: 'text' },
  { key: 'prevHash', zh: '前一哈希', en: 'Hash before', kind: 'text' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | number>;

/** The list as a table to read; what proves itself is the chain file. */
export function eventsTable({ format, ...filter }: ExportEvents, ctx: Ctx, locale: Locale): Table<Row> {
  const columns: readonly Column<Row>[] = COLUMNS;
  return {
    title: locale === 'en' ? 'Record' : '操作记录',
    columns,
    rows: rowsOf(pages((page) => listEvents({ ...filter, ...page }, ctx))),
    format,
    locale,
  };
}

async function* rowsOf(events: AsyncIterable<EventView>): AsyncGenerator<Row> {
  for await (const { at, action, subject, seq, actor, areaCode, facts, hash, prevHash } of events)
    yield { at, action, subject, seq, actor, areaCode, facts: JSON.stringify(facts), hash, prevHash };
}
