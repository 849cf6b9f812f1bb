import type { PermissionTable } from '../../core/contract/roles.ts';

const READERS = ['gridOfficer', 'clerk', 'inspector', 'bureauHead', 'leader'] as const;
const WRITERS = ['gridOfficer', 'clerk', 'inspector', 'bureauHead'] as const;

export const HAZARDS_PERMISSIONS = {
  'hazards.list': READERS,
  'hazards.export': READERS,
  'hazards.report': WRITERS,
  'hazards.move': WRITERS,
} as const satisfies PermissionTable;
