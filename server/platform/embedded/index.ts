import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT, scriptOf } from '../project-root.ts';
import { endpointOf, USUAL_TRANSPORT } from './endpoint.ts';
import type { ChildProcess } from 'node:child_process';
import type { Transport } from './endpoint.ts';
import type { Report } from './process.ts';

export { backupStore, restoreStore } from './backup.ts';
export { exportDump, importDump } from './dump.ts';

export interface EmbeddedStore {
  uri: string;
  /** The store's process; undefined while another process of this machine owns it. */
  readonly pid: number | undefined;
  /** Whether it was started here, so that `stop` ends it; becomes true when the process that owned it is gone. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

export interface StoreOptions {
  dir: string;
  log?: (line: string) => void;
  /** A Unix socket, or on Windows a loopback port with a password. */
  transport?: Transport;
  /** For whoever lays in a county by himself: memory for young objects is dear only where many processes share it. */
  bulk?: boolean;
  /** A helper of whoever serves the folder: it never serves it, and ends with the one it helps. */
  sharesOnly?: boolean;
  /** Records past their time to live stay: for tests, whose clock is not the machine's. */
  keepsExpired?: boolean;
}

/** By default a busy process keeps up to 48 MB for objects that hardly outlive a request. */
const YOUNG_MB = { few: 4, bulk: 32 };

/** Between two attempts at most: whatever keeps the store from starting, a full disk say, may end at any time. */
const LONGEST_PAUSE_MS = 15_000;
const STOP_MS = 10_000;
/** How long a store may take connections without answering: it is opening its data, or on its way out. */
const SILENT_MS = 60_000;
const ASK_AGAIN_MS = 50;

/**
 * Serves the folder in a process of its own and watches it: one that dies is started again. When another
 * live process already serves this folder, that one is used and left alone, and served from here once it is gone.
 */
export async function startEmbeddedStore(options: StoreOptions): Promise<EmbeddedStore> {
  const dir = resolve(options.dir);
  const log = options.log ?? (() => undefined);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const transport = options.transport ?? USUAL_TRANSPORT;
  const endpoint = endpointOf(dir, transport);
  let child: ChildProcess | undefined;
  let stopped = false;
  let unfollow = (): void => undefined;
  const launch = async (): Promise<boolean> => {
    const { url, flags } = scriptOf('server/platform/embedded/process.ts');
    const current = (child = fork(
      fileURLToPath(url),
      [dir, transport, String(options.keepsExpired === true)],
      {
        execArgv: [`--max-semi-space-size=${options.bulk === true ? YOUNG_MB.bulk : YOUNG_MB.few}`, ...flags],
        cwd: fileURLToPath(PROJECT_ROOT), // where what the flags name is found, whatever folder the parent works in
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    ));
    const ready = await readiness(current, log);
    current.unref();
    current.channel?.unref();
    if (!ready) {
      child = undefined;
      return false;
    }
    if (stopped && current.connected) current.disconnect(); // stopped while it was being started again
    current.once('exit', (code, signal) => {
      child = undefined;
      if (!stopped) void again(`the store's process ended unexpectedly (${signal ?? `code ${code}`})`);
    });
    return true;
  };
  /**
   * Serves the folder, or follows whoever does. Its door alone proves nothing: a store whose owner was killed a moment
   * ago still takes connections, and drops them.
   */
  const obtain = async (): Promise<void> => {
    const begun = performance.now();
    for (;;) {
      const isServed = await endpoint.isServed();
      if (isServed || options.sharesOnly === true) {
        if (isServed && (await endpoint.answers())) {
          if (options.sharesOnly === true) return;
          unfollow = endpoint.onceClosed(() => {
            if (!stopped) void again('the process that served the store is gone');
          });
          return;
        }
        if (performance.now() - begun > SILENT_MS) throw new Error(`The store in ${dir} does not answer`);
        await sleep(ASK_AGAIN_MS);
      } else if (await launch()) return;
    }
  };
  /** One that served and died is started at once; one that cannot start is tried ever later, and for ever. */
  const again = async (why: string): Promise<void> => {
    log(`${why}; starting it again`);
    for (let attempt = 1; !stopped; attempt++) {
      try {
        await obtain();
        return;
      } catch (error) {
        log(
          `the store could not be started again: ${error instanceof Error ? error.message : String(error)}`,
        );
        await sleep(Math.min(200 * 2 ** attempt, LONGEST_PAUSE_MS), undefined, { ref: false });
      }
    }
  };
  await obtain();
  return {
    uri: endpoint.uri() ?? '',
    get owned() {
      return child !== undefined;
    },
    get pid() {
      return child?.pid;
    },
    stop: async () => {
      stopped = true;
      unfollow();
      const current = child;
      if (!current || current.exitCode !== null || current.signalCode !== null) return;
      current.ref();
      const ended = new Promise((done) => current.once('exit', done));
      if (current.connected) current.disconnect();
      else current.kill('SIGTERM');
      const late = setTimeout(() => current.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

const LAST_WORD_MS = 200;

/** True when it serves, false when another process already does; throws its reason when it cannot. */
function readiness(child: ChildProcess, log: (line: string) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // Only `process.ts` writes to this channel.
    child.on('message', (message) => {
      const report = message as Report;
      if (report.kind === 'log') log(report.line);
      else if (report.kind === 'ready') resolve(true);
      else if (report.kind === 'alreadyServed') resolve(false);
      else reject(new Error(`The store in this folder could not be opened: ${report.reason}`));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const damage =
        signal === 'SIGBUS' || signal === 'SIGSEGV' ? '; its data file is damaged, restore a backup' : '';
      const why = `The store's process ended before it was ready (${signal ?? `code ${code}`})${damage}`;
      // That another process serves the folder may have been its last word, which is on its way still.
      setTimeout(() => reject(new Error(why)), code === 0 ? LAST_WORD_MS : 0);
    });
  });
}
