import { enqueue } from '../../platform/outbox/index.ts';
import type { NewMessage, TemplateName } from '../../platform/outbox/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { UserRecord } from './user.model.ts';
import { accountsSettings } from './accounts.settings.ts';
import { phoneOf } from './user.model.ts';

type Words<Name extends TemplateName> = Pick<NewMessage<Name>, 'template' | 'data' | 'key'> & {
  link?: string;
  urgent?: boolean;
};

/** Puts a message to this person into the outbox: by mail, else to the phone if texts are sent, else under the bell. */
export async function tellUser<Name extends TemplateName>(
  user: UserRecord,
  words: Words<Name>,
  ctx: Ctx,
): Promise<void> {
  const userId = String(user._id);
  const areaCode = areaOf(user);
  const shared = { ...words, locale: user.locale, areaCode };
  const phone = phoneOf(user);
  if (user.email !== undefined) {
    await enqueue<Name>({ ...shared, channel: 'mail', to: { userId, email: user.email } }, ctx);
  } else if (phone !== undefined && !accountsSettings().textsOff) {
    await enqueue<Name>({ ...shared, channel: 'sms', to: { userId, phone } }, ctx);
  } else {
    await enqueue<Name>({ ...shared, channel: 'inApp', to: { userId } }, ctx);
  }
}

/** The area in whose chain a person's events stand: that of his first right. */
export const areaOf = (user: Pick<UserRecord, 'grants'>): string => user.grants[0]?.areaCode ?? '';
