import { listJobRuns } from '@/api/operations.ts';
import { noteWork, type RunningWork } from '@/live/running-work.ts';
import { asApiError } from '@/remote/remote-data.ts';
import { say } from '@/i18n/index.ts';

const LOOK_EVERY_MS = 1_500;
const GIVE_UP_AFTER_MS = 15 * 60_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

/** Keeps the corner note of a run by hand up to date until it ends; the run itself does not need this page. */
export async function followRun(job: string, runId: string, title: string): Promise<void> {
  const until = Date.now() + GIVE_UP_AFTER_MS;
  const note = (work: Partial<RunningWork>): void =>
    noteWork({ id: runId, title, state: 'running', counts: {}, ...work });
  note({});
  while (Date.now() < until) {
    await pause();
    try {
      const { items } = await listJobRuns(job, { limit: 20 }, new AbortController().signal);
      const run = items.find((one) => one.id === runId);
      if (!run || run.state === 'running') continue;
      const state = run.state === 'done' ? 'done' : 'failed';
      note({ state, counts: run.counts, ...(run.error !== undefined && { error: run.error }) });
    } catch (cause) {
      const error = asApiError(cause);
      if (error.mayRetry) continue;
      note({
        state: 'failed',
        error: say(error.messages),
        ...(error.requestId !== undefined && { requestId: error.requestId }),
      });
    }
    return;
  }
}
