import type { EventView } from '../../core/contract/operations.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { EventDoc } from '../../platform/audit/index.ts';
import { Events } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { ListEvents } from './events.schemas.ts';

/** What was done in the reader's areas, newest first; facts never hold personal data or what a case is about. */
export async function listEvents(query: ListEvents, ctx: Ctx): Promise<Page<EventView>> {
  const { subject, areaCode, day, action } = query;
  const asked = {
    ...(subject === undefined ? {} : { subject }),
    ...(day === undefined ? {} : { day }),
    ...(action === undefined ? {} : { action }),
  };
  // Index: events {at, _id}; for one subject {subject, seq}.
  const page = await keysetPage<EventDoc>(Events, {
    sorts: { at: 'at' },
    fallback: '-at',
    limits: { $and: [areaLimit(ctx), areaCode === undefined ? {} : inArea(areaCode), asked] },
    query,
  });
  return { ...page, items: page.items.map(eventView) };
}

function eventView({
  _id,
  subject,
  seq,
  areaCode,
  at,
  actor,
  action,
  facts,
  hash,
  prevHash,
}: EventDoc): EventView {
  return {
    id: String(_id),
    subject,
    seq,
    areaCode,
    at: at.toISOString(),
    actor,
    action,
    facts,
    hash,
    prevHash,
  };
}
