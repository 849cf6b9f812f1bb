import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { SELF_DESCRIPTION } from './commands/admin.ts';
import { serve } from './connection.ts';
import { answer } from './dispatch.ts';
import { Engine } from './engine.ts';
import { guarded, isServed, prepareSocketFolder, socketPath } from './socket-path.ts';
import { startSweeper } from './sweeper.ts';

/** What the process tells the one that started it. */
export type Report =
  | { kind: 'ready' }
  | { kind: 'alreadyServed' }
  | { kind: 'failed'; reason: string }
  | { kind: 'log'; line: string };

const report = (message: Report): void => {
  if (process.connected) process.send?.(message);
};
const log = (line: string): void => report({ kind: 'log', line });

async function main(dir: string): Promise<void> {
  const path = socketPath(dir);
  prepareSocketFolder(path);
  let engine: Engine | undefined;
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (!engine) socket.destroy();
    else {
      const ready = engine;
      serve(socket, (message) => answer(ready, message, path), log);
    }
  });
  const bound = await guarded(path, async () => {
    if (await isServed(path)) return false;
    rmSync(path, { force: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    return true;
  });
  if (!bound) {
    report({ kind: 'alreadyServed' });
    process.disconnect();
    return;
  }
  engine = new Engine(dir, log);
  await engine.recover();
  const stopSweeper = startSweeper(engine);
  log(`${SELF_DESCRIPTION} Data: ${dir}`);
  report({ kind: 'ready' });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    stopSweeper();
    server.close();
    for (const socket of sockets) socket.destroy();
    await engine?.close();
    process.exit(0);
  };
  // The channel closes when the parent stops the store, and when the parent dies.
  process.once('disconnect', () => void stop());
  // Ctrl-C and service managers signal the whole group, but requests under way still need the store: while
  // there is a parent, it says when to stop.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!process.connected) void stop();
    });
  }
}

const [, , dir = ''] = process.argv;
main(dir).catch((error: unknown) => {
  report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
  setImmediate(() => process.exit(1));
});
