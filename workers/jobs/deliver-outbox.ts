import type { Job } from '../../server/platform/jobs/index.ts';
import { deliverDue, httpSmsGateway } from '../../server/platform/outbox/index.ts';
import type { JobDeps } from '../job-deps.ts';

/** Sends what is due; what fails is tried again later, with growing pauses. */
export function deliverOutbox({ smtpUrl, demo, smsGateway, publish }: JobDeps): Job {
  const deps = {
    demo,
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(smsGateway === undefined ? {} : { sms: httpSmsGateway(smsGateway) }),
    ...(publish === undefined ? {} : { publish }),
  };
  return { run: async ({ now, log }) => ({ ...(await deliverDue({ ...deps, now, log })) }) };
}
