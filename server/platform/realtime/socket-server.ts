import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { isOwnOrigin, resolveActor } from '../auth/index.ts';
import type { AuthSettings, SignedInUser } from '../auth/index.ts';
import type { Actor } from '../context.ts';
import type { Log } from '../log.ts';
import type { RedisLink } from '../redis-link.ts';
import { sharedAdapter } from './through-redis.ts';
import { writeTogether } from './write-together.ts';

export interface RealtimeDeps {
  settings: Pick<AuthSettings, 'env' | 'publicUrl' | 'allowedHosts'>;
  /** The same session and passport handlers that stand before the routes. */
  identity: readonly RequestHandler[];
  /** Which of these sessions still hold, in one query. */
  findLiveSessions(ids: readonly string[]): Promise<Set<string>>;
  log: Log;
  /** Carries what happens on one server to the sockets of all; without it each server has its own. */
  redis?: RedisLink | null;
  /** How soon an end decided on another instance reaches the sockets of this one. */
  recheckMs?: number;
}

export interface Realtime {
  publish(rooms: string | string[], event: string, payload: object): void;
  endSockets(userId: string, butSessionId?: string): void;
  endSessionSockets(sessionId: string): void;
  /** Open on this server; absent where there are none. */
  countSockets?(): number;
  close(): Promise<void>;
}

const SOCKETS_PER_SESSION = 20;
const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

/** A person as passport's handlers left him on the request. */
type SignedInRequest = IncomingMessage & { user?: SignedInUser; _query?: Record<string, string> };

/** Sockets of signed-in people on one HTTP server. They only hear "this changed"; nothing is accepted from them. */
export function startRealtime(httpServer: HttpServer, deps: RealtimeDeps): Realtime {
  const io = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: 10_000,
    ...(deps.redis ? { adapter: sharedAdapter(deps.redis) } : {}),
    allowRequest: (req, done) => done(null, isOwnOrigin(req.headers, deps.settings)),
  });
  writeTogether(io);
  for (const handler of deps.identity) io.engine.use(onlyAtHandshake(handler));
  io.use((socket, next) => next(admit(io, socket) ? undefined : new Error('unauthorized')));

  const recheck = setInterval(() => {
    endLostSessions(io, deps).catch((error: unknown) => {
      deps.log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'sockets could not be checked',
      );
    });
  }, deps.recheckMs ?? 5_000);
  recheck.unref();

  return {
    publish: (rooms, event, payload) => void io.to(rooms).emit(event, payload),
    endSockets: (userId, butSessionId) => {
      const those =
        butSessionId === undefined
          ? io.in(`user:${userId}`)
          : io.in(`user:${userId}`).except(sessionRoom(butSessionId));
      those.disconnectSockets(true);
    },
    endSessionSockets: (sessionId) => io.in(sessionRoom(sessionId)).disconnectSockets(true),
    countSockets: () => io.engine.clientsCount,
    close: async () => {
      clearInterval(recheck);
      io.local.disconnectSockets(true); // those of the other servers stay
      await io.of('/').adapter.close();
      await new Promise<void>((resolve) => io.engine.close() && resolve());
    },
  };
}

/** Later requests of a connection carry its random id, which only its own browser knows. */
function onlyAtHandshake(handler: RequestHandler) {
  return (req: SignedInRequest, res: ServerResponse, next: (error?: Error) => void): void => {
    // engine.io hands over node's request and response, which are all these handlers use
    if (req._query?.['sid'] === undefined) void handler(req as never, res as never, next as never);
    else next();
  };
}

function admit(io: Server, socket: Socket): boolean {
  const actor = resolveActor(socket.request as SignedInRequest);
  if (actor.kind !== 'user') return false;
  const room = sessionRoom(actor.sessionId);
  if ((io.sockets.adapter.rooms.get(room)?.size ?? 0) >= SOCKETS_PER_SESSION) return false;
  socket.data = { sessionId: actor.sessionId };
  void socket.join([room, `user:${actor.userId}`, ...areaRooms(actor)]);
  return true;
}

/** Officials hear of what changes in their areas; companies of what is theirs, workers and banks of their own things. */
function areaRooms(actor: Extract<Actor, { kind: 'user' }>): string[] {
  const ownOnly = ['worker', 'contractor', 'bank'];
  return actor.grants.flatMap(({ role, areaCode, companyId }) => {
    if (!ownOnly.includes(role)) return [`area:${areaCode}`];
    return role === 'contractor' && companyId !== undefined ? [`company:${companyId}`] : [];
  });
}

async function endLostSessions(io: Server, deps: RealtimeDeps): Promise<void> {
  const ids = new Set<string>();
  for (const socket of io.sockets.sockets.values()) ids.add((socket.data as { sessionId: string }).sessionId); // set by `admit`
  if (ids.size === 0) return;
  const live = await deps.findLiveSessions([...ids]);
  for (const id of ids) if (!live.has(id)) io.local.in(sessionRoom(id)).disconnectSockets(true);
}
