import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * The general contractor and each firm that hires keep the roster of their people; the office of the area reads it.
 * Which people a company sees is decided in the queries (roster-reach.ts): the general contractor its site, a
 * subcontractor its own teams; owners, leaders and departments see totals alone, banks and workers nothing of it here.
 */
export const ROSTER_PERMISSIONS = {
  'roster.list': ['clerk', 'inspector', 'bureauHead', 'contractor'],
  'roster.export': ['clerk', 'inspector', 'bureauHead', 'contractor'],
  'roster.write': ['contractor'],
  'roster.reveal': ['inspector', 'bureauHead', 'contractor'],
  'roster.coverage': [
    'clerk',
    'inspector',
    'bureauHead',
    'gridOfficer',
    'leader',
    'departmentLiaison',
    'contractor',
  ],
  'roster.punch': ['machine'],
  'roster.dictionary': ['signedIn'],
} as const satisfies PermissionTable;
