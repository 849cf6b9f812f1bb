import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { runSeeds } from '../../seeds/run-seeds.ts';
import { loadConfig } from '../../server/config.ts';
import { configure } from '../../server/configure.ts';
import { openAccount, openWorkerAccount } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { rollUpReport } from '../../server/features/reports/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { connectDb, disconnectDb, inTransaction, prepareStore } from '../../server/platform/db.ts';
import { createLog } from '../../server/platform/log.ts';
import { migrateStore } from '../../server/platform/migrations/index.ts';
import { openStore } from '../../server/platform/open-store.ts';
import { VERSION } from '../../server/version.ts';
import { loadCases } from '../dashboard/load-cases.ts';
import { keptFolder } from '../kept-folder.ts';
import { loadComplaints } from './load.ts';

export const PASSWORD = 'correct horse 42';
/** The limits on requests hold for each person, so there have to be enough of them. */
export const STAFF = Array.from({ length: 32 }, (_, at) => `bench${at}`);
export const PHONES = Array.from({ length: 32 }, (_, at) => `1370000${String(at).padStart(4, '0')}`);

/** Of another county: what happens in the first is none of their business. */
export const OUTSIDERS = ['benchAway0', 'benchAway1'];
const COUNTY = '532601';
const NEIGHBOUR = '532622';
/** Half as many cases as complaints, as the goal of the dashboard has them. */
const CASES_PER_COMPLAINT = 0.5;

/** What decides how the office's records lie in the store. */
const SOURCES = [
  'bench/complaints/load.ts',
  'bench/complaints/prepare.ts',
  'bench/dashboard/load-cases.ts',
  'server/platform/embedded/storage.ts',
  'server/platform/embedded/index-entries.ts',
  'server/platform/embedded/lang/keys.ts',
  'server/platform/search',
  'server/platform/crypto',
  'server/features/complaints/complaint.model.ts',
  'server/features/cases',
];

/** A data folder with the demo region, people, complaints and cases in it, laid once and kept; nothing runs in it. */
export const prepareOffice = (
  docs: number,
  keep: string | undefined,
  say: (line: string) => void,
): Promise<string> => {
  const lay = (dir: string): Promise<void> => layOffice(dir, docs, say);
  return keptFolder({ name: 'office', size: { docs }, sources: SOURCES, lay }, keep, say);
};

async function layOffice(dir: string, documents: number, say: (line: string) => void): Promise<void> {
  const config = loadConfig({ DATA_DIR: dir, NODE_ENV: 'development', DEMO: 'true', LOG_LEVEL: 'silent' });
  configure(config, systemClock);
  const store = await openStore(config, createLog('silent'));
  await connectDb(store.uri);
  await prepareStore();
  // On the empty store: what is laid has the form of this program already.
  await migrateStore({ clock: systemClock, log: createLog('silent'), version: VERSION });
  const at = { now: systemClock.now(), today: systemClock.today() };
  const ctx = systemCtx('bench', at);
  await runSeeds({ ctx, demo: true, regionCode: '5326' });
  say(`opening ${STAFF.length + OUTSIDERS.length + PHONES.length} accounts`);
  for (const login of [...STAFF, ...OUTSIDERS]) {
    const areaCode = OUTSIDERS.includes(login) ? NEIGHBOUR : COUNTY;
    const grants = [{ role: 'inspector' as const, areaCode }];
    await openAccount({ name: '测量员', login, grants }, { text: PASSWORD, mustChange: false }, ctx);
  }
  for (const phone of PHONES) await inTransaction(() => openWorkerAccount(phone, ctx));
  await loadComplaints(documents, { ...at, calendar: await loadCalendar(COUNTY) }, say);
  await loadCases(Math.floor(documents * CASES_PER_COMPLAINT), say);
  say('counting them for the reports');
  await rollUpReport();
  await closeAll(store);
}

async function closeAll(store: { stop(): Promise<void> }): Promise<void> {
  await disconnectDb();
  await store.stop();
}

export interface SideDoor {
  /** The limits on filing and on codes are counted in the store: lifted between measurements, as ten minutes would. */
  liftLimits(): Promise<void>;
  /** How many of these receipt numbers are on record. */
  onRecord(receiptNumbers: readonly string[]): Promise<number>;
  /** Until the work a first start brings is done: its records are counted and their events linked. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const COUNTED = ['complaints', 'inspectionCases', 'inspections', 'outreach', 'claims'];
const LOOK_MS = 500;

export async function openSideDoor(dir: string): Promise<SideDoor> {
  const config = loadConfig({ DATA_DIR: dir, NODE_ENV: 'development', DEMO: 'true', LOG_LEVEL: 'silent' });
  const store = await openStore(config, createLog('silent'));
  const client = await MongoClient.connect(store.uri);
  return {
    liftLimits: async () => {
      await client.db().collection('rateCounts').deleteMany({});
    },
    onRecord: (receiptNumbers) =>
      client
        .db()
        .collection('complaints')
        .countDocuments({ receiptNumber: { $in: [...receiptNumbers] } }),
    settle: async () => {
      const waits = async (): Promise<boolean> => {
        for (const name of COUNTED)
          if ((await client.db().collection(name).findOne({ uncounted: true })) !== null) return true;
        return (await client.db().collection('eventQueue').findOne({})) !== null;
      };
      while (await waits()) await pause(LOOK_MS);
    },
    close: async () => {
      await client.close();
      await store.stop();
    },
  };
}
