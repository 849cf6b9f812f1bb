import type { Delivered } from '../../server/platform/outbox/index.ts';
import { deliverDue, httpSmsGateway } from '../../server/platform/outbox/index.ts';
import { startSmsServer } from './sms-server.ts';

const ACCOUNT = { key: 'anxin', secret: 'gateway-secret-of-a-test' };

/** Sends what is due at that moment through a gateway on loopback that answers everything so. */
export async function deliverTexts(now: Date, status: 202 | 422): Promise<Delivered> {
  const gateway = await startSmsServer(ACCOUNT);
  try {
    gateway.answer([status]);
    const sms = httpSmsGateway({ ...ACCOUNT, url: gateway.url, sign: '安薪' });
    return await deliverDue({ now, sms, demo: true, log: { warn: () => undefined } });
  } finally {
    await gateway.close();
  }
}
