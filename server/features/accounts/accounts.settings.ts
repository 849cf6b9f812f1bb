import type { PermissionTable } from '../../core/contract/roles.ts';
import type { Clock } from '../../platform/clock.ts';

export interface AccountsSettings {
  env: 'development' | 'production' | 'test';
  demo: boolean;
  /** No text messages are sent: nobody can be asked for a code. */
  textsOff: boolean;
  /** New workers belong to this area until a project claims them. */
  regionCode: string;
  sessionHours: { idle: number; absolute: number };
  /** Days after which a password has to be changed, and after which an account nobody uses is closed; 0: never. */
  passwordMaxDays: number;
  unusedAccountDays: number;
  clock: Clock;
  /** The permission tables of every feature; the menus of the client are drawn from what they open. */
  allPermissions(): readonly PermissionTable[];
}

let settings: AccountsSettings | null = null;

/** Called once at start-up, before the first request. */
export function configureAccounts(given: AccountsSettings): void {
  settings = given;
}

export function accountsSettings(): AccountsSettings {
  if (settings === null) throw new Error('configureAccounts has not been called');
  return settings;
}
