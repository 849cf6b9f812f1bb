import type { DemoAccount } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import { accountsSettings } from './accounts.settings.ts';
import { DEMO_PASSWORD, DEMO_STAFF } from './demo-people.ts';

/** The accounts the sign-in page offers where the demo region is loaded; nowhere else is there such an address. */
export function listDemoAccounts(): Promise<DemoAccount[]> {
  if (!accountsSettings().demo) return Promise.reject(new AppError('noSuchRoute'));
  return Promise.resolve(
    DEMO_STAFF.map(({ login, name, role }) => ({ login, password: DEMO_PASSWORD, name, role })),
  );
}
