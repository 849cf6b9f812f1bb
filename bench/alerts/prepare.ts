import { seedParameters } from '../../seeds/pay-side/seed-parameters.ts';
import { runSeeds } from '../../seeds/run-seeds.ts';
import { loadConfig } from '../../server/config.ts';
import { configure } from '../../server/configure.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { openAccount } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { setParameter } from '../../server/features/parameters/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { connectDb, disconnectDb, prepareStore } from '../../server/platform/db.ts';
import { createLog } from '../../server/platform/log.ts';
import { openStore } from '../../server/platform/open-store.ts';
import { loadComplaints } from '../complaints/load.ts';
import { keptFolder } from '../kept-folder.ts';
import { DAY, layCounty } from './lay.ts';
import type { Size } from './lay.ts';

export const LOGIN = 'bench-alerts';
export const PASSWORD = 'correct horse 42';
/** In the queue somebody reads meanwhile. */
const COMPLAINTS = 2_000;
/** What every board has to say of the area: else each site would be warned of. */
const BOARD = [
  ['inspectionPhone', '0876-2120000'],
  ['industryPhones', { housing: '0876-2120001' }],
  ['arbitrationChannel', '0876-2120002'],
  ['legalAidChannel', '0876-2120003'],
  ['legalServiceHotline', '12348'],
] as const;
const FROM = plainDate('2024-01-01');

/** What decides how the county lies in the store. */
const SOURCES = [
  'bench/alerts/lay.ts',
  'bench/alerts/records.ts',
  'bench/alerts/prepare.ts',
  'bench/complaints/load.ts',
  'server/platform/embedded',
  'server/features/payroll/payroll-sheet.model.ts',
  'server/features/payroll/payroll-line.model.ts',
  'server/features/roster/enrolment.model.ts',
];

/** A data folder with the county in it, laid once and kept. */
export const prepareCounty = (
  { projects, lines }: Size,
  keep: string | undefined,
  say: (line: string) => void,
): Promise<string> => {
  const size = { projects, lines };
  const lay = (dir: string): Promise<void> => build(dir, size, say);
  return keptFolder({ name: 'alerts', size, sources: SOURCES, lay }, keep, say);
};

async function build(dir: string, size: Size, say: (line: string) => void): Promise<void> {
  const config = loadConfig({ DATA_DIR: dir, NODE_ENV: 'development', DEMO: 'true', LOG_LEVEL: 'silent' });
  configure(config, systemClock);
  const store = await openStore(config, createLog('silent'));
  await connectDb(store.uri);
  await prepareStore();
  const ctx = systemCtx('bench', { now: systemClock.now(), today: systemClock.today() });
  await runSeeds({ ctx, demo: true, regionCode: '5326' });
  await seedParameters(ctx);
  for (const [key, value] of BOARD)
    await setParameter(key, { areaCode: '532601', from: FROM, value, source: 'measuring' }, ctx);
  const grants = [{ role: 'inspector' as const, areaCode: '532601' }];
  await openAccount({ name: '测量员', login: LOGIN, grants }, { text: PASSWORD, mustChange: false }, ctx);
  const at = { today: DAY, now: ctx.now, calendar: await loadCalendar('532601') };
  await loadComplaints(COMPLAINTS, at, say);
  await layCounty(size, say);
  await disconnectDb();
  await store.stop();
}
