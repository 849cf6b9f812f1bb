import type { EventDayView } from '../../core/contract/operations.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { AreaDay, DailyRoot } from '../../platform/audit/index.ts';
import { AreaDays, DailyRoots } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { ListEventDays } from './events.schemas.ts';

/** The chains of the reader's areas, one line per area and day, newest first, each with the root that signs it. */
export async function listEventDays(query: ListEventDays, ctx: Ctx): Promise<Page<EventDayView>> {
  const { areaCode, day } = query;
  // The id begins with the day, so its own index is the order.
  const page = await keysetPage<AreaDay>(AreaDays, {
    sorts: { day: '_id' },
    fallback: '-day',
    limits: {
      $and: [
        areaLimit(ctx),
        areaCode === undefined ? {} : inArea(areaCode),
        day === undefined ? {} : { day },
      ],
    },
    query,
  });
  const days = [...new Set(page.items.map((item) => item.day))];
  const roots = await DailyRoots.find({ _id: { $in: days } }, { areas: 0 }).lean();
  const rootOf = new Map(roots.map((root) => [root._id, root]));
  return { ...page, items: page.items.map((item) => eventDayView(item, rootOf.get(item.day))) };
}

type RootPart = Pick<DailyRoot, 'rootHash' | 'signature' | 'keyId' | 'signedAt'>;

function eventDayView(
  { areaCode, day, events, lastHash }: AreaDay,
  root: RootPart | undefined,
): EventDayView {
  if (root === undefined) return { areaCode, day, events, lastHash };
  const { rootHash, signature, keyId } = root;
  const signedAt = root.signedAt.toISOString();
  return { areaCode, day, events, lastHash, root: { rootHash, signature, keyId, signedAt } };
}
