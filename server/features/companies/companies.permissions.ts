import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Offices keep the companies of their area, grid officers see those of their town and open new ones; a `contractor`
 * reads the own company alone (company-reach.ts puts that into the queries), and finds partners by their exact name or
 * credit code.
 */
export const COMPANIES_PERMISSIONS = {
  'companies.list': ['clerk', 'inspector', 'bureauHead', 'gridOfficer', 'contractor'],
  'companies.lookup': ['clerk', 'inspector', 'bureauHead', 'gridOfficer', 'contractor'],
  'companies.export': ['clerk', 'inspector', 'bureauHead'],
  'companies.create': ['clerk', 'inspector', 'bureauHead', 'gridOfficer'],
  'companies.edit': ['clerk', 'inspector', 'bureauHead'],
  'companies.merge': ['clerk', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
