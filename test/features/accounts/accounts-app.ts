import mongoose from 'mongoose';
import { createApp } from '../../../server/app.ts';
import type { Config } from '../../../server/config.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import {
  ACCOUNTS_PERMISSIONS,
  accountsRoutes,
  configureAccounts,
  findActor,
  findLiveSessions,
  openAccount,
} from '../../../server/features/accounts/index.ts';
import { configureAudit } from '../../../server/platform/audit/index.ts';
import {
  configureKeyedHash,
  csrfGuard,
  mustFirst,
  passportSetup,
  resolveActor,
  sessionMiddleware,
  storeCounter,
} from '../../../server/platform/auth/index.ts';
import { fixedClock } from '../../../server/platform/clock.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { configureFieldKeys } from '../../../server/platform/crypto/index.ts';
import { memoryCounter, rateLimiter } from '../../../server/platform/http/limits.ts';
import { serve } from '../../../server/platform/http/serve.ts';
import { createLog } from '../../../server/platform/log.ts';
import { Outbox, outboxSecrets } from '../../../server/platform/outbox/outbox.models.ts';
import { attachRealtime, closeRealtime } from '../../../server/platform/realtime/index.ts';
import type { RealtimeDeps } from '../../../server/platform/realtime/index.ts';
import { ApiClient } from '../../support/api-client.ts';
import { testConfig } from '../../support/config.ts';
import { useStore } from '../../support/store.ts';

export const PASSWORD = 'correct horse 42';
/** Ahead of the machine's own clock, so that the store's expiry of old records does not meddle. */
export const clock = fixedClock(new Date('2030-03-04T02:00:00Z'));
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface AccountsApp {
  config: Config;
  url: string;
  realtimeDeps: RealtimeDeps;
  lines: string[];
  browser(): ApiClient;
}

/** The accounts feature behind the whole HTTP side, on the real store; emptied before each test. Call it in a describe. */
export function useAccountsApp(
  settings: Record<string, string> = {},
  over: { env?: 'production' } = {},
): AccountsApp {
  const started: { app: AccountsApp | null } = { app: null };
  let stop: () => Promise<void> = () => Promise.resolve();
  useStore();

  before(async () => {
    const config = testConfig(settings);
    const lines: string[] = [];
    const log = createLog('debug', { write: (line) => void lines.push(line) });
    configureFieldKeys(config.secrets);
    configureAudit(config.secrets);
    configureKeyedHash(config.secrets.session);
    const env = over.env ?? config.env;
    const tables = [ACCOUNTS_PERMISSIONS];
    configureAccounts({ ...config, env, clock, allPermissions: () => tables });
    const identity = [sessionMiddleware(config), ...passportSetup({ findActor })];
    const { app } = createApp({
      config,
      clock,
      log,
      routes: accountsRoutes,
      permissionTables: tables,
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      identity: [...identity, csrfGuard(config)],
      version: '0.0.0',
      resolveActor,
      mustFirst,
      limit: rateLimiter({ memory: memoryCounter(() => clock.now().getTime()), store: storeCounter(clock) }),
    });
    const serving = await serve(app, { host: '127.0.0.1', port: 0, requestTimeoutMs: 20_000 });
    const realtimeDeps: RealtimeDeps = { settings: config, identity, findLiveSessions, log, recheckMs: 50 };
    // So rarely that what ends at once here ends because it was told to.
    attachRealtime(serving.server, { ...realtimeDeps, recheckMs: HOUR });
    const url = `http://127.0.0.1:${serving.port}`;
    started.app = { config, url, realtimeDeps, lines, browser: () => new ApiClient(url) };
    stop = async () => {
      await closeRealtime();
      await serving.stop(1000);
    };
  });
  beforeEach(() => clock.set(new Date('2030-03-04T02:00:00Z')));
  after(() => stop());

  const app = (): AccountsApp => {
    if (started.app === null) throw new Error('the app is there once the tests run');
    return started.app;
  };
  return {
    get config() {
      return app().config;
    },
    get url() {
      return app().url;
    },
    get realtimeDeps() {
      return app().realtimeDeps;
    },
    get lines() {
      return app().lines;
    },
    browser: () => app().browser(),
  };
}

export const asSystem = (): Ctx => systemCtx('test', { now: clock.now(), today: clock.today() });

export const ADMIN: Grant = { role: 'admin', areaCode: '5326' };
export const INSPECTOR: Grant = { role: 'inspector', areaCode: '532601' };
export const COMPANY = 'c'.repeat(24);
export const COMPANY_ADMIN: Grant = {
  role: 'contractor',
  areaCode: '532601',
  companyId: COMPANY,
  position: 'companyAdmin',
};

/** Somebody with an account; answers his id. */
export async function person(
  login: string,
  grants: Grant[] = [INSPECTOR],
  more: { email?: string } = {},
): Promise<string> {
  const input = { name: `名${login}`, login, grants, ...more };
  const user = await openAccount(input, { text: PASSWORD, mustChange: false }, asSystem());
  return String(user._id);
}

/** Somebody with an account, signed in. */
export async function signedIn(
  app: AccountsApp,
  login: string,
  grants: Grant[] = [INSPECTOR],
  more: { email?: string } = {},
): Promise<ApiClient & { id: string }> {
  const id = await person(login, grants, more);
  const browser = app.browser();
  await browser.signIn(login, PASSWORD);
  return Object.assign(browser, { id });
}

/** What lies in a collection, as it lies there. */
export async function stored(
  collection: string,
  filter: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  return mongoose.connection.collection(collection).find(filter).toArray();
}

export async function eventsOf(
  userId: string,
): Promise<{ action: string; facts: Record<string, unknown>; actor: string }[]> {
  const found = await mongoose.connection
    .collection('events')
    .find({ subject: `user:${userId}` })
    .sort({ seq: 1 })
    .toArray();
  return found.map(({ action, facts, actor }) => ({ action, facts, actor }) as never); // read for asserting on them
}

/** The messages waiting in the outbox, opened. */
export async function messages(): Promise<
  { template: string; channel: string; to: Record<string, string>; data: Record<string, string | number> }[]
> {
  const rows = await Outbox.find().sort({ createdAt: 1, _id: 1 }).lean();
  return rows.map((row) => {
    const { email, phone, data } = JSON.parse(outboxSecrets.openFields(row).payload ?? '{}') as {
      email?: string;
      phone?: string;
      data: Record<string, string | number>;
    };
    return {
      template: row.template,
      channel: row.channel,
      to: { ...(email && { email }), ...(phone && { phone }) },
      data,
    };
  });
}
