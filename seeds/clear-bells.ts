import type { Booted } from '../server/boot.ts';
import { readAllNotifications } from '../server/features/notifications/index.ts';
import { deliverDue, httpSmsGateway } from '../server/platform/outbox/index.ts';
import { SECOND_INSPECTOR, staff } from './demo-office.ts';

type Delivering = Pick<Booted, 'config' | 'clock' | 'log'>;

/** Delivers at once what the seeds have told people, so that it does not come in between what they are told next. */
export async function deliverNews({ config, clock, log }: Delivering): Promise<void> {
  const { smtpUrl, smsGateway, demo } = config;
  const deps = {
    ...{ demo, log },
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(smsGateway === undefined ? {} : { sms: httpSmsGateway(smsGateway) }),
  };
  while ((await deliverDue({ ...deps, now: clock.now() })).sent > 0);
}

/** What years-old records told the office is delivered and marked as read: nobody is to work through it today. */
export async function clearBells(booted: Delivering): Promise<void> {
  await deliverNews(booted);
  for (const login of ['inspector', SECOND_INSPECTOR.login, 'head'])
    await readAllNotifications((await staff(login)).on(booted.clock.today()));
}
