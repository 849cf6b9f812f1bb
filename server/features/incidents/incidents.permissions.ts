import type { PermissionTable } from '../../core/contract/roles.ts';

const OFFICE = ['clerk', 'inspector', 'bureauHead'] as const;

/** A company reports what happens on its own site (REG-29-3) and reads back what it reported. */
export const INCIDENTS_PERMISSIONS = {
  'incidents.list': ['gridOfficer', ...OFFICE, 'leader', 'contractor'],
  'incidents.count': ['gridOfficer', ...OFFICE, 'leader'],
  'incidents.export': [...OFFICE, 'leader'],
  'incidents.report': ['gridOfficer', ...OFFICE, 'contractor'],
  'incidents.move': ['gridOfficer', ...OFFICE, 'contractor'],
} as const satisfies PermissionTable;
