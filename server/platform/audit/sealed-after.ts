import { addDays } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { EventDoc } from './event.models.ts';
import { AreaDays, Events, EventSeals, SealerHeads } from './event.models.ts';

/** How far somebody has read the chains of all areas: every day before `day` whole, and so many links of each since. */
export interface SealPosition {
  day: PlainDate;
  taken: Record<string, number>;
}

export interface SealedEvents {
  events: EventDoc[];
  position: SealPosition;
  /** Nothing more lies behind it. */
  isEnd: boolean;
}

/**
 * The events sealed after a position, at most so many, and the position behind them. None can be missed: within an area
 * and day links are numbered without a gap, and a signed day gets no more of them. In the caller's transaction, with
 * what is made of them.
 */
export async function sealedAfter({ day, taken }: SealPosition, limit: number): Promise<SealedEvents> {
  const closed = (await SealerHeads.findById('sealer', { closedThrough: 1 }).lean())?.closedThrough;
  const areaDays = await AreaDays.find({ day: { $gte: day } }, { areaCode: 1, day: 1, events: 1 }).lean();
  const after = { ...taken };
  const ids: EventDoc['_id'][] = [];
  for (const one of areaDays) {
    const from = after[one._id] ?? 0;
    if (one.events <= from || ids.length >= limit) continue;
    const links = await EventSeals.find(
      { day: one.day, areaCode: one.areaCode, seq: { $gt: from } },
      { eventId: 1, seq: 1 },
    )
      .sort({ seq: 1 })
      .limit(limit - ids.length)
      .lean();
    ids.push(...links.map(({ eventId }) => eventId));
    after[one._id] = links.at(-1)?.seq ?? from;
  }
  const isEnd = areaDays.every(({ _id, events }) => (after[_id] ?? 0) >= events);
  const events = ids.length === 0 ? [] : await Events.find({ _id: { $in: ids } }).lean<EventDoc[]>();
  const isOver = isEnd && closed !== undefined && closed >= day;
  return { events, isEnd, position: isOver ? since(addDays(closed, 1), after) : { day, taken: after } };
}

/** What was read of days that are over need not be remembered. */
const since = (day: PlainDate, taken: Record<string, number>): SealPosition => ({
  day,
  taken: Object.fromEntries(Object.entries(taken).filter(([key]) => key.slice(0, day.length) >= day)),
});
