import type { PermissionTable } from '../../core/contract/roles.ts';

export const MACHINE_CLIENTS_PERMISSIONS = {
  'machineClients.list': ['admin'],
  'machineClients.open': ['admin'],
  'machineClients.end': ['admin'],
} as const satisfies PermissionTable;
