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
import { openStore } from '../../server/platform/open-store.ts';
import { loadComplaints } from './load.ts';

export const PASSWORD = 'correct horse 42';
/** The limits on requests hold for each person, so there have to be enough of them. */
export const STAFF = Array.from({ length: 32 }, (_, at) => `bench${at}`);
export const PHONES = Array.from({ length: 32 }, (_, at) => `1370000${String(at).padStart(4, '0')}`);

/** A data folder with the demo region, people and complaints in it; nothing runs in it afterwards. */
export async function prepareData(
  dir: string,
  documents: number,
  say: (line: string) => void,
  more: () => Promise<void> = async () => undefined,
): Promise<void> {
  const config = loadConfig({ DATA_DIR: dir, NODE_ENV: 'development', DEMO: 'true', LOG_LEVEL: 'silent' });
  configure(config, systemClock);
  const store = await openStore(config, createLog('silent'));
  await connectDb(store.uri);
  await prepareStore();
  const at = { now: systemClock.now(), today: systemClock.today() };
  const ctx = systemCtx('bench', at);
  await runSeeds({ ctx, demo: true, regionCode: '5326' });
  say(`opening ${STAFF.length + PHONES.length} accounts`);
  for (const login of STAFF) {
    const grants = [{ role: 'inspector' as const, areaCode: '532601' }];
    await openAccount({ name: '测量员', login, grants }, { text: PASSWORD, mustChange: false }, ctx);
  }
  for (const phone of PHONES) await inTransaction(() => openWorkerAccount(phone, ctx));
  await loadComplaints(documents, { ...at, calendar: await loadCalendar('532601') }, say);
  await more();
  say('counting them for the reports');
  await rollUpReport();
  await closeAll(store);
}

async function closeAll(store: { stop(): Promise<void> }): Promise<void> {
  await disconnectDb();
  await store.stop();
}

interface SideDoor {
  /** The limits on filing and on codes are counted in the store: lifted between measurements, as ten minutes would. */
  liftLimits(): Promise<void>;
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
