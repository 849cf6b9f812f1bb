import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { WorkerView } from '../../core/contract/workers.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListWorkers } from './list-workers.ts';
import { listWorkers } from './list-workers.ts';

export type ExportWorkers = Omit<ListWorkers, 'cursor' | 'limit'> & { format: ExportFormat };
type Row = Omit<WorkerView, 'sex'> & { sex: string };

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'citizenIdMasked', zh: '身份证号', en: 'Citizen id', kind: 'text' },
  { key: 'birthYear', zh: '出生年份', en: 'Year of birth', kind: 'number' },
  { key: 'sex', zh: '性别', en: 'Sex', kind: 'text' },
  { key: 'phoneMasked', zh: '手机号', en: 'Mobile phone', kind: 'text' },
  { key: 'bankCardMasked', zh: '银行卡号', en: 'Bank card', kind: 'text' },
  { key: 'createdAt', zh: '登记时间', en: 'On record since', kind: 'moment' },
];

const SEX = { 'zh-CN': { male: '男', female: '女' }, en: { male: 'male', female: 'female' } } as const;

/** The list as a table to download: the same filters, the same limits, the same masks. */
export function workersTable({ format, ...filter }: ExportWorkers, ctx: Ctx, locale: Locale): Table<Row> {
  const workers = pages((page) => listWorkers({ ...filter, ...page }, ctx));
  const rows = (async function* () {
    for await (const worker of workers)
      yield { ...worker, sex: worker.sex === undefined ? '' : SEX[locale][worker.sex] };
  })();
  return { title: locale === 'en' ? 'Workers' : '农民工', columns: COLUMNS, rows, format, locale };
}
