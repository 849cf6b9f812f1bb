import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Who may pass which door of this feature. A `contractor` gets only as far as his grants reach: an administrator of a
 * company sees and handles its people, a labour officer nobody (user-reach.ts puts that into the queries).
 */
export const ACCOUNTS_PERMISSIONS = {
  'session.view': ['public'],
  'session.signIn': ['public'],
  'session.signOut': ['public'],
  'demo.accounts': ['public'],
  'session.own': ['signedIn'],
  'account.own': ['signedIn'],
  'invitations.accept': ['public'],
  'users.list': ['admin', 'auditor', 'contractor'],
  'users.export': ['admin', 'auditor', 'contractor'],
  'users.view': ['admin', 'auditor', 'contractor'],
  'users.create': ['admin', 'contractor'],
  'users.edit': ['admin'],
  'users.disable': ['admin', 'contractor'],
  'users.enable': ['admin', 'contractor'],
  'users.resetPassword': ['admin'],
  'users.resetTotp': ['admin'],
  'users.reinvite': ['admin', 'contractor'],
  'users.endSessions': ['admin', 'contractor'],
} as const satisfies PermissionTable;
