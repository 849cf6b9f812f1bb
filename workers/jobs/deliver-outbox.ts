import type { Job } from '../../server/platform/jobs/index.ts';
import { deliverDue } from '../../server/platform/outbox/index.ts';
import type { JobDeps } from '../job-deps.ts';

/** Sends what is due; what fails is tried again later, with growing pauses. */
export function deliverOutbox({ smtpUrl, demo, sms, publish }: JobDeps): Job {
  const deps = {
    demo,
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(sms === undefined ? {} : { sms }),
    ...(publish === undefined ? {} : { publish }),
  };
  return { run: async ({ now, log }) => ({ ...(await deliverDue({ ...deps, now, log })) }) };
}
