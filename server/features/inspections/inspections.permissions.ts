import type { PermissionTable } from '../../core/contract/roles.ts';

const READERS = ['clerk', 'inspector', 'gridOfficer', 'bureauHead', 'leader'] as const;
const WRITERS = ['clerk', 'inspector', 'gridOfficer', 'bureauHead'] as const;

export const INSPECTIONS_PERMISSIONS = {
  'inspections.list': READERS,
  'inspections.read': READERS,
  'inspections.export': READERS,
  'inspections.create': WRITERS,
  'inspections.edit': WRITERS,
  'siteInspections.create': ['inspector', 'bureauHead'],
  'findings.list': [...READERS, 'contractor'],
  'findings.export': [...READERS, 'contractor'],
  'findings.move': ['inspector', 'bureauHead', 'contractor'],
  'outreach.list': READERS,
  'outreach.read': READERS,
  'outreach.export': READERS,
  'outreach.create': WRITERS,
  'outreach.edit': WRITERS,
} as const satisfies PermissionTable;
