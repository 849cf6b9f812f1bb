import type { Config } from '../server/config.ts';
import { readAllNotifications } from '../server/features/notifications/index.ts';
import type { Clock } from '../server/platform/clock.ts';
import type { Log } from '../server/platform/log.ts';
import { deliverDue, httpSmsGateway } from '../server/platform/outbox/index.ts';
import { SECOND_INSPECTOR, staff } from './demo-office.ts';

/** What years-old records told the office is delivered and marked as read: nobody is to work through it today. */
export async function clearBells({
  config,
  clock,
  log,
}: {
  config: Config;
  clock: Clock;
  log: Log;
}): Promise<void> {
  const { smtpUrl, smsGateway, demo } = config;
  const deps = {
    ...{ demo, log },
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(smsGateway === undefined ? {} : { sms: httpSmsGateway(smsGateway) }),
  };
  while ((await deliverDue({ ...deps, now: clock.now() })).sent > 0);
  for (const login of ['inspector', SECOND_INSPECTOR.login, 'head'])
    await readAllNotifications((await staff(login)).on(clock.today()));
}
