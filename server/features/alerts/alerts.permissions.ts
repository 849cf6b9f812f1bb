import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Offices work on their area's alerts, leaders read; a general contractor sees and answers those of its sites, a
 * subcontractor those of its own teams. `alert-reach.ts` puts that into the queries.
 */
export const ALERTS_PERMISSIONS = {
  'alerts.list': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'alerts.export': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'alerts.handle': ['clerk', 'inspector', 'bureauHead'],
  'alerts.answer': ['contractor'],
  'alerts.risk': ['contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'alerts.figures': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'alerts.rules': ['clerk', 'inspector', 'bureauHead', 'leader', 'admin'],
  'alerts.preview': ['bureauHead', 'admin'],
  'alerts.publicRules': ['public'],
} as const satisfies PermissionTable;
