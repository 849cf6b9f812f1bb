import type { Server as HttpServer } from 'node:http';
import { checkEvent } from './events.ts';
import type { PayloadOf, RoomOf, SocketEventName } from './events.ts';
import type { RedisLink } from '../redis-link.ts';
import type { Realtime, RealtimeDeps } from './socket-server.ts';
import { startRealtime } from './socket-server.ts';
import { startPublisher } from './through-redis.ts';

export { SOCKET_EVENTS } from './events.ts';
export type { RealtimeDeps } from './socket-server.ts';

const running = new Set<Realtime>();

/** Opens sockets on this server; the functions below then reach them. */
export function attachRealtime(httpServer: HttpServer, deps: RealtimeDeps): void {
  running.add(startRealtime(httpServer, deps));
}

/** Workers have no sockets: with Redis, what they publish reaches those of the servers; without it nobody hears. */
export function attachPublisher(redis: RedisLink): void {
  running.add(startPublisher(redis));
}

/** Tells whoever is in the room that something changed; an area's news also reaches those above it. */
export function publish<Name extends SocketEventName>(
  room: RoomOf<Name>,
  event: Name,
  payload: PayloadOf<Name>,
): void {
  checkEvent(room, event, payload);
  for (const realtime of running) realtime.publish(roomsFor(room), event, payload);
}

function roomsFor(room: string): string[] {
  if (!room.startsWith('area:')) return [room];
  const code = room.slice('area:'.length);
  return [2, 4, 6, 9, 12]
    .filter((length) => length <= code.length)
    .map((length) => `area:${code.slice(0, length)}`);
}

/** Ends a person's sockets at once, with Redis on all servers; without it the others notice within seconds. */
export function endSockets(userId: string, butSessionId?: string): void {
  for (const realtime of running) realtime.endSockets(userId, butSessionId);
}

export function endSessionSockets(sessionId: string): void {
  for (const realtime of running) realtime.endSessionSockets(sessionId);
}

/** How many sockets are open on this process. */
export const countSockets = (): number =>
  [...running].reduce((sum, realtime) => sum + (realtime.countSockets?.() ?? 0), 0);

/** Part of the graceful stop: every socket is told and closed. */
export async function closeRealtime(): Promise<void> {
  const all = [...running];
  running.clear();
  await Promise.all(all.map((realtime) => realtime.close()));
}
