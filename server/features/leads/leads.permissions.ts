import type { PermissionTable, Role } from '../../core/contract/roles.ts';

const OFFICE: readonly Role[] = ['clerk', 'inspector', 'bureauHead'];

/** The office takes in what platforms hand over as workbooks; their programs send and ask by themselves. */
export const LEADS_PERMISSIONS = {
  'leads.list': OFFICE,
  'leads.export': OFFICE,
  'leads.takeIn': OFFICE,
  'leads.send': ['machine'],
  'leads.follow': ['machine'],
} as const satisfies PermissionTable;
