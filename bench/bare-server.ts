import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { scriptOf } from '../server/platform/project-root.ts';

export interface BareServer {
  url: string;
  process: ChildProcess;
  stop(): void;
}

/** A server with nothing behind it, in a process of its own; it says its port once it listens. */
export async function startBare(script = 'bench/complaints/bare.ts'): Promise<BareServer> {
  const { url, flags } = scriptOf(script);
  const child = fork(fileURLToPath(url), [], { execArgv: [...flags] });
  const [message] = (await once(child, 'message')) as [{ port: number }]; // all it ever says
  return { url: `http://127.0.0.1:${message.port}`, process: child, stop: () => child.disconnect() };
}
