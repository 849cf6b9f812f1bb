import type { Locale } from '../../core/contract/accounts.ts';
import type { TruthSampleView } from '../../core/contract/truth-sample.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listTruthSamples } from './list-truth-samples.ts';
import type { ExportTruthSamples } from './truth-sample.schemas.ts';

const share = (zh: string, en: string): Pick<Column<Row>, 'zh' | 'en' | 'kind'> => ({
  ...{ zh: `${zh}（万分之）`, en: `${en} (basis points)` },
  kind: 'number',
});
type Row = Omit<TruthSampleView, 'numbers'>;
const COLUMNS: readonly Column<Row>[] = [
  { key: 'areaName', zh: '区划', en: 'Area', kind: 'text' },
  { key: 'month', zh: '工资月份', en: 'Pay month', kind: 'text' },
  { key: 'drawnOn', zh: '抽取日', en: 'Drawn on', kind: 'day' },
  { key: 'closesOn', zh: '截止日', en: 'Closes on', kind: 'day' },
  { key: 'population', zh: '在册人数', en: 'People on record', kind: 'number' },
  { key: 'size', zh: '抽取人数', en: 'Drawn', kind: 'number' },
  { key: 'asked', zh: '发出人数', en: 'Asked', kind: 'number' },
  { key: 'answered', zh: '回答人数', en: 'Answered', kind: 'number' },
  { key: 'paidInFull', zh: '足额拿到', en: 'Paid in full', kind: 'number' },
  { key: 'paidPart', zh: '拿到一部分', en: 'Paid in part', kind: 'number' },
  { key: 'notPaid', zh: '没有拿到', en: 'Not paid', kind: 'number' },
  { key: 'notMe', zh: '不是本人', en: 'Not me', kind: 'number' },
  { key: 'paidBasisPoints', ...share('足额发放率', 'Paid in full') },
  { key: 'lowBasisPoints', ...share('95% 区间下限', 'Low end of the 95 % interval') },
  { key: 'highBasisPoints', ...share('95% 区间上限', 'High end of the 95 % interval') },
  { key: 'reportedBasisPoints', ...share('工资表上报发放率', 'Reported by payrolls') },
  { key: 'seed', zh: '随机种子', en: 'Seed', kind: 'text' },
];

/** The list as a table to download: the same filters, limits and silences. */
export function truthSamplesTable(
  { format, ...filter }: ExportTruthSamples,
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const rows = pages((page) => listTruthSamples({ ...filter, ...page }, ctx));
  return {
    title: locale === 'en' ? 'Truth samples' : '真实发薪率抽样',
    ...{ columns: COLUMNS, rows, format, locale },
  };
}
