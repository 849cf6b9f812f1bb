import { createAdapter } from '@socket.io/redis-adapter';
import { Emitter } from '@socket.io/redis-emitter';
import type { RedisLink } from '../redis-link.ts';
import type { Realtime } from './socket-server.ts';

const CHANNEL = 'push';

/** Ids and words only, so JSON will do; what is no message of ours is ignored instead of thrown about. */
const asJson = {
  encode: (message: unknown): string => JSON.stringify(message),
  decode: (bytes: Buffer): unknown[] => {
    try {
      const message: unknown = JSON.parse(bytes.toString('utf8'));
      return Array.isArray(message) ? message : [];
    } catch {
      return [];
    }
  },
};

/** Sockets of this server hear what others publish, and the other way round. */
export const sharedAdapter = (redis: RedisLink) =>
  createAdapter(redis.client, redis.openSubscriber(), { key: redis.nameOf(CHANNEL), parser: asJson });

/** For a process without sockets of its own: what it publishes and ends happens on the servers. */
export function startPublisher(redis: RedisLink): Realtime {
  const servers = new Emitter(redis.client, { key: redis.nameOf(CHANNEL), parser: asJson });
  return {
    publish: (rooms, event, payload) => void servers.to(rooms).emit(event, payload),
    endSockets: (userId, butSessionId) => {
      const those = servers.in(`user:${userId}`);
      (butSessionId === undefined ? those : those.except(`session:${butSessionId}`)).disconnectSockets(true);
    },
    endSessionSockets: (sessionId) => servers.in(`session:${sessionId}`).disconnectSockets(true),
    close: () => Promise.resolve(),
  };
}
