import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; in which areas and states is the queries' and the table's to say. */
export const PUBLICATIONS_PERMISSIONS = {
  'publications.list': ['inspector', 'bureauHead', 'leader'],
  'publications.propose': ['inspector'],
  'publications.move': ['inspector', 'bureauHead'],
  'publications.public': ['public'],
} as const satisfies PermissionTable;
