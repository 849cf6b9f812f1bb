import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Offices keep the files and grades of their area's companies, leaders read them; a company reads its own and may object.
 * credit-reach.ts puts that into the queries.
 */
export const CREDIT_PERMISSIONS = {
  'credit.read': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'credit.own': ['contractor'],
  'credit.list': ['clerk', 'inspector', 'bureauHead'],
  'ratings.list': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'ratings.export': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'ratings.open': ['inspector', 'bureauHead'],
  'ratings.move': ['contractor', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
