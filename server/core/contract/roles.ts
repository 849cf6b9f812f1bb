/** Every role a signed-in person can hold (docs/glossary.md); `public` and `signedIn` are door marks, not roles. */
export const ROLES = [
  'worker',
  'contractor',
  'bank',
  'gridOfficer',
  'clerk',
  'inspector',
  'bureauHead',
  'departmentLiaison',
  'leader',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** The one name of each role, on screens and in exported tables alike. */
export const ROLE_WORDS: Readonly<Record<Role, { zh: string; en: string }>> = {
  worker: { zh: '农民工', en: 'Worker' },
  contractor: { zh: '企业', en: 'Company' },
  bank: { zh: '银行', en: 'Bank' },
  gridOfficer: { zh: '网格员', en: 'Grid officer' },
  clerk: { zh: '受理窗口', en: 'Intake desk' },
  inspector: { zh: '劳动监察员', en: 'Inspector' },
  bureauHead: { zh: '局负责人', en: 'Head of bureau' },
  departmentLiaison: { zh: '部门联络员', en: 'Department liaison' },
  leader: { zh: '联席会议办公室领导', en: 'Leader of the joint meeting office' },
  auditor: { zh: '审计', en: 'Auditor' },
  admin: { zh: '系统管理员', en: 'Administrator' },
};

/** Who may pass a door: roles, anybody signed in, anybody at all, or a program that signs its requests. */
export type Audience = Role | 'signedIn' | 'public' | 'machine';
export type PermissionTable = Readonly<Record<string, readonly Audience[]>>;

/** Positions inside a company that a contractor's grant may carry. */
export const COMPANY_POSITIONS = ['companyAdmin', 'labourOfficer'] as const;
export type CompanyPosition = (typeof COMPANY_POSITIONS)[number];

/**
 * One row of a person's rights: a role within an area (a prefix of areaCode: 6, 9 or 12 digits; 4 or 2 digits for
 * prefecture and province), a company, a department or a bank branch. A person may hold several.
 */
export interface Grant {
  role: Role;
  areaCode: string;
  companyId?: string;
  position?: CompanyPosition;
  departmentCode?: string;
  bankBranchCode?: string;
}

/** Staff of the bureau and its partners must use a second factor in production; workers sign in by phone code. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter(
  (role) => role !== 'worker' && role !== 'contractor',
);
