import { createClient } from '@redis/client';
import { keyedHash } from './auth/keyed-hash.ts';
import { elapsed } from './clock.ts';
import { inTime } from './in-time.ts';
import type { Log } from './log.ts';

/** Nobody waits longer for Redis than this: what it would have said is decided without it. */
const PATIENCE_MS = 250;
/** After a question it did not answer in time, it is left alone for so long. */
const REST_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
const LAST_WORD_MS = 1_000;
const ANSWER_MS = 2_000;
/** What a Redis that hangs may leave behind in memory. */
const MOST_WAITING = 10_000;

const newClient = (url: string, disableOfflineQueue: boolean) =>
  createClient({
    url,
    RESP: 2,
    disableOfflineQueue,
    commandsQueueMaxLength: MOST_WAITING,
    maintNotifications: 'disabled',
    pingInterval: 5_000, // a line that died without a word is noticed
    socket: {
      connectTimeout: 3_000,
      socketTimeout: 15_000,
      reconnectStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 10), LONGEST_PAUSE_MS),
    },
  });
export type RedisClient = ReturnType<typeof newClient>;

/**
 * The process's line to Redis. It only ever helps: push between servers, shared limits. While it is away nothing waits
 * for it and nothing fails; it comes back by itself.
 */
export interface RedisLink {
  /** For what publishes by itself; a message that cannot be sent is dropped. */
  client: RedisClient;
  /** A second line, which only listens; subscriptions are renewed after a break. */
  openSubscriber(): RedisClient;
  /** The answer, or null when there is none in time. */
  ask<Answer>(question: (client: RedisClient) => Promise<Answer>): Promise<Answer | null>;
  /** A name of this installation's own: several may share one Redis, and channels know no databases. */
  nameOf(name: string): string;
  isUp(): boolean;
  /** What was just published still goes out. */
  close(): Promise<void>;
}

/** Without an address there is no Redis, and everything works as on one server. */
export function openRedisLink(redisUrl: string | undefined, log: Log): RedisLink | null {
  if (redisUrl === undefined) return null;
  const clients: RedisClient[] = [];
  const open = (disableOfflineQueue: boolean): RedisClient => {
    const client = newClient(redisUrl, disableOfflineQueue);
    clients.push(client);
    dropWhatFails(client);
    sayOnce(client, log);
    client.connect().catch(() => undefined); // only when it was closed before it ever connected
    return client;
  };
  const client = open(true);
  const prefix = `anxin:${keyedHash('redis', 'prefix').slice(0, 12)}`;
  let restUntil = 0;

  return {
    client,
    openSubscriber: () => open(false),
    async ask(question) {
      if (!client.isReady || elapsed() < restUntil) return null;
      try {
        return await inTime(question(client), PATIENCE_MS, () => {
          restUntil = elapsed() + REST_MS;
          return null;
        });
      } catch {
        return null; // `sayOnce` has logged why
      }
    },
    nameOf: (name) => `${prefix}:${name}`,
    isUp: () => client.isReady && elapsed() >= restUntil,
    close: async () => {
      await inTime(Promise.all(clients.map(said)), LAST_WORD_MS, () => null);
      for (const one of clients) if (one.isOpen) one.destroy();
    },
  };
}

/** Whether a Redis takes us at this address; asked over a line of its own, also by who has no link. */
export async function redisAnswers(redisUrl: string): Promise<boolean> {
  const client = createClient({
    url: redisUrl,
    RESP: 2,
    maintNotifications: 'disabled',
    socket: { connectTimeout: ANSWER_MS, reconnectStrategy: false },
  });
  client.on('error', () => undefined); // the answer says it
  const answer = client.connect().then(() => client.ping());
  try {
    return (await inTime(answer, ANSWER_MS, () => null)) !== null;
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
    answer.catch(() => undefined);
  }
}

const said = (client: RedisClient): Promise<unknown> =>
  client.isReady ? client.close().catch(() => undefined) : Promise.resolve();

/** The push library neither waits for these nor catches what they throw, and one such throw would end the process. */
function dropWhatFails(client: RedisClient): void {
  for (const name of ['publish', 'subscribe', 'pSubscribe', 'unsubscribe', 'pUnsubscribe'] as const) {
    const call = client[name].bind(client) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(client, { [name]: (...args: unknown[]) => call(...args).catch(() => undefined) });
  }
}

/** One line when it goes and one when it is back, however often it is tried in between. */
function sayOnce(client: RedisClient, log: Log): void {
  let isAway = false;
  client.on('error', (error: unknown) => {
    if (isAway) return;
    isAway = true;
    const why = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
    log.warn({ part: 'redis', why }, 'redis is away: each server tells its own pages and counts by itself');
  });
  client.on('ready', () => {
    if (isAway) log.info({ part: 'redis' }, 'redis is back');
    isAway = false;
  });
}
