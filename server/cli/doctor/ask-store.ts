import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { SCHEDULE } from '../../../workers/schedule.ts';
import type { Config } from '../../config.ts';
import { configure } from '../../configure.ts';
import {
  checkClockBack,
  checkDisk,
  checkSms,
  configureOperations,
  getHealth,
} from '../../features/operations/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { connectDb, disconnectDb, openDb } from '../../platform/db.ts';
import { registerJobs } from '../../platform/jobs/index.ts';
import { createLog } from '../../platform/log.ts';
import { NewerStoreError, refuseNewerStore } from '../../platform/migrations/index.ts';
import { openStore, throughHandOver } from '../../platform/open-store.ts';
import { probeStore } from '../../platform/store-probe.ts';
import { VERSION } from '../../version.ts';
import type { NamedFinding, Place, StoreFact } from './facts.ts';

type Asked = Pick<Place, 'store' | 'checks'>;

const PATIENCE_MS = 5_000;
/** A start makes up for every missed day, so that what lacks a run is late, however long ago it fell due. */
const SINCE_EVER = new Date(0);

/**
 * Asks the store what the health page asks. As every command does, it shares the embedded store of a running product and
 * serves one that nobody serves; but one that is held and silent, or another user's, is left alone. Unlike a start it makes
 * no indexes and fills nothing up.
 */
export async function askStore(config: Config, clock: Clock): Promise<Asked> {
  configure(config, clock);
  registerJobs(SCHEDULE);
  const minFreeBytes = config.uploads.minFreeBytes;
  configureOperations({ ...config, minFreeBytes, appVersion: VERSION, startedAt: SINCE_EVER });
  const door = await doorOf(config);
  if (door.state !== 'answers') return { store: door, checks: await withoutStore(config) };
  try {
    const store = await openStore(config, createLog(config.logLevel, pino.destination(2)));
    try {
      await connectDb(store.uri, { serverSelectionTimeoutMS: PATIENCE_MS }); // tells best why nobody answers
      await throughHandOver(() => refuseNewerStore(openDb(), VERSION));
      await throughHandOver(() => probeStore(store.uri));
      return { store: door, checks: await allChecks(clock) };
    } finally {
      await disconnectDb();
      await store.stop();
    }
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const state = error instanceof NewerStoreError ? 'newer' : 'failed';
    return { store: { state, fault }, checks: await withoutStore(config) };
  }
}

/** Whether the store may be opened, and whether a product runs on it: of a MongoDB nobody can tell. */
async function doorOf({ mongodbUri, dataDir }: Config): Promise<StoreFact> {
  if (mongodbUri !== undefined) return { state: 'answers', product: 'unknown' };
  const dir = join(dataDir, 'store');
  if (!existsSync(dir)) return { state: 'none' };
  const { endpointOf, USUAL_TRANSPORT } = await import('../../platform/embedded/endpoint.ts');
  const endpoint = endpointOf(dir, USUAL_TRANSPORT);
  if (await endpoint.isServed())
    return (await endpoint.answers()) ? { state: 'answers', product: 'running' } : { state: 'silent' };
  const mine = process.getuid === undefined || statSync(dir).uid === process.getuid();
  return mine ? { state: 'answers', product: 'stopped' } : { state: 'notOurs' };
}

async function allChecks(clock: Clock): Promise<NamedFinding[]> {
  const at = { now: clock.now(), today: clock.today() };
  const { checks } = await getHealth(at);
  return [...checks, { name: 'clockBack', ...(await checkClockBack(at)) }];
}

/** What can be told all the same; a full disk is why many a store does not open. */
async function withoutStore(config: Config): Promise<NamedFinding[]> {
  const { dataDir, uploads } = config;
  const sms: NamedFinding = { name: 'sms', ...checkSms(config) };
  if (!existsSync(dataDir)) return [sms];
  return [{ name: 'disk', ...(await checkDisk({ dataDir, minFreeBytes: uploads.minFreeBytes })) }, sms];
}
