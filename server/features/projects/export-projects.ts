import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { InvestmentType, PartyRole, ProjectState, ProjectView } from '../../core/contract/projects.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListProjects } from './list-projects.ts';
import { listProjects } from './list-projects.ts';

export type ExportProjects = Omit<ListProjects, 'cursor' | 'limit'> & { format: ExportFormat };

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const STATES: Readonly<Record<ProjectState, Words>> = {
  building: words('在建', 'building'),
  suspended: words('停工', 'suspended'),
  finished: words('完工', 'finished'),
  merged: words('已合并', 'merged'),
};
const INVESTMENTS: Readonly<Record<InvestmentType, Words>> = {
  GOVERNMENT: words('政府投资', 'government'),
  STATE_OWNED: words('国有企业投资', 'state-owned'),
  PRIVATE: words('社会投资', 'private'),
};
const PARTIES: readonly { key: PartyRole; zh: string; en: string }[] = [
  { key: 'projectOwner', zh: '建设单位', en: 'Owner' },
  { key: 'generalContractor', zh: '施工总承包单位', en: 'General contractor' },
  { key: 'subcontractor', zh: '分包单位', en: 'Subcontractor' },
  { key: 'labourSubcontractor', zh: '劳务分包单位', en: 'Labour subcontractor' },
  { key: 'supervisionUnit', zh: '监理单位', en: 'Supervision unit' },
];

type Row = Record<
  'code' | 'name' | 'areaCode' | 'site' | 'state' | 'investmentType' | 'startedOn' | 'createdAt' | PartyRole,
  string | undefined
>;

const COLUMNS: readonly Column<Row>[] = [
  { key: 'code', zh: '项目编号', en: 'Code', kind: 'text' },
  { key: 'name', zh: '项目名称', en: 'Project', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'site', zh: '工地地址', en: 'Site', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'investmentType', zh: '投资性质', en: 'Investment', kind: 'text' },
  ...PARTIES.map((party) => ({ ...party, kind: 'text' as const })),
  { key: 'startedOn', zh: '开工日', en: 'Started', kind: 'day' },
  { key: 'createdAt', zh: '登记时间', en: 'On record since', kind: 'moment' },
];

/** The list as a table to download: the same filters, the same limits. */
export function projectsTable({ format, ...filter }: ExportProjects, ctx: Ctx, locale: Locale): Table<Row> {
  const projects = pages((page) => listProjects({ ...filter, ...page }, ctx));
  const rows = (async function* () {
    for await (const project of projects) yield rowOf(project, locale);
  })();
  return { title: locale === 'en' ? 'Projects' : '项目', columns: COLUMNS, rows, format, locale };
}

function rowOf(project: ProjectView, locale: Locale): Row {
  const { code, name, areaCode, site, startedOn, createdAt, investmentType } = project;
  const party = (key: PartyRole): string =>
    project.parties.flatMap(({ role, companyName }) => (role === key ? [companyName] : [])).join('; ');
  return {
    code,
    name,
    areaCode,
    site,
    state: STATES[project.state][locale],
    investmentType: investmentType === undefined ? undefined : INVESTMENTS[investmentType][locale],
    startedOn,
    createdAt,
    projectOwner: party('projectOwner'),
    generalContractor: party('generalContractor'),
    subcontractor: party('subcontractor'),
    labourSubcontractor: party('labourSubcontractor'),
    supervisionUnit: party('supervisionUnit'),
  };
}
