import type { PermissionTable } from '../../core/contract/roles.ts';

export const CALENDAR_PERMISSIONS = {
  'calendar.list': ['signedIn'],
  'calendar.read': ['signedIn'],
  'calendar.count': ['signedIn'],
  'calendar.set': ['admin'],
  'calendar.addLocal': ['admin'],
  'calendar.removeLocal': ['admin'],
} as const satisfies PermissionTable;
