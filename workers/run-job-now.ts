import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { createRunner, findRun, insertRun } from '../server/platform/jobs/index.ts';
import type { WorkerDeps } from './start-workers.ts';
import { bindJobs } from './schedule.ts';

const LEASE_MS = 60_000;

/** Runs one job in this process for a day, with its place in the history; throws its reason when it fails. */
export async function runJobNow(
  name: string,
  day: PlainDate,
  deps: WorkerDeps,
): Promise<Record<string, number>> {
  const { clock, log } = deps;
  const jobs = deps.jobs ?? bindJobs(deps);
  const job = jobs.find((one) => one.name === name);
  if (job === undefined) throw new Error(`没有任务 ${name} / there is no job ${name}`);
  const instance = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const now = clock.now();
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const run = await insertRun({
    job: name,
    day,
    cause: 'commandLine',
    by: `commandLine:${instance}`,
    owner: instance,
    now,
    leaseUntil,
  });
  const state = await createRunner({ jobs, clock, log, instance }).execute(job, run);
  const ended = await findRun(run.id);
  if (state === 'done' && ended !== null) return ended.counts;
  throw new Error(`任务 ${name} 失败 / the job ${name} failed: ${ended?.error ?? state}`);
}
