import { createRequire } from 'node:module';
import type { ClientSession } from 'mongodb';
import { PROJECT_ROOT } from './project-root.ts';
import { attempts, endedBefore } from './transaction-attempt.ts';

interface DriverServer {
  command(operation: { session?: ClientSession }, timeoutContext: unknown): Promise<unknown>;
}

// The very class the driver sends with; it publishes nothing of this.
const driver = createRequire(PROJECT_ROOT);
const { prototype } = (driver('mongodb/lib/sdam/server.js') as { Server: { prototype: DriverServer } })
  .Server;
const { command } = prototype;

/** The command a session's transaction is busy with, or the last of those that wait behind it. */
const lines = new WeakMap<ClientSession, Promise<unknown>>();

/**
 * A transaction does one thing after the other: MongoDB promises nothing where two commands of one are under way at once,
 * and refuses the second when both would begin it. Work may still ask several things together (`Promise.all`); they wait
 * here for each other, the commit behind them. When one of them fails, what the others would have gone on to do belongs to
 * no transaction any more, or by then to the next attempt's: it is refused, and never written outside of one.
 */
prototype.command = function (operation, timeoutContext) {
  const { session } = operation;
  if (session?.explicit !== true) return command.call(this, operation, timeoutContext);
  const attempt = attempts.getStore();
  const send = (): Promise<unknown> => {
    if (attempt?.hasEnded === true) return Promise.reject(endedBefore());
    return command.call(this, operation, timeoutContext);
  };
  const before = lines.get(session);
  const mine = before === undefined ? send() : before.then(send, send);
  lines.set(session, mine);
  const done = (): void => {
    if (lines.get(session) === mine) lines.delete(session);
  };
  mine.then(done, done);
  return mine;
};
