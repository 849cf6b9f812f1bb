import type { Locale } from '../../core/contract/accounts.ts';
import type { InspectionKind, InspectionView, OutreachView } from '../../core/contract/inspections.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportInspections, ExportOutreach } from './inspections.schemas.ts';
import { listInspections } from './list-inspections.ts';
import { listOutreach } from './list-outreach.ts';

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

const KIND_WORDS: Readonly<Record<InspectionKind, Words>> = {
  ROUTINE: words('日常巡视检查', 'Routine visit'),
  DOCUMENT_REVIEW: words('书面审查', 'Review of documents'),
  SPECIAL: words('专项检查', 'Special inspection'),
};
const RESULT_WORDS: Readonly<Record<InspectionView['result'], Words>> = {
  CLEAN: words('未发现问题', 'Nothing found'),
  TO_RECTIFY: words('需整改', 'To be put right'),
};

const COLUMNS = [
  { key: 'on', zh: '检查日期', en: 'Day', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'kind', zh: '检查方式', en: 'Kind', kind: 'text' },
  { key: 'companyName', zh: '被检查单位', en: 'Employer', kind: 'text' },
  { key: 'projectName', zh: '工程项目', en: 'Project', kind: 'text' },
  { key: 'inspectors', zh: '检查人员', en: 'Inspectors', kind: 'text' },
  { key: 'findings', zh: '检查情况', en: 'Findings', kind: 'text' },
  { key: 'result', zh: '结果', en: 'Result', kind: 'text' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | undefined>;

/** The inspections of the list, with the same filters and limits, as a table to download. */
export function inspectionsTable(query: ExportInspections, ctx: Ctx, locale: Locale): Table<Row> {
  const { format, ...filter } = query;
  const found = pages((page) => listInspections({ ...filter, ...page }, ctx));
  const columns: readonly Column<Row>[] = COLUMNS;
  const title = locale === 'en' ? 'Inspections' : '检查记录';
  return { title, columns, rows: inspectionRows(found, locale), format, locale };
}

async function* inspectionRows(found: AsyncIterable<InspectionView>, locale: Locale): AsyncGenerator<Row> {
  for await (const { projectName, ...one } of found) {
    const kind = KIND_WORDS[one.kind][locale];
    const result = RESULT_WORDS[one.result][locale];
    const { on, areaCode, companyName, inspectors, findings } = one;
    yield { on, areaCode, kind, companyName, projectName, inspectors, findings, result };
  }
}

const OUTREACH_COLUMNS: readonly Column<OutreachView>[] = [
  { key: 'on', zh: '日期', en: 'Day', kind: 'day' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'what', zh: '活动内容', en: 'What was done', kind: 'text' },
  { key: 'leaflets', zh: '宣传资料（份）', en: 'Leaflets', kind: 'number' },
  { key: 'vehicles', zh: '出动车辆（车次）', en: 'Vehicles', kind: 'number' },
  { key: 'people', zh: '宣传人员（人次）', en: 'People sent', kind: 'number' },
  { key: 'slogans', zh: '标语（条）', en: 'Slogans', kind: 'number' },
  { key: 'consultations', zh: '解答咨询（人次）', en: 'Questions answered', kind: 'number' },
];

/** The outreach log of the list, with the same filters and limits, as a table to download. */
export function outreachTable(query: ExportOutreach, ctx: Ctx, locale: Locale): Table<OutreachView> {
  const { format, ...filter } = query;
  const rows = pages((page) => listOutreach({ ...filter, ...page }, ctx));
  return {
    title: locale === 'en' ? 'Outreach' : '宣传活动',
    columns: OUTREACH_COLUMNS,
    rows,
    format,
    locale,
  };
}
