import { AsyncResource } from 'node:async_hooks';
import { afterCommit } from '../db.ts';
import { sealPending } from './seal-pending.ts';

let noted: (() => void) | undefined;

/**
 * Called for every appended event, and heard once it is committed: a slow transaction must not be looked for too early
 * and then waited for until the next event. Does nothing where no sealer runs (command lines, tests).
 */
export function noteAppended(): void {
  if (noted !== undefined) afterCommit(() => noted?.());
}

/**
 * Seals shortly after events were appended in this process; many appends in a row are sealed together. What a
 * killed process left is found by the next run or by the job. `stop` waits for the seal under way.
 */
export function startSealer(deps: { onError(error: unknown): void; delayMs?: number }): {
  stop(): Promise<void>;
} {
  // A timer keeps the context it was set in, which here is the appending transaction: the seal must not join it.
  const outside = new AsyncResource('event-sealer');
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;

  const arm = (): void => {
    timer ??= outside.runInAsyncScope(() => setTimeout(run, deps.delayMs ?? 500).unref());
  };
  const run = (): void => {
    timer = undefined;
    if (running !== undefined) return arm();
    running = sealPending()
      .catch(deps.onError)
      .finally(() => {
        running = undefined;
      });
  };
  noted = arm;
  return {
    stop: async () => {
      if (noted === arm) noted = undefined;
      clearTimeout(timer);
      await running;
    },
  };
}
