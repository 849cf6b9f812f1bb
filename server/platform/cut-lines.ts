import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { MongoNetworkError } from 'mongodb';
import type { ClientSession } from 'mongodb';
import { PROJECT_ROOT } from './project-root.ts';

interface DriverUtils {
  once(socket: Socket, name: string, options?: { signal?: AbortSignal }): Promise<unknown>;
}

interface DriverServer {
  decorateCommandError(
    connection: unknown,
    command: object,
    options: { session?: ClientSession } | undefined,
    error: unknown,
  ): Error;
}

// The very modules the driver calls; it publishes nothing of this.
const driver = createRequire(PROJECT_ROOT);
const utils = driver('mongodb/lib/utils.js') as DriverUtils;
const { once } = utils;
const { prototype } = (driver('mongodb/lib/sdam/server.js') as { Server: { prototype: DriverServer } })
  .Server;
const { decorateCommandError } = prototype;

/**
 * Mends the driver (mongodb 7.8, and 7.9 the same): a command that is written to a line which has just been cut, but is not
 * yet known to be, waits for that line to drain. It never does, and no time limit covers the wait. An ordinary command is
 * then never answered; when it is the monitor's, the driver never again looks whether the store is there, and the process
 * has to be restarted. Such a wait now ends with the line.
 */
utils.once = async (socket, name, options) => {
  if (name !== 'drain') return once(socket, name, options);
  const cut = (cause = {}): MongoNetworkError =>
    new MongoNetworkError('the line was cut while a command was written to it', cause);
  if (socket.destroyed) throw cut();
  let onClose = (): void => undefined;
  const closed = new Promise<never>((_, reject) => {
    onClose = () => reject(cut());
    socket.once('close', onClose);
  });
  try {
    return await Promise.race([once(socket, name, options), closed]);
  } catch (error) {
    const isOfTheLine = error instanceof Error && 'syscall' in error;
    throw isOfTheLine ? cut({ cause: error }) : error;
  } finally {
    socket.off('close', onClose);
  }
};

/**
 * When the store goes away, the first line that is found cut makes all others old, and of an old line the driver no longer
 * says that the transaction on it may be run again: of many transactions under way, one was and the others failed.
 */
prototype.decorateCommandError = function (connection, command, options, thrown) {
  const error = decorateCommandError.call(this, connection, command, options, thrown);
  if (error instanceof MongoNetworkError && options?.session?.inTransaction() === true) {
    const ends = 'commitTransaction' in command || 'abortTransaction' in command;
    error.addErrorLabel(ends ? 'RetryableWriteError' : 'TransientTransactionError');
  }
  return error;
};
