import type { PermissionTable } from '../../core/contract/roles.ts';

export const NOTIFICATIONS_PERMISSIONS = {
  'outbox.list': ['admin'],
  'outbox.retry': ['admin'],
  'notifications.listOwn': ['signedIn'],
  'notifications.readOwn': ['signedIn'],
  /** Answers only in demo mode. */
  'demoInbox.read': ['public'],
} as const satisfies PermissionTable;
