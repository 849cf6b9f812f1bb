import { BellItems } from '../outbox.models.ts';
import type { Channel } from './channel.ts';
import { Undeliverable } from './channel.ts';

export type Publish = (room: `user:${string}`, event: 'notification', payload: { id: string }) => void;

/** Writes the bell item and tells open pages that one came; the socket is a hint, the record is what counts. */
export function inAppChannel(publish: Publish | undefined): Channel {
  return async ({ id, to, template, bothLanguages, link, at }) => {
    if (to.userId === undefined) throw new Undeliverable('the message names no user');
    const item = {
      userId: to.userId,
      template,
      ...bothLanguages,
      ...(link === undefined ? {} : { link }),
      at,
      readAt: null,
    };
    await BellItems.updateOne({ _id: id }, { $setOnInsert: item }, { upsert: true });
    publish?.(`user:${to.userId}`, 'notification', { id });
  };
}
