import { deliverWebhooks, takeEvents } from '../../server/features/webhooks/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Tells partners what happened: reads on in the chain of events, and sends what is due. */
export function sendWebhooks(): Job {
  return { run: async ({ now }) => ({ ...(await takeEvents(now)), ...(await deliverWebhooks({ now })) }) };
}
