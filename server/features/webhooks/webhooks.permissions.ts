import type { PermissionTable } from '../../core/contract/roles.ts';

export const WEBHOOKS_PERMISSIONS = {
  'webhooks.list': ['admin'],
  'webhooks.open': ['admin'],
  'webhooks.change': ['admin'],
  'webhooks.send': ['admin'],
} as const satisfies PermissionTable;
