import type { PermissionTable } from '../../core/contract/roles.ts';

/** Objects of the national data standard: handed out by the office, taken in by whoever keeps its records. */
export const EXCHANGE_PERMISSIONS = {
  'exchange.export': ['inspector', 'bureauHead'],
  'exchange.import': ['clerk', 'inspector'],
} as const satisfies PermissionTable;
