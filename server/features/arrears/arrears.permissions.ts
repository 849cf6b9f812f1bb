import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; whose sheet and whose lines is sheet-reach.ts's and the two sides' own queries' to say. */
export const ARREARS_PERMISSIONS = {
  'arrears.view': ['bureauHead', 'inspector', 'clerk'],
  'arrears.export': ['bureauHead', 'inspector'],
  'arrears.work': ['inspector'],
  'arrears.own': ['worker'],
  'arrears.company': ['contractor'],
  'liability.view': ['bureauHead', 'inspector', 'clerk'],
  'liability.decide': ['inspector'],
} as const satisfies PermissionTable;
