import { parentPort } from 'node:worker_threads';
import type { ThreadMessage } from './thread-pool.ts';

/** The other end of a ThreadPool: does one task after the other in this thread and reports what comes of it. */
export function serveTasks<Task, Answer, News = never>(
  work: (task: Task, tell: (news: News) => void) => Promise<{ answer: Answer; transfer?: ArrayBuffer[] }>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('serveTasks runs in a thread only');
  const post = (message: ThreadMessage<Answer, News>, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  port.on('message', (task: Task) => {
    work(task, (news) => post({ news }))
      .then(({ answer, transfer }) => post({ answer }, transfer))
      .catch((error: unknown) => post({ fault: faultOf(error) }));
  });
}

function faultOf(error: unknown): { code?: string; details?: unknown; message: string } {
  if (!(error instanceof Error)) return { message: 'unknown' };
  const { code, details } = error as Error & { code?: unknown; details?: unknown }; // read, not trusted
  return {
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(details === undefined ? {} : { details }),
  };
}
