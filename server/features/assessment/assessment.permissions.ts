import type { PermissionTable } from '../../core/contract/roles.ts';

const READERS = ['leader', 'bureauHead'] as const;

/** The office of the joint meeting sets by what is assessed; office and head say what no record tells. */
export const ASSESSMENT_PERMISSIONS = {
  'assessment.read': READERS,
  'assessment.export': READERS,
  'assessment.answer': READERS,
  'assessment.edit': ['leader'],
} as const satisfies PermissionTable;
