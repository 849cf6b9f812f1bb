export type { Job, JobInfo, JobTime, ScheduledJob } from './job.ts';
export type { JobRun } from './job-run.model.ts';
export { findLatestRun, findRuns } from './job-run.model.ts';
export { insertRun } from './job-run-moves.model.ts';
export { findJobInfo, listJobInfos, registerJobs } from './registry.ts';
export type { Runner, RunnerDeps } from './runner.ts';
export { createRunner } from './runner.ts';
export type { Timing } from './timing.ts';
export { fireDay, lastFire, nextFire, readCron } from './timing.ts';
