import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Banks see the accounts of their own branch and nothing but pay data; of a project's companies the general contractor
 * sees its account, the owner what it paid in, a subcontractor nothing. Offices read their area. `funds-reach.ts` puts
 * that into the queries; full card numbers leave with the pay file alone, to the bank that pays it.
 */
export const FUNDS_PERMISSIONS = {
  'wageAccounts.list': ['bank', 'contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'wageAccounts.transactions': ['bank', 'contractor', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'wageAccounts.post': ['bank'],
  'refusedOutflows.list': ['bank', 'clerk', 'inspector', 'bureauHead'],
  'payFiles.list': ['bank', 'contractor', 'clerk', 'inspector', 'bureauHead'],
  'payFiles.issue': ['contractor'],
  'payFiles.take': ['bank'],
  'payFiles.answer': ['bank'],
  'payFiles.takeBack': ['bank'],
  'machine.payResults': ['machine'],
  'machine.takeBacks': ['machine'],
  'machine.transactions': ['machine'],
} as const satisfies PermissionTable;
