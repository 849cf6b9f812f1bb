import mongoose from 'mongoose';
import type { Locale } from '../../core/contract/accounts.ts';
import type { OutboxChannel } from '../../core/contract/operations.ts';
import { demandTransaction, retryWhenTaken } from '../audit/index.ts';
import type { Ctx } from '../context.ts';
import { maskField } from '../crypto/index.ts';
import { insertLastChecked } from '../insert-checked.ts';
import { Outbox, outboxSecrets } from './outbox.models.ts';
import { quietUntil } from './quiet-hours.ts';
import type { MessageData } from './render.ts';
import { missingData } from './render.ts';
import { mailDomain, outboxSettings } from './settings.ts';
import type { TemplateData, TemplateName } from './templates.ts';
import { TEMPLATES } from './templates.ts';

export interface NewMessage<Name extends TemplateName = TemplateName> {
  template: Name;
  to: { userId?: string; email?: string; phone?: string };
  channel: OutboxChannel;
  data: TemplateData<Name>;
  locale?: Locale;
  areaCode?: string;
  /** A path of this site, '/admin/jobs'; mails print it with the public address before it. */
  link?: string;
  notBefore?: Date;
  /** Not held back in the quiet hours. */
  urgent?: boolean;
  /** Stable: the same key is the same message and is kept once. */
  key: string;
}

/** The same with the tie between template and data loosened: for reading, where the tie no longer matters. */
type AnyMessage = Omit<NewMessage, 'data'> & { data: MessageData };

/** What the sealed payload holds. */
export interface Payload {
  email?: string;
  phone?: string;
  data: MessageData;
  link?: string;
}

/**
 * Puts a message into the outbox in the caller's transaction: it goes out if, and only if, the change commits.
 * The same key again changes nothing, so a repeated use case or job never tells people twice.
 */
export async function enqueue<Name extends TemplateName>(message: NewMessage<Name>, ctx: Ctx): Promise<void> {
  demandTransaction('enqueue');
  const row = rowOf(message, ctx);
  // One command instead of a look and a write; two at once meet at the unique key and one of them runs again.
  await Outbox.updateOne({ key: message.key }, { $setOnInsert: row }, { upsert: true, runValidators: true })
    .exec()
    .catch(retryWhenTaken);
}

/**
 * Many messages in one command, for a whole payroll. Their keys must be new: the caller keeps where he got to in the
 * same transaction.
 */
export async function enqueueNew<Name extends TemplateName>(
  messages: readonly NewMessage<Name>[],
  ctx: Ctx,
): Promise<void> {
  demandTransaction('enqueueNew');
  const rows = messages.map((message) => ({ ...rowOf(message, ctx), key: message.key }));
  await insertLastChecked(Outbox, rows);
}

function rowOf<Name extends TemplateName>(message: NewMessage<Name>, ctx: Ctx) {
  check(message);
  const id = new mongoose.Types.ObjectId();
  const { to, channel, template } = message;
  const payload: Payload = {
    ...pick(to, 'email'),
    ...pick(to, 'phone'),
    data: message.data,
    ...pick(message, 'link'),
  };
  const notBefore = message.notBefore ?? ctx.now;
  const urgent = message.urgent ?? false;
  return {
    _id: id,
    messageId: `<${String(id)}.anxin@${mailDomain()}>`,
    channel,
    template,
    subject: TEMPLATES[template][message.locale === 'en' ? 'en' : 'zh'].subject,
    toMasked: maskedRecipient(message),
    ...pick(to, 'userId'),
    ...pick(message, 'locale'),
    areaCode: message.areaCode ?? outboxSettings().regionCode,
    urgent,
    state: 'waiting' as const,
    attempts: 0,
    round: 0,
    createdAt: ctx.now,
    notBefore,
    dueAt: afterQuietHours(notBefore, { channel, urgent }),
    ...outboxSecrets.sealFields(id, { payload: JSON.stringify(payload) }),
  };
}

/** Text messages and mails that can wait are not sent while people sleep. */
export function afterQuietHours(
  at: Date,
  { channel, urgent }: { channel: OutboxChannel; urgent: boolean },
): Date {
  if (urgent || channel === 'inApp') return at;
  return quietUntil(at, outboxSettings().quietHours) ?? at;
}

function check({ template, to, channel, data, link, key }: AnyMessage): void {
  const reachable = { mail: to.email ?? to.userId, sms: to.phone ?? to.userId, inApp: to.userId }[channel];
  if (reachable === undefined || reachable === '') throw new Error(`A ${channel} message names no recipient`);
  if (key === '' || key.length > 200) throw new Error('A message key has 1 to 200 characters');
  if (link !== undefined && !/^\/(?![/\\])/u.test(link))
    throw new Error('A message link is a path of this site');
  const missing = missingData(template, data);
  if (missing.length > 0) throw new Error(`Template ${template} lacks ${missing.join(', ')}`);
}

function maskedRecipient({ to, channel }: AnyMessage): string {
  if (channel === 'mail' && to.email !== undefined) return maskField('email', to.email);
  if (channel === 'sms' && to.phone !== undefined) return maskField('phone', to.phone);
  return `user:${to.userId ?? ''}`;
}

/** `{ key: value }`, or nothing at all where there is no value: exact optional properties. */
function pick<Source extends object, Key extends keyof Source>(
  source: Source,
  key: Key,
): Partial<Pick<Source, Key>> {
  return source[key] === undefined ? {} : ({ [key]: source[key] } as Pick<Source, Key>); // built from that very key
}
