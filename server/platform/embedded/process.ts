import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { SELF_DESCRIPTION } from './commands/admin.ts';
import { serve } from './connection.ts';
import { answer } from './dispatch.ts';
import { Engine } from './engine.ts';
import { endpointOf, USUAL_TRANSPORT } from './endpoint.ts';
import { Gate } from './scram.ts';
import { guarded } from './socket-path.ts';
import { startSweeper } from './sweeper.ts';
import { MAX_MESSAGE } from './wire.ts';
import type { Transport } from './endpoint.ts';
import type { Credentials } from './scram.ts';
import type { Message } from './wire.ts';

/** A stranger's first messages are small. */
const BEFORE_SIGN_IN_BYTES = 16_384;

/** What the process tells the one that started it. */
export type Report =
  | { kind: 'ready' }
  | { kind: 'alreadyServed' }
  | { kind: 'failed'; reason: string }
  | { kind: 'log'; line: string };

const report = (message: Report): void => {
  // One that has died a moment ago hears no more; that is seen when the channel closes.
  if (process.connected) process.send?.(message, () => undefined);
};
const log = (line: string): void => report({ kind: 'log', line });

async function main(dir: string, transport: Transport, keepsExpired: boolean): Promise<void> {
  // `connected` says no such thing of a parent that was killed while this file was being read.
  const hadParent = process.send !== undefined;
  if (hadParent && !process.connected) return;
  const endpoint = endpointOf(dir, transport);
  // Set once the door is ours and the data is open; until then nobody is served.
  const state: { engine?: Engine; credentials?: Credentials } = {};
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const { engine, credentials } = state;
    if (!engine) {
      socket.destroy();
      return;
    }
    const gate = credentials && new Gate(credentials);
    const reply = async (message: Message): Promise<Buffer> => {
      const stopped = gate?.stop(message);
      if (stopped) return stopped;
      const answered = await answer(engine, message, endpoint.path);
      engine.sessions.heard(message.body, socket);
      if (socket.destroyed) engine.sessions.hungUp(socket);
      return answered;
    };
    socket.once('close', () => engine.sessions.hungUp(socket));
    serve(socket, reply, log, () => (gate?.open === false ? BEFORE_SIGN_IN_BYTES : MAX_MESSAGE));
  });
  const mine = await guarded(endpoint.path, async () => {
    if (await endpoint.isServed()) return false;
    const credentials = await endpoint.listen(server);
    if (credentials) state.credentials = credentials;
    return true;
  });
  if (!mine) {
    report({ kind: 'alreadyServed' });
    if (process.connected) process.disconnect();
    return;
  }
  const engine = new Engine(dir, log);
  await engine.recover();
  state.engine = engine;
  const stopSweeper = startSweeper(engine, { keepsExpired });
  log(`${SELF_DESCRIPTION} Data: ${dir}`);
  report({ kind: 'ready' });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    stopSweeper();
    server.close();
    for (const socket of sockets) socket.destroy();
    await engine.close();
    process.exit(0);
  };
  // The channel closes when the parent stops the store, and when the parent dies.
  process.once('disconnect', () => void stop());
  if (hadParent && !process.connected) await stop(); // it died while the data was being opened
  // Ctrl-C and service managers signal the whole group, but requests under way still need the store: while
  // there is a parent, it says when to stop.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!process.connected) void stop();
    });
  }
}

process.umask(0o077); // whatever is written is for this user alone
const [, , dir = '', transport = USUAL_TRANSPORT, keepsExpired] = process.argv;
main(dir, transport === 'loopback' ? 'loopback' : 'socket', keepsExpired === 'true').catch(
  (error: unknown) => {
    report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
    if (process.connected) process.disconnect();
    setImmediate(() => process.exit(1));
  },
);
