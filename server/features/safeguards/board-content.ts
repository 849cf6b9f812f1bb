import type { PartyRole } from '../../core/contract/projects.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayDayIn } from '../../core/law/pay-date.ts';
import { listDepartments } from '../areas/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { partyNames } from './project-names.ts';
import type { AreaBoard } from './project-rules.ts';
import { areaBoard } from './project-rules.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';
import { safeguardSecrets } from './safeguards.model.ts';

/** Everything REG-34-1 asks a board to say, in its three blocks; what is absent is missing. */
export interface BoardContent {
  projectName: string;
  code: string;
  site: string;
  parties: { role: PartyRole; name: string }[];
  projectDepartment?: { name: string; managerName: string };
  industryDepartment?: string;
  labourOfficer?: { name: string; phone: string };
  minimumWageMonthlyFen?: Fen;
  minimumWageHourlyFen?: Fen;
  payDay?: number;
  payDayIn?: PayDayIn;
  industryPhone?: string;
  inspectionPhone?: string;
  arbitrationChannel?: string;
  legalAidChannel?: string;
  legalServiceHotline?: string;
}

/** What the board of this project says on this day. @law REG-34-1 */
export async function boardContent(
  project: ProjectRef,
  record: SafeguardsRecord | null,
  day: PlainDate,
): Promise<BoardContent> {
  const department = project.industryDepartment;
  const industryDepartment = department === undefined ? undefined : await departmentName(department, project);
  return contentOf(project, record, {
    area: await areaBoard(project.areaCode, day),
    parties: await partyNames(project),
    industryDepartment,
    phone: record === null ? undefined : safeguardSecrets.openFields(record).officerPhone,
  });
}

/** What the board is made of beside the records of the project. */
interface BoardParts {
  area: AreaBoard;
  parties: BoardContent['parties'];
  industryDepartment: string | undefined;
  phone: string | undefined;
}

export function contentOf(
  project: ProjectRef,
  record: SafeguardsRecord | null,
  { area: { industryPhones, ...area }, parties, industryDepartment, phone }: BoardParts,
): BoardContent {
  const department = project.industryDepartment;
  const industryPhone = department === undefined ? undefined : industryPhones[department];
  const { projectDepartment, labourOfficer, contract } = record ?? {};
  return {
    projectName: project.name,
    code: project.code,
    site: project.site,
    parties,
    ...area,
    ...(projectDepartment === undefined ? {} : { projectDepartment }),
    ...(industryDepartment === undefined ? {} : { industryDepartment }),
    ...(labourOfficer === undefined || phone === undefined
      ? {}
      : { labourOfficer: { name: labourOfficer.name, phone } }),
    ...(contract === undefined ? {} : { payDay: contract.payDay, payDayIn: contract.payDayIn }),
    ...(industryPhone === undefined ? {} : { industryPhone }),
  };
}

async function departmentName(code: string, { areaCode }: ProjectRef): Promise<string | undefined> {
  const { items } = await listDepartments({});
  return items.find((one) => one.code === code && areaCode.startsWith(one.areaCode))?.name;
}

type Missing = { field: string; zh: string; en: string };
const party = (role: PartyRole) => (content: BoardContent) =>
  content.parties.some((one) => one.role === role);
const has = (field: keyof BoardContent) => (content: BoardContent) => content[field] !== undefined;

const FIELDS: readonly (Missing & { isThere: (content: BoardContent) => boolean })[] = [
  { field: 'projectOwner', zh: '建设单位', en: 'owner', isThere: party('projectOwner') },
  {
    field: 'generalContractor',
    zh: '施工总承包单位',
    en: 'general contractor',
    isThere: party('generalContractor'),
  },
  { field: 'projectDepartment', zh: '项目部', en: 'project department', isThere: has('projectDepartment') },
  {
    field: 'industryDepartment',
    zh: '行业主管部门',
    en: 'industry department',
    isThere: has('industryDepartment'),
  },
  { field: 'labourOfficer', zh: '劳资专管员', en: 'labour officer', isThere: has('labourOfficer') },
  {
    field: 'minimumWageMonthly',
    zh: '当地最低工资标准（本地区未设置）',
    en: 'minimum wage (not set for this area)',
    isThere: has('minimumWageMonthlyFen'),
  },
  { field: 'payDay', zh: '工资支付日期', en: 'pay day', isThere: has('payDay') },
  {
    field: 'industryPhone',
    zh: '行业主管部门投诉电话（本地区未设置）',
    en: 'phone of the industry department (not set for this area)',
    isThere: has('industryPhone'),
  },
  {
    field: 'inspectionPhone',
    zh: '劳动保障监察投诉电话（本地区未设置）',
    en: 'phone of labour inspection (not set for this area)',
    isThere: has('inspectionPhone'),
  },
  {
    field: 'arbitrationChannel',
    zh: '劳动争议仲裁渠道（本地区未设置）',
    en: 'arbitration (not set for this area)',
    isThere: has('arbitrationChannel'),
  },
  {
    field: 'legalAidChannel',
    zh: '法律援助渠道（本地区未设置）',
    en: 'legal aid (not set for this area)',
    isThere: has('legalAidChannel'),
  },
  {
    field: 'legalServiceHotline',
    zh: '公共法律服务热线（本地区未设置）',
    en: 'public legal service hotline (not set for this area)',
    isThere: has('legalServiceHotline'),
  },
];

/** What a board would have to leave blank; it is listed instead, and the board waits. */
export const boardMissing = (content: BoardContent): Missing[] =>
  FIELDS.filter(({ isThere }) => !isThere(content)).map(({ field, zh, en }) => ({ field, zh, en }));
