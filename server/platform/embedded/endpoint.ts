import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { MongoClient } from 'mongodb';
import { isServed, prepareSocketFolder, socketPath, socketUri } from './socket-path.ts';
import type { Server, Socket } from 'node:net';
import type { Credentials } from './scram.ts';

/** How clients reach the store of one folder. */
export interface Endpoint {
  /** A path no other folder's endpoint has, beside which a guard can be put. */
  readonly path: string;
  /** Whether somebody holds the door. */
  isServed(): Promise<boolean>;
  /** Whether who holds the door answers. */
  answers(): Promise<boolean>;
  /** Runs `then` once whoever serves now is gone; what it returns stops waiting. */
  onceClosed(then: () => void): () => void;
  /** Binds the server; undefined credentials mean that the file system guards the door. */
  listen(server: Server): Promise<Credentials | undefined>;
  /** Undefined while the store has never been served. */
  uri(): string | undefined;
}

export type Transport = 'socket' | 'loopback';

/** Drivers cannot use the pipes of Windows, so there it is a port of the loopback interface with a password. */
export const USUAL_TRANSPORT: Transport = process.platform === 'win32' ? 'loopback' : 'socket';

export const endpointOf = (dir: string, transport: Transport): Endpoint =>
  transport === 'socket' ? socketEndpoint(dir) : loopbackEndpoint(dir);

function socketEndpoint(dir: string): Endpoint {
  const path = socketPath(dir);
  return {
    path,
    isServed: () => isServed(path),
    answers: () => answersPing(socketUri(path)),
    onceClosed: (then) => onceClosed(createConnection(path), then),
    uri: () => socketUri(path),
    listen: async (server) => {
      prepareSocketFolder(path);
      rmSync(path, { force: true });
      await bound(server, () => server.listen(path));
      return undefined;
    },
  };
}

interface Address extends Credentials {
  port: number;
}

/** Port and password stay the same from start to start, so that clients find a restarted store again. */
function loopbackEndpoint(dir: string): Endpoint {
  const folder = join(resolve(dir), 'socket');
  const path = join(folder, 'address.json');
  const uri = (): string | undefined => {
    const address = readAddress(path);
    if (!address) return undefined;
    const { user, password, port } = address;
    const options = 'directConnection=true&authSource=admin&authMechanism=SCRAM-SHA-256';
    return `mongodb://${user}:${password}@127.0.0.1:${port}/anxin?${options}`;
  };
  // The port may belong to another program by now: only one that knows the password is the store.
  const answers = async (): Promise<boolean> => {
    const known = uri();
    return known !== undefined && (await answersPing(known));
  };
  return {
    path,
    uri,
    isServed: answers,
    answers,
    onceClosed: (then) =>
      onceClosed(createConnection({ host: '127.0.0.1', port: readAddress(path)?.port ?? 0 }), then),
    listen: async (server) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const before = readAddress(path);
      const secret = (): string => randomBytes(24).toString('hex');
      const { user, password } = before ?? { user: `store${secret().slice(0, 8)}`, password: secret() };
      try {
        await bound(server, () => server.listen(before?.port ?? 0, '127.0.0.1'));
      } catch (error) {
        if (!before) throw error;
        await bound(server, () => server.listen(0, '127.0.0.1')); // taken by another program
      }
      const at = server.address();
      const port = typeof at === 'object' && at ? at.port : 0;
      writeFileSync(`${path}.new`, JSON.stringify({ user, password, port }), { mode: 0o600 });
      renameSync(`${path}.new`, path);
      return { user, password };
    },
  };
}

/** A connection that asks nothing: it lives as long as the process at its other end. */
function onceClosed(socket: Socket, then: () => void): () => void {
  socket.unref();
  socket.on('error', () => undefined); // 'close' follows
  socket.once('close', then);
  return () => {
    socket.off('close', then);
    socket.destroy();
  };
}

function bound(server: Server, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });
}

function readAddress(path: string): Address | null {
  try {
    const { user, password, port } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Address>; // checked below
    const sound = typeof user === 'string' && typeof password === 'string' && Number.isInteger(port);
    return sound && port !== undefined ? { user, password, port } : null;
  } catch {
    return null; // not served yet, or not by this version
  }
}

async function answersPing(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 1_500, connectTimeoutMS: 1_500 });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
