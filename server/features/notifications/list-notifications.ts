import type { BellItem } from '../../core/contract/operations.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { BellDoc } from '../../platform/outbox/index.ts';
import { BellItems } from '../../platform/outbox/index.ts';
import type { ListNotifications } from './notifications.schemas.ts';

/** The reader's own bell, newest first; `total` of the unread ones is the figure on it. */
export async function listNotifications(query: ListNotifications, ctx: Ctx): Promise<Page<BellItem>> {
  const userId = actorUserId(ctx);
  const readState = query.unread === undefined ? {} : { readAt: query.unread ? null : { $ne: null } };
  // Index: bellItems {userId, at, _id}, or {userId, readAt, at, _id} for the unread.
  const page = await keysetPage<BellDoc>(BellItems, {
    sorts: { at: 'at' },
    fallback: '-at',
    limits: { userId, ...readState },
    query,
  });
  return { ...page, items: page.items.map(bellItem) };
}

function bellItem({ _id, template, title, text, link, at, readAt }: BellDoc): BellItem {
  return {
    id: String(_id),
    template,
    title,
    text,
    ...(link === undefined ? {} : { link }),
    at: at.toISOString(),
    ...(readAt === null ? {} : { readAt: readAt.toISOString() }),
  };
}
