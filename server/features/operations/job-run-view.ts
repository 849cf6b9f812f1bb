import type { JobRunView } from '../../core/contract/operations.ts';
import type { JobRun } from '../../platform/jobs/index.ts';

export function jobRunView({
  id,
  job,
  day,
  cause,
  state,
  startedAt,
  endedAt,
  counts,
  error,
  cutOff,
  attempt,
  by,
}: JobRun): JobRunView {
  return {
    id,
    job,
    day,
    cause,
    state,
    startedAt: startedAt.toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
    counts,
    ...(error === undefined ? {} : { error }),
    ...(cutOff === undefined ? {} : { cutOff }),
    attempt,
    by,
  };
}
