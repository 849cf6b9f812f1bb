import type { Locale } from '../../core/contract/accounts.ts';
import type { LeadRow } from '../../core/contract/leads.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { CHANNEL_WORDS, STATE_WORDS } from '../complaints/index.ts';
import type { ExportLeads } from './leads.schemas.ts';
import { listLeads } from './list-leads.ts';

type Row = Omit<LeadRow, 'id' | 'complaintId' | 'channel' | 'state' | 'replyDueOn'> & {
  channel: string;
  state: string;
  replyDueOn: string | undefined;
};
const COLUMNS: readonly Column<Row>[] = [
  { key: 'channel', zh: '来源平台', en: 'Platform', kind: 'text' },
  { key: 'externalNumber', zh: '来件编号', en: 'Number there', kind: 'text' },
  { key: 'receiptNumber', zh: '回执号', en: 'Receipt', kind: 'text' },
  { key: 'code', zh: '状态代码', en: 'Code', kind: 'text' },
  { key: 'words', zh: '状态说明', en: 'Words', kind: 'text' },
  { key: 'state', zh: '办理状态', en: 'State', kind: 'text' },
  { key: 'changedOn', zh: '状态日期', en: 'Since', kind: 'day' },
  { key: 'receivedOn', zh: '接收日期', en: 'Received', kind: 'day' },
  { key: 'replyDueOn', zh: '应反馈日期', en: 'Answer due', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
];

/** What the platforms are told, as a workbook to hand over where there is no line between the systems. */
export function leadsTable({ format, ...filter }: ExportLeads, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listLeads({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Leads and their state' : '线索办理反馈';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<LeadRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const lead of found) {
    const { externalNumber, receiptNumber, code, words, changedOn, receivedOn, areaCode } = lead;
    yield {
      ...{ externalNumber, receiptNumber, code, words, changedOn, receivedOn, areaCode },
      ...{ channel: CHANNEL_WORDS[lead.channel][locale], state: STATE_WORDS[lead.state][locale] },
      replyDueOn: lead.replyDueOn,
    };
  }
}
