import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Offices keep the workers of their area; grid officers see those of their town and open new ones. A worker sees his
 * own data through his complaints and wages, never this register; companies never see it.
 */
export const WORKERS_PERMISSIONS = {
  'workers.list': ['clerk', 'inspector', 'bureauHead', 'gridOfficer'],
  'workers.export': ['clerk', 'inspector', 'bureauHead'],
  'workers.create': ['clerk', 'inspector', 'bureauHead', 'gridOfficer'],
  'workers.edit': ['clerk', 'inspector', 'bureauHead'],
  'workers.merge': ['clerk', 'inspector', 'bureauHead'],
  'workers.reveal': ['clerk', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
