import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { loadConfig } from './config.ts';
import type { Config } from './config.ts';
import { configure } from './configure.ts';
import { followKeys } from './follow-keys.ts';
import type { KeyFollowing } from './follow-keys.ts';
import { systemClock } from './platform/clock.ts';
import type { Clock } from './platform/clock.ts';
import { connectDb, disconnectDb, openDb, prepareStore } from './platform/db.ts';
import { createLog } from './platform/log.ts';
import type { Log } from './platform/log.ts';
import { migrateStore, refuseNewerStore } from './platform/migrations/index.ts';
import { openStore, throughHandOver } from './platform/open-store.ts';
import type { OpenStore } from './platform/open-store.ts';
import { probeStore } from './platform/store-probe.ts';
import { VERSION } from './version.ts';
import { toldOnScreen } from './platform/told-on-screen.ts';

export interface Booted {
  config: Config;
  clock: Clock;
  log: Log;
  store: OpenStore;
  keys: KeyFollowing;
  /** Parts to stop, last one first; the store is the very first and so stops last. */
  onStop(stop: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** What every process of the product does first: configuration, a fit store, connection, indexes, data in today's form. */
export async function boot(
  options: { probe: boolean; bulk?: boolean; sharesOnly?: boolean; changesBlindKey?: boolean } = {
    probe: true,
  },
): Promise<Booted> {
  const config = loadConfig();
  // A command line's standard output is its answer; what the log says goes beside it.
  const log = options.probe ? createLog(config.logLevel) : createLog(config.logLevel, pino.destination(2));
  const stops: (() => Promise<void>)[] = [];
  configure(config, systemClock);
  const keys = followKeys(config, { clock: systemClock, log });
  stops.push(() => keys.stop());
  const { bulk = false, sharesOnly = false, changesBlindKey = false } = options;
  const store = await openStore(config, log, { bulk, sharesOnly });
  stops.push(() => store.stop());
  try {
    stops.push(disconnectDb);
    await connectDb(store.uri);
    await throughHandOver(() => refuseNewerStore(openDb(), VERSION)); // before anything is written
    if (options.probe) await throughHandOver(() => probeStore(store.uri));
    stops.push(await throughHandOver(() => keys.announce({ changesBlindKey })));
    await throughHandOver(async () => {
      await prepareStore();
      await migrateStore({ clock: systemClock, log, version: VERSION });
    });
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
  let stopped: Promise<void> | null = null;
  return {
    config,
    clock: systemClock,
    log,
    store,
    keys,
    onStop: (stop) => void stops.push(stop),
    stop: () => (stopped ??= stopAll(stops)),
  };
}

async function stopAll(stops: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of [...stops].reverse()) await stop();
}

/**
 * Garbage goes once the heap has grown by so much since the last time, in percent. Left to itself, a server that has
 * read one big workbook keeps three times what it needs.
 */
const HEAP_MAY_GROW_BY = 40;

/** Runs a long-lived process: stops it on SIGINT and SIGTERM; a start that fails says why in one sentence. */
export async function runProcess(start: (booted: Booted) => Promise<void>): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_MAY_GROW_BY}`);
  try {
    const booted = await boot();
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) return;
        stopping = true;
        booted.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            booted.log.error({ error: String(error) }, 'the stop did not go well');
            process.exit(1);
          },
        );
      });
    }
    try {
      await start(booted);
    } catch (error) {
      await booted.stop().catch(() => undefined); // what went wrong first is what has to be read
      throw error;
    }
  } catch (error) {
    process.stderr.write(`无法启动 / could not start: ${toldOnScreen(error)}\n`);
    process.exit(1);
  }
}
