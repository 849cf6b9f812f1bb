import type { Ctx } from '../../platform/context.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { enqueueNew, sendsTexts } from '../../platform/outbox/index.ts';
import { findUserByPhone } from '../accounts/index.ts';
import { openEnrolments } from '../roster/index.ts';
import { phonesOfWorkers } from '../workers/index.ts';
import type { TruthAskRecord } from './truth-ask.model.ts';

/** Where the question is answered. */
const PAGE = '/m/truth';

type Ask = NewMessage<'truthQuestion'>;

/** 2026年10月 */
const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/**
 * The messages to those who were drawn, made ready before the transaction: by text message to the phone on their own
 * record, or else to the one on their enrolment, and on the screen of those who have signed in before. They name the site
 * and the month, nobody and no sum. Reached is whom one of them goes to: where no texts are sent, the screens alone.
 */
export async function askMessages(
  asks: readonly TruthAskRecord[],
  areaCode: string,
): Promise<{ reached: number; enqueueAll: (ctx: Ctx) => Promise<void> }> {
  const own = await phonesOfWorkers(asks.map(({ workerId }) => workerId));
  const without = asks.filter(({ workerId }) => !own.has(workerId));
  const enrolled = await openEnrolments(without.flatMap(({ enrolmentIds }) => enrolmentIds));
  const written = new Map(enrolled.map(({ workerId, phone }) => [workerId, phone]));
  const messages: Ask[] = [];
  let reached = 0;
  for (const ask of asks) {
    const phone = own.get(ask.workerId) ?? written.get(ask.workerId);
    if (phone === undefined) continue;
    const user = await findUserByPhone(phone);
    if (!sendsTexts() && user === null) continue;
    reached += 1;
    if (sendsTexts()) messages.push(message(ask, areaCode, 'sms', { phone }));
    if (user !== null) messages.push(message(ask, areaCode, 'inApp', { userId: String(user._id) }));
  }
  return { reached, enqueueAll: (ctx) => enqueueNew(messages, ctx) };
}

function message(ask: TruthAskRecord, areaCode: string, channel: Ask['channel'], to: Ask['to']): Ask {
  return {
    ...{ template: 'truthQuestion', channel, to, areaCode, link: PAGE },
    data: { month: monthWords(ask.month), projectName: ask.projectName, link: PAGE },
    key: `truth:${channel}:${String(ask._id)}`,
  };
}
