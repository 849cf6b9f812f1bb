import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Companies file and read their own (an employer its teams, the general contractor its whole site, the owner totals);
 * offices read their area, leaders too. `payroll-reach.ts` puts that into the queries. Banks see pay files only (funds).
 */
export const PAYROLL_PERMISSIONS = {
  'payroll.file': ['contractor'],
  'payroll.list': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'payroll.lines': ['contractor', 'clerk', 'inspector', 'bureauHead'],
  'payroll.export': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'payroll.review': ['contractor'],
  'payroll.evidence': ['contractor', 'clerk', 'inspector', 'bureauHead'],
  'payroll.ledger': ['contractor', 'inspector', 'bureauHead'],
  'payroll.own': ['worker'],
  'payroll.answer': ['worker'],
  'payroll.link': ['public'],
} as const satisfies PermissionTable;
