import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; what is open in which state is the table's to say. */
export const LISTINGS_PERMISSIONS = {
  'listings.list': ['inspector', 'bureauHead', 'leader', 'auditor'],
  'listings.export': ['inspector', 'bureauHead', 'leader', 'auditor'],
  'listings.view': ['inspector', 'bureauHead', 'leader', 'auditor'],
  'listings.ofCase': ['inspector', 'bureauHead'],
  'listings.open': ['inspector'],
  'listings.move': ['inspector', 'bureauHead'],
  'listings.persons': ['inspector'],
  'listings.reveal': ['inspector', 'bureauHead'],
  'listings.public': ['public'],
} as const satisfies PermissionTable;
