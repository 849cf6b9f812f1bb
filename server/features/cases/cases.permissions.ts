import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; in which areas and states is case-reach.ts's and the flow table's to say. */
export const CASES_PERMISSIONS = {
  'cases.glance': ['bureauHead', 'inspector', 'clerk', 'leader'],
  'cases.list': ['bureauHead', 'inspector', 'clerk', 'leader'],
  'cases.export': ['bureauHead', 'inspector', 'clerk', 'leader'],
  'cases.view': ['bureauHead', 'inspector', 'clerk', 'leader'],
  'cases.inspectors': ['bureauHead', 'inspector', 'clerk'],
  'cases.file': ['inspector'],
  'cases.assign': ['inspector', 'bureauHead'],
  'cases.work': ['inspector'],
  'cases.proceed': ['inspector', 'bureauHead'],
  'cases.addEvidence': ['clerk', 'inspector', 'bureauHead'],
  'cases.askRecusal': ['clerk', 'inspector'],
  'cases.load': ['bureauHead'],
  'cases.reassign': ['bureauHead'],
  'cases.beforeReport': ['bureauHead', 'leader'],
  'cases.outward': ['bureauHead', 'inspector', 'clerk'],
  'cases.approve': ['bureauHead'],
  'cases.readClaims': ['bureauHead', 'inspector', 'clerk'],
  'cases.exportClaims': ['bureauHead', 'inspector'],
} as const satisfies PermissionTable;
