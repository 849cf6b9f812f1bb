import type { Role } from '../../../server/core/contract/roles.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import type { TestApp } from '../../support/app.ts';

export const PASSWORD = 'test-password-2026';

/** Opens just these accounts: hashing a password takes a tenth of a second, so tests open no more than they use. */
export async function openStaff(
  test: TestApp,
  people: Record<string, readonly [Exclude<Role, 'worker'>, string]>,
): Promise<void> {
  const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
  for (const [login, [role, areaCode]] of Object.entries(people)) {
    await openAccount(
      { name: '测试员', login, grants: [{ role, areaCode }] },
      { text: PASSWORD, mustChange: false },
      ctx,
    );
  }
}
