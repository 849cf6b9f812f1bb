import type { Locale } from '../../core/contract/accounts.ts';
import type { OutgoingMessage } from './channels/channel.ts';
import { Undeliverable } from './channels/channel.ts';
import type { Payload } from './enqueue.ts';
import type { OutboxDoc } from './outbox.models.ts';
import { outboxSecrets } from './outbox.models.ts';
import { isTemplateName, render } from './render.ts';
import { outboxSettings } from './settings.ts';

/** Opens the payload, looks up who has no address yet and puts the words together. */
export async function prepareMessage(row: OutboxDoc, at: Date): Promise<OutgoingMessage> {
  const { template } = row;
  if (!isTemplateName(template)) throw new Undeliverable('this template no longer exists');
  const { payload: text } = outboxSecrets.openFields(row);
  if (text === undefined) throw new Undeliverable('the content is no longer kept');
  const payload = JSON.parse(text) as Payload; // sealed by enqueue and authenticated by its tag
  const known = await lookUp(row, payload);
  const locale: Locale = row.locale ?? known.locale ?? 'zh-CN';
  const data = withFullLink(payload.data);
  const [zh, en] = [render(template, 'zh-CN', data), render(template, 'en', data)];
  const words = locale === 'en' ? en : zh;
  return {
    id: String(row._id),
    messageId: row.messageId,
    template,
    locale,
    to: known.to,
    subject: words.subject,
    text:
      row.channel === 'mail' && payload.link !== undefined
        ? `${words.text}\n\n${fullUrl(payload.link)}`
        : words.text,
    bothLanguages: { title: { zh: zh.subject, en: en.subject }, text: { zh: zh.text, en: en.text } },
    ...(payload.link === undefined ? {} : { link: payload.link }),
    at,
  };
}

async function lookUp(
  { userId, channel }: OutboxDoc,
  { email, phone }: Payload,
): Promise<{ to: OutgoingMessage['to']; locale?: Locale }> {
  const given = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
  if (userId === undefined) return { to: given };
  const hasAddress = channel === 'mail' ? email !== undefined : channel === 'inApp' || phone !== undefined;
  const person = hasAddress ? null : await outboxSettings().findRecipient?.(userId);
  const { locale, ...found } = person ?? {};
  return { to: { ...found, ...given, userId }, ...(locale === undefined ? {} : { locale }) };
}

const fullUrl = (path: string): string => `${outboxSettings().publicUrl.replace(/\/$/u, '')}${path}`;

function withFullLink(data: Payload['data']): Payload['data'] {
  const { link } = data;
  return typeof link === 'string' && link.startsWith('/') ? { ...data, link: fullUrl(link) } : data;
}
