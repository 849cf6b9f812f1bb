import { setTimeout as pause } from 'node:timers/promises';
import type { Express } from 'express';
import { createApp } from './app.ts';
import type { AppDeps } from './app.ts';
import type { Config } from './config.ts';
import { STAND_IN_ROLES } from './core/contract/office-work.ts';
import { PERMISSION_TABLES, ROUTES } from './doors.ts';
import { findActor, findLiveSessions } from './features/accounts/index.ts';
import { standInsOf } from './features/absences/index.ts';
import { resolveMachine } from './features/machine-clients/index.ts';
import { addFigures } from './features/operations/index.ts';
import { loadClassOf } from './load-classes.ts';
import { startSealer } from './platform/audit/index.ts';
import {
  csrfGuard,
  mustFirst,
  passportSetup,
  resolveActor,
  sessionMiddleware,
  storeCounter,
} from './platform/auth/index.ts';
import type { FindActor } from './platform/auth/index.ts';
import type { Clock } from './platform/clock.ts';
import { memoryCounter, rateLimiter } from './platform/http/limits.ts';
import { sharedCounter } from './platform/http/shared-limits.ts';
import { serve } from './platform/http/serve.ts';
import { startShedding } from './platform/http/shedding.ts';
import type { Log } from './platform/log.ts';
import { attachRealtime, closeRealtime } from './platform/realtime/index.ts';
import { openRedisLink } from './platform/redis-link.ts';
import type { RedisLink } from './platform/redis-link.ts';
import { storeAnswers } from './platform/store-answers.ts';
import { VERSION } from './version.ts';

export interface Deps {
  config: Config;
  clock: Clock;
  log: Log;
}

export interface Running {
  port: number;
  stop(): Promise<void>;
}

/** The application with its real identity, over an already connected and configured process. Tests call it too. */
export function assembleApp(
  { config, clock, log }: Deps,
  state: { stopping: boolean },
  { redis, ...more }: Pick<AppDeps, 'shed'> & { redis?: RedisLink | null } = {},
): Assembled {
  const own = memoryCounter(() => clock.now().getTime());
  const identity = [sessionMiddleware(config), ...passportSetup({ findActor: withStandIns(clock) })];
  const { app, metrics } = createApp({
    config,
    clock,
    log,
    routes: ROUTES,
    permissionTables: PERMISSION_TABLES,
    readiness: { storeAnswers, isStopping: () => state.stopping },
    identity: [...identity, csrfGuard(config)],
    ...more,
    version: VERSION,
    resolveActor,
    mustFirst,
    resolveMachine: (req, purpose) => resolveMachine(req, purpose, clock.now()),
    limit: rateLimiter({ memory: redis ? sharedCounter(redis, own) : own, store: storeCounter(clock) }),
  });
  addFigures(metrics, clock);
  return { app, identity };
}

/** The person of a request, with those for whom he stands in today; a worker or a company stands in for nobody. */
const withStandIns =
  (clock: Clock): FindActor =>
  async (userId, sessionId) => {
    const user = await findActor(userId, sessionId);
    if (user === null || !user.grants.some(({ role }) => STAND_IN_ROLES.some((one) => one === role)))
      return user;
    return { ...user, standsInFor: await standInsOf(userId, clock.today()) };
  };

export interface Assembled {
  app: Express;
  identity: ReturnType<typeof passportSetup>;
}

/** Serves HTTP and sockets; `stop` answers what is in flight, tells the sockets and seals what is left. */
export async function runServer(deps: Deps): Promise<Running> {
  const { config, log } = deps;
  const state = { stopping: false };
  const redis = openRedisLink(config.redisUrl, log);
  const shedding = startShedding({
    routes: ROUTES,
    classOf: loadClassOf,
    askStore: () => storeAnswers(STORE_MAY_TAKE_MS),
  });
  const { app, identity } = assembleApp(deps, state, { shed: shedding.middleware, redis });
  const sealer = startSealer({
    onError: (error) => log.warn({ error: String(error) }, 'events wait to be sealed'),
  });
  const serving = await serve(app, config);
  attachRealtime(serving.server, { settings: config, identity, findLiveSessions, log, redis });
  log.info({ port: serving.port }, 'server ready');
  return {
    port: serving.port,
    stop: async () => {
      state.stopping = true; // readyz says so; the balancer has this long to notice
      serving.letGo();
      await pause(config.drainSeconds * 1000);
      await closeRealtime();
      await serving.stop();
      await redis?.close();
      shedding.stop();
      await sealer.stop();
      log.info({}, 'server stopped');
    },
  };
}

/** Under the worst load it is slow; what takes longer is away. */
const STORE_MAY_TAKE_MS = 10_000;
