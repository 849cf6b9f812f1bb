import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'otplib';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { SessionView, TotpSetup } from '../../server/core/contract/accounts.ts';
import { startEmbeddedStore } from '../../server/platform/embedded/index.ts';
import { ApiClient } from './api-client.ts';
import type { Answer } from './api-client.ts';
import { eventually } from './eventually.ts';
import { startMailServer } from './mail-server.ts';
import type { MailServer } from './mail-server.ts';
import { databaseOnNamed } from './named-store.ts';
import type { TestStore } from './named-store.ts';
import { freePort, laidDemo, startProduct } from './product.ts';
import type { Product } from './product.ts';

/** Beside other tests, on a small machine. */
const STARTS_WITHIN_MS = 120_000;
/** Behind a proxy that ends TLS, as every server of a larger installation is. */
const THROUGH_PROXY = { 'x-forwarded-proto': 'https' };

/** A browser whose requests go to one of the servers, or with `at` to another one, with the same cookie. */
export class RoamingClient extends ApiClient {
  override send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return super.send<Body>(method, path, body, { ...THROUGH_PROXY, ...headers });
  }

  at({ url }: { url: string }): RoamingClient {
    const same = new RoamingClient(url);
    same.cookie = this.cookie;
    same.csrf = this.csrf;
    return same;
  }
}

/** An open line of this person to one of the servers, and every event that has come over it. */
export async function listenAt(
  { url }: { url: string },
  person: RoamingClient,
): Promise<{ socket: Socket; heard: [event: string, payload: { id?: string }][] }> {
  const socket = io(url, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    extraHeaders: { ...THROUGH_PROXY, cookie: person.cookie },
  });
  const heard: [string, { id?: string }][] = [];
  socket.onAny((event: string, payload: { id?: string }) => heard.push([event, payload]));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return { socket, heard };
}

export interface Site {
  servers: Product[];
  mails: MailServer;
  storeUri: string;
  /** Staff set up their second factor on the way, as production asks of them. */
  signIn(login: string, password: string, at: Product): Promise<RoamingClient>;
  /** A server that has stopped, in the same place of the list and at the same port. */
  startAgain(port: number): Promise<void>;
  restart(port: number): Promise<void>;
  stop(): Promise<void>;
}

/** Production as compose.yaml has it: one store, so many servers and workers as processes of their own. */
export async function startSite(
  wanted: { servers: number; workers: number },
  more: Record<string, string>,
): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-site-'));
  const store = (await demoOnNamed(dataDir)) ?? (await demoOnEmbedded(dataDir));
  const mails = await startMailServer();
  const env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    DEMO: 'false',
    MONGODB_URI: store.uri,
    SECRETS_FILE: join(dataDir, 'secrets.json'),
    PUBLIC_URL: 'https://anxin.example.cn',
    TRUST_PROXY_HOPS: '1',
    SMTP_URL: mails.url,
    SMS_DISABLED: 'true',
    QUIET_FROM: '00:00',
    QUIET_TO: '00:00',
    ...more,
  };
  const start = (port?: number): Promise<Product> =>
    startProduct({
      ...{ dataDir, entry: 'server/main.ts', env, withinMs: STARTS_WITHIN_MS },
      ...(port === undefined ? {} : { port }),
    });
  const servers: Product[] = [];
  for (let n = 0; n < wanted.servers; n += 1) servers.push(await start(await freePort()));
  const workers = await Promise.all(
    Array.from({ length: wanted.workers }, () => startWorkers({ ...env, DATA_DIR: dataDir })),
  );

  const startAgain = async (port: number): Promise<void> => {
    servers[servers.findIndex((one) => one.port === port)] = await start(port);
  };

  return {
    servers,
    mails,
    startAgain,
    storeUri: store.uri,
    signIn: async (login, password, at) => {
      const client = new RoamingClient(at.url);
      await client.signIn(login, password);
      const { user } = (await client.get<SessionView>('/session')).body;
      if (user?.mustSetUpTotp === true) await setUpTotp(client);
      return client;
    },
    restart: async (port) => {
      const server = servers.find((one) => one.port === port);
      const code = await server?.stop();
      if (code !== 0) throw new Error(`it stopped with ${String(code)}: ${server?.output() ?? ''}`);
      await startAgain(port);
    },
    stop: async () => {
      await Promise.all([...servers.map((one) => one.stop()), ...workers.map((one) => one.stop())]);
      await store.stop();
      await mails.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function demoOnEmbedded(dataDir: string): Promise<TestStore> {
  cpSync((await laidDemo()).dataDir, dataDir, { recursive: true });
  return startEmbeddedStore({ dir: join(dataDir, 'store') });
}

/** The demo laid by a first start where MONGODB_URI points, its keys and files in the folder. */
async function demoOnNamed(dataDir: string): Promise<TestStore | null> {
  const store = await databaseOnNamed('anxin-site');
  if (store === null) return null;
  const env = { QUIET_FROM: '00:00', QUIET_TO: '00:00', MONGODB_URI: store.uri };
  const first = await startProduct({ dataDir, isFirst: true, env, withinMs: STARTS_WITHIN_MS });
  if ((await first.stop()) !== 0) throw new Error(first.output());
  return store;
}

async function setUpTotp(client: RoamingClient): Promise<void> {
  const { secret } = (await client.send<TotpSetup>('POST', '/account/totp')).body;
  const { status } = await client.send('POST', '/account/totp/confirm', { code: await generate({ secret }) });
  if (status !== 200) throw new Error(`the second factor was not turned on: ${status}`);
  client.csrf = (await client.get<SessionView>('/session')).body.csrfToken;
}

async function startWorkers(env: Record<string, string>): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['server/launch.js', 'workers/main.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  await eventually(
    'the workers have started',
    () => {
      if (child.exitCode !== null) throw new Error(output);
      return output.includes('workers started');
    },
    STARTS_WITHIN_MS,
  );
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
