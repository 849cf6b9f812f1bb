import type { PermissionTable } from '../../core/contract/roles.ts';

/** The record of what was done is for those who check; the signed roots are for everybody. */
export const EVENTS_PERMISSIONS = {
  'events.list': ['auditor', 'admin'],
  'events.export': ['auditor', 'admin'],
  'eventDays.list': ['auditor', 'admin'],
  'eventChain.verify': ['auditor', 'admin'],
  'eventRoots.read': ['public'],
} as const satisfies PermissionTable;
