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

/** Who may pass a door: roles, anybody signed in, or anybody at all. */
export type Audience = Role | 'signedIn' | 'public';
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
