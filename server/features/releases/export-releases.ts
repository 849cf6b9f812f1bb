import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { ListReleases, ReleaseRow } from '../../core/contract/releases.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listReleases } from './list-releases.ts';
import { RELEASE_TABLES } from './release-kind.ts';

export type ExportReleases = Omit<ListReleases, 'cursor' | 'limit'> & { format: ExportFormat };

type Row = Record<
  | 'kind'
  | 'projectName'
  | 'companyName'
  | 'bankName'
  | 'state'
  | 'openedOn'
  | 'noticeUntil'
  | 'nextDueOn'
  | 'confirmationNumber'
  | 'confirmedOn',
  string | undefined
>;
const COLUMNS: readonly Column<Row>[] = [
  { key: 'kind', zh: '事项', en: 'What', kind: 'text' },
  { key: 'projectName', zh: '项目', en: 'Project', kind: 'text' },
  { key: 'companyName', zh: '施工总承包单位', en: 'General contractor', kind: 'text' },
  { key: 'bankName', zh: '银行', en: 'Bank', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'openedOn', zh: '提出日期', en: 'Begun', kind: 'day' },
  { key: 'noticeUntil', zh: '公示届满', en: 'Notice ends', kind: 'day' },
  { key: 'nextDueOn', zh: '最近期限', en: 'Due next', kind: 'day' },
  { key: 'confirmationNumber', zh: '确认书文号', en: 'Confirmation', kind: 'text' },
  { key: 'confirmedOn', zh: '确认日期', en: 'Confirmed', kind: 'day' },
];

/** The list as a table to download: the same filters and the same limits. */
export function releasesTable({ format, ...filter }: ExportReleases, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listReleases({ ...filter, ...page }, ctx));
  const title = locale === 'en' ? 'Account closings and bond returns' : '销户与返还';
  return { title, columns: COLUMNS, rows: rowsOf(found, locale), format, locale };
}

async function* rowsOf(found: AsyncIterable<ReleaseRow>, locale: Locale): AsyncGenerator<Row> {
  for await (const { kind, stateName, projectName, companyName, bankName, openedOn, ...row } of found) {
    const { name } = RELEASE_TABLES[kind];
    yield {
      ...{ projectName, companyName, bankName, openedOn },
      kind: locale === 'en' ? name.en : name.zh,
      state: locale === 'en' ? stateName.en : stateName.zh,
      noticeUntil: row.noticeUntil,
      nextDueOn: row.nextDueOn,
      confirmationNumber: row.confirmationNumber,
      confirmedOn: row.confirmedOn,
    };
  }
}
