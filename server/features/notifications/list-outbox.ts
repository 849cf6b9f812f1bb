import type { OutboxView } from '../../core/contract/operations.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { OutboxDoc } from '../../platform/outbox/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import type { ListOutbox } from './notifications.schemas.ts';
import { outboxView } from './outbox-view.ts';

/** What was sent, waits or failed in the admin's areas, newest first. */
export async function listOutbox(query: ListOutbox, ctx: Ctx): Promise<Page<OutboxView>> {
  const { state, channel, template } = query;
  const asked = {
    ...(state === undefined ? {} : { state }),
    ...(channel === undefined ? {} : { channel }),
    ...(template === undefined ? {} : { template }),
  };
  // Index: outbox {createdAt, _id}, or {state, createdAt, _id}.
  const page = await keysetPage<OutboxDoc>(Outbox, {
    sorts: { createdAt: 'createdAt', notBefore: 'notBefore' },
    fallback: '-createdAt',
    limits: { ...asked, ...areaLimit(ctx) },
    query,
  });
  return { ...page, items: page.items.map(outboxView) };
}
