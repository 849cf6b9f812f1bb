import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Where wages stand on a project: the office, its leaders, the general contractor, and the owner in totals; a
 * subcontractor its own teams. Rows with names are for the office and whoever answers for these people.
 */
export const PAY_OVERVIEW_PERMISSIONS = {
  'payOverview.grid': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'payOverview.money': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'payOverview.reconcile': ['contractor', 'clerk', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
