import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * What protects the wages of a project is read by whoever reads the project, and written by its general contractor and
 * its office; the owner writes the contract (writable-parts.ts narrows both to the project). What the QR of a board opens
 * is no more than what the board says.
 */
export const SAFEGUARDS_PERMISSIONS = {
  'safeguards.read': [
    'clerk',
    'inspector',
    'bureauHead',
    'gridOfficer',
    'leader',
    'departmentLiaison',
    'contractor',
  ],
  'safeguards.write': ['clerk', 'inspector', 'bureauHead', 'contractor'],
  'safeguards.board': ['clerk', 'inspector', 'bureauHead', 'contractor'],
  'safeguards.publicBoard': ['public'],
} as const satisfies PermissionTable;
