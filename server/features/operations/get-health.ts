import mongoose from 'mongoose';
import type { HealthCheck, HealthView } from '../../core/contract/operations.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTime } from '../../platform/in-time.ts';
import { checkCalendar, checkParameters } from './health/check-records.ts';
import { checkEventChain } from './health/check-event-chain.ts';
import { checkFiles } from './health/check-files.ts';
import { checkKeys } from './health/check-keys.ts';
import { checkJobs } from './health/check-jobs.ts';
import { checkClock, checkDisk } from './health/check-machine.ts';
import { checkMail } from './health/check-mail.ts';
import { checkMigrations } from './health/check-migrations.ts';
import { checkOutbox } from './health/check-outbox.ts';
import { checkSms } from './health/check-sms.ts';
import { checkRedis } from './health/check-redis.ts';
import { checkStore, storeVersion } from './health/check-store.ts';
import { NEXT_STEPS } from './health/next-steps.ts';
import { operationsSettings } from './operations.settings.ts';

/** A check that hangs or breaks must not take the page with it. */
const CHECK_MS = 6_000;

/** Is the system well? Every part is asked for itself, at once, and says in a sentence what it found. */
export async function getHealth(ctx: Pick<Ctx, 'now' | 'today'>): Promise<HealthView> {
  const settings = operationsSettings();
  const checks = await Promise.all([
    guarded('store', () => checkStore()),
    guarded('migrations', () => checkMigrations()),
    guarded('redis', () => checkRedis(settings)),
    guarded('files', () => checkFiles(settings)),
    guarded('mail', () => checkMail(settings)),
    guarded('sms', () => Promise.resolve(checkSms(settings))),
    guarded('outbox', () => checkOutbox(ctx)),
    guarded('clock', () => checkClock(ctx)),
    guarded('disk', () => checkDisk(settings)),
    guarded('jobs', () => checkJobs(ctx)),
    guarded('calendar', () => checkCalendar(settings, ctx)),
    guarded('parameters', () => checkParameters(settings, ctx)),
    guarded('eventChain', () => checkEventChain(ctx)),
    guarded('keys', () => checkKeys(settings)),
  ]);
  const store = await storeVersion().catch(() => '?');
  const versions = {
    anxin: settings.appVersion,
    node: process.versions.node,
    mongoose: mongoose.version,
    store,
  };
  return { level: worst(checks), checks, versions };
}

/** The worst level found; what could not be found out counts as a warning. */
function worst(checks: readonly HealthCheck[]): HealthView['level'] {
  if (checks.some(({ level }) => level === 'bad')) return 'bad';
  return checks.every(({ level }) => level === 'good') ? 'good' : 'warning';
}

async function guarded(
  name: HealthCheck['name'],
  check: () => Promise<Omit<HealthCheck, 'name'>>,
): Promise<HealthCheck> {
  const late = { level: 'unknown' as const, zh: '检查超时', en: 'The check took too long', facts: {} };
  try {
    return withNextStep({ name, ...(await inTime(check(), CHECK_MS, () => late)) });
  } catch {
    return withNextStep({ name, level: 'bad', zh: '检查失败', en: 'The check failed', facts: {} });
  }
}

function withNextStep(check: HealthCheck): HealthCheck {
  if (check.level === 'good') return check;
  const [zh, en] = NEXT_STEPS[check.name];
  return { ...check, next: { zh, en } };
}
