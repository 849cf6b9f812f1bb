import type { PermissionTable } from '../../core/contract/roles.ts';

const READERS = ['leader', 'bureauHead', 'inspector'] as const;

/** The office notes its reception days; who opens, changes and ends is campaign-kind.ts's and the table's to say. */
export const CAMPAIGNS_PERMISSIONS = {
  'campaigns.list': READERS,
  'campaigns.matters': READERS,
  'campaigns.export': READERS,
  'campaigns.open': ['leader', 'bureauHead'],
  'campaigns.move': READERS,
} as const satisfies PermissionTable;
