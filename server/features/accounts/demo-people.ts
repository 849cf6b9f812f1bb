import type { Grant, Role } from '../../core/contract/roles.ts';

/** One for all demo accounts; they exist in demo mode only, which production refuses. */
export const DEMO_PASSWORD = 'anxin-demo-2026';
/** The company of the demo contractor's people. */
export const DEMO_COMPANY_ID = '5326010000000000000000c1';

export interface DemoStaff {
  role: Exclude<Role, 'worker'>;
  zh: string;
  en: string;
  login: string;
  name: string;
  /** Beside role and area. */
  bounds?: Omit<Grant, 'role' | 'areaCode'>;
  /** 文山市 unless said otherwise. */
  areaCode?: string;
}
export interface DemoWorker {
  role: 'worker';
  zh: string;
  en: string;
  phone: string;
  name: string;
}

/** Where they work unless said otherwise. */
export const DEMO_AREA = '532601';
const PREFECTURE = '5326';
const companyAdmin = { companyId: DEMO_COMPANY_ID, position: 'companyAdmin' } as const;
const labourOfficer = { companyId: DEMO_COMPANY_ID, position: 'labourOfficer' } as const;

export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    role: 'admin',
    zh: '系统管理员',
    en: 'Administrator',
    login: 'admin',
    name: '管一南',
    areaCode: PREFECTURE,
  },
  { role: 'bureauHead', zh: '监察局长', en: 'Bureau head', login: 'head', name: '何正平' },
  { role: 'inspector', zh: '监察员', en: 'Inspector', login: 'inspector', name: '李明清' },
  { role: 'clerk', zh: '受理员', en: 'Intake clerk', login: 'clerk', name: '陶小兰' },
  {
    role: 'gridOfficer',
    zh: '网格员',
    en: 'Grid officer',
    login: 'grid',
    name: '侬阿珍',
    areaCode: '532601001',
  },
  {
    role: 'departmentLiaison',
    zh: '住建局联络员',
    en: 'Housing bureau liaison',
    login: 'housing',
    name: '王建业',
    bounds: { departmentCode: 'housing' },
  },
  {
    role: 'leader',
    zh: '联席会议领导',
    en: 'Joint meeting leader',
    login: 'leader',
    name: '杨总领',
    areaCode: PREFECTURE,
  },
  { role: 'auditor', zh: '审计员', en: 'Auditor', login: 'auditor', name: '沈审之', areaCode: PREFECTURE },
  {
    role: 'contractor',
    zh: '总包单位管理员',
    en: 'Company administrator',
    login: 'company',
    name: '陈工程',
    bounds: companyAdmin,
  },
  {
    role: 'contractor',
    zh: '劳资专管员',
    en: 'Labour officer',
    login: 'labour',
    name: '赵劳资',
    bounds: labourOfficer,
  },
  {
    role: 'bank',
    zh: '开户银行',
    en: 'Account bank',
    login: 'bank',
    name: '钱银行',
    bounds: { bankBranchCode: 'WS001' },
  },
];
export const DEMO_WORKERS: readonly DemoWorker[] = [
  { role: 'worker', zh: '农民工', en: 'Worker', phone: '13800000001', name: '张大山' },
  { role: 'worker', zh: '农民工', en: 'Worker', phone: '13800000002', name: '马春花' },
];

export type DemoPerson = DemoStaff | DemoWorker;
/** What start prints once and the sign-in page offers; workers take a code from the demo inbox. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [...DEMO_STAFF, ...DEMO_WORKERS];
