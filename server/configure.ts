import type { Config } from './config.ts';
import { PERMISSION_TABLES } from './doors.ts';
import { configureAccounts, findAdmins, findLiveSessions, findRecipient } from './features/accounts/index.ts';
import { configureCalendar } from './features/calendar/index.ts';
import { configureEvidence } from './features/evidence/index.ts';
import { configureFiles } from './features/files/index.ts';
import { configureNotifications } from './features/notifications/index.ts';
import { configureOperations } from './features/operations/index.ts';
import { configureProjects } from './features/projects/index.ts';
import { configureAudit } from './platform/audit/index.ts';
import { configureKeyedHash, configurePasswords, sweepWebSessions } from './platform/auth/index.ts';
import type { Clock } from './platform/clock.ts';
import { registerSweep } from './platform/jobs/index.ts';
import { configureFieldKeys } from './platform/crypto/index.ts';
import { configureOutbound } from './platform/outbound/index.ts';
import { configureOutbox } from './platform/outbox/index.ts';
import { VERSION } from './version.ts';

/** Hands each part its share of the configuration; every process of the product calls it once, before anything else. */
export function configure(config: Config, clock: Clock): void {
  configureKeyedHash(config.secrets.session);
  configurePasswords(config);
  configureFieldKeys(config.secrets);
  configureAudit(config.secrets);
  configureOutbox({ ...config, findRecipient, findAdmins });
  configureOutbound({ ownNetworks: config.webhookNetworks });
  configureAccounts({ ...config, clock, allPermissions: () => PERMISSION_TABLES });
  registerSweep('webSessions', () => sweepWebSessions(findLiveSessions));
  configureCalendar(config);
  configureFiles(config);
  configureEvidence(config);
  configureNotifications(config);
  configureProjects(config);
  configureOperations({
    ...config,
    minFreeBytes: config.uploads.minFreeBytes,
    appVersion: VERSION,
    startedAt: clock.now(),
  });
}
