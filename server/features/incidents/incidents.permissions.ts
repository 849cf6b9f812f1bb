import type { PermissionTable } from '../../core/contract/roles.ts';

const OFFICE = ['clerk', 'inspector', 'bureauHead'] as const;

/** A company reports what happens on its own site (REG-29-3) and reads back what it reported; a department reads of its industry (REG-7-1). */
export const INCIDENTS_PERMISSIONS = {
  'incidents.list': ['gridOfficer', ...OFFICE, 'leader', 'departmentLiaison', 'contractor'],
  'incidents.count': ['gridOfficer', ...OFFICE, 'leader'],
  'incidents.export': [...OFFICE, 'leader'],
  'incidents.report': ['gridOfficer', ...OFFICE, 'contractor'],
  'incidents.move': ['gridOfficer', ...OFFICE, 'contractor'],
} as const satisfies PermissionTable;
