import type { Locale } from '../../core/contract/accounts.ts';
import type { ComplaintRow } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { CHANNEL_WORDS, KIND_WORDS, STATE_WORDS } from './complaint-words.ts';
import type { ExportComplaints } from './complaints.schemas.ts';
import { listComplaints } from './list-complaints.ts';

const COLUMNS = [
  { key: 'receiptNumber', zh: '回执号', en: 'Receipt', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'intakeKind', zh: '类别', en: 'Kind', kind: 'text' },
  { key: 'channel', zh: '来源', en: 'Channel', kind: 'text' },
  { key: 'receivedOn', zh: '收到日期', en: 'Received', kind: 'day' },
  { key: 'dueOn', zh: '到期日', en: 'Due', kind: 'day' },
  { key: 'complainantName', zh: '投诉人', en: 'Complainant', kind: 'text' },
  { key: 'projectName', zh: '项目', en: 'Project', kind: 'text' },
  { key: 'employerName', zh: '用人单位', en: 'Employer', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'headcount', zh: '人数', en: 'People', kind: 'number' },
  { key: 'owedFen', zh: '欠薪金额（元）', en: 'Owed (yuan)', kind: 'fen' },
  { key: 'ownerName', zh: '经办人', en: 'Handled by', kind: 'text' },
  { key: 'caseNumber', zh: '案号', en: 'Case', kind: 'text' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | number | undefined>;

/** The queue as a table to download: the same filters, the same limits, the same names hidden. */
export function complaintsTable(
  { format, ...filter }: ExportComplaints,
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const complaints = pages((page) => listComplaints({ ...filter, ...page }, ctx));
  const columns: readonly Column<Row>[] = COLUMNS;
  const title = locale === 'en' ? 'Complaints' : '投诉';
  return { title, columns, rows: rowsOf(complaints, locale), format, locale };
}

async function* rowsOf(complaints: AsyncIterable<ComplaintRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const complaint of complaints) {
    const { receiptNumber, receivedOn, complainantName, projectName, employerName, areaCode } = complaint;
    yield {
      ...{ receiptNumber, receivedOn, complainantName, projectName, employerName, areaCode },
      state: STATE_WORDS[complaint.state][locale],
      intakeKind: KIND_WORDS[complaint.intakeKind][locale],
      channel: CHANNEL_WORDS[complaint.channel][locale],
      dueOn: complaint.nextDue?.dueOn,
      headcount: complaint.headcount,
      owedFen: complaint.owedFen,
      ownerName: complaint.ownerName,
      caseNumber: complaint.caseNumber,
    };
  }
}
