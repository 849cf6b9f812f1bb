import { accountsSettings } from './accounts.settings.ts';
import { liveSessionIds } from './session.model.ts';
import './follow-merges.ts';

export { ACCOUNTS_PERMISSIONS } from './accounts.permissions.ts';
export { accountsRoutes } from './accounts.routes.ts';
export { configureAccounts } from './accounts.settings.ts';
export type { AccountsSettings } from './accounts.settings.ts';
export {
  DEMO_AREA,
  DEMO_COMPANY_ID,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  DEMO_STAFF,
  DEMO_WORKERS,
} from './demo-people.ts';
export type { DemoPerson } from './demo-people.ts';
export { disableUnusedAccounts } from './disable-unused.ts';
export { findActor } from './find-actor.ts';
export { findAdmins, findOwnPhone, findRecipient } from './find-recipient.ts';
export { listUsers } from './list-users.ts';
export type { ListUsers } from './list-users.ts';
export { openAccount } from './open-account.ts';
export { openFirstAdmin } from './open-first-admin.ts';
export { permissionsOf } from './session-view.ts';
export { openWorkerAccount } from './sign-in-by-phone.ts';
export { findPeopleOfCompany, findUserByLogin, findUserByPhone } from './user.model.ts';

/** Those of the given sessions that still hold, in one query: what socket servers ask every few seconds. */
export const findLiveSessions = (ids: readonly string[]): Promise<Set<string>> =>
  liveSessionIds(ids, accountsSettings().clock.now());
