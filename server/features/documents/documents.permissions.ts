import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Who may pass which door; in which areas and states is document-reach.ts's and the flow table's to say. A leader reads
 * the list and no content; whoever keeps templates sees no paper of a case.
 */
export const DOCUMENTS_PERMISSIONS = {
  'documents.list': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'documents.read': ['clerk', 'inspector', 'bureauHead'],
  'documents.draft': ['clerk', 'inspector'],
  'documents.approve': ['bureauHead'],
  'documents.issue': ['clerk', 'inspector', 'bureauHead'],
  'documents.serve': ['clerk', 'inspector'],
  'documents.void': ['clerk', 'inspector', 'bureauHead'],
  'documents.check': ['public'],
  'documentTemplates.edit': ['admin'],
} as const satisfies PermissionTable;
