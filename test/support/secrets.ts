import { randomSecrets } from '../../server/platform/secrets.ts';
import { configureAudit } from '../../server/platform/audit/index.ts';
import { configureFieldKeys } from '../../server/platform/crypto/index.ts';

/** Field keys and a signing key of this test file's own, before its tests. */
export function useSecrets(): void {
  before(() => {
    const secrets = randomSecrets();
    configureFieldKeys(secrets);
    configureAudit(secrets);
  });
}
