import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { inTransaction } from '../db.ts';
import { changeMany } from '../write-many.ts';
import type { AreaDay, EventSeal, QueuedEvent } from './event.models.ts';
import { AreaDays, EventQueue, EventSeals, SealerHeads } from './event.models.ts';
import { GENESIS, sealHash } from './links.ts';
import { retryWhenTaken } from './transaction-guard.ts';

const BATCH = 200;

/**
 * Moves queued events into the chains of their area and day, oldest first. Safe to run anywhere, any number of times
 * at once: every run writes the head document first, so the store lets only one of them commit.
 */
export async function sealPending(): Promise<{ sealed: number }> {
  let sealed = 0;
  for (;;) {
    if ((await EventQueue.findOne({}, { _id: 1 }).lean()) === null) return { sealed };
    sealed += await inTransaction(sealBatch);
  }
}

async function sealBatch(): Promise<number> {
  const closedThrough = await takeHead();
  const rows = await EventQueue.find().sort({ at: 1, _id: 1 }).limit(BATCH).lean();
  if (rows.length === 0) return 0;
  const days = await areaDaysOf(rows, closedThrough);
  const links: EventSeal[] = [];
  for (const row of rows) {
    const areaDay = days.get(areaDayId(openDayOf(row, closedThrough), row.areaCode));
    if (areaDay === undefined) throw new Error('A queued event has no area and day'); // all of them were looked up
    links.push(nextLink(areaDay, row));
  }
  await EventSeals.insertMany(links, { lean: true }); // made of checked events, in this file
  await changeMany(
    AreaDays,
    [...days.values()].map(({ _id, ...rest }) => ({ filter: { _id }, update: { $set: rest }, upsert: true })),
  );
  await EventQueue.deleteMany({ _id: { $in: rows.map((row) => row._id) } });
  return links.length;
}

/** Writes the head document, and says which days are signed already. */
export async function takeHead(closing?: PlainDate): Promise<PlainDate | undefined> {
  const head = await SealerHeads.findOneAndUpdate(
    { _id: 'sealer' },
    { $inc: { version: 1 }, ...(closing === undefined ? {} : { $set: { closedThrough: closing } }) },
    { upsert: true, returnDocument: 'after' },
  )
    .lean()
    .catch(retryWhenTaken);
  return head?.closedThrough;
}

/** The chains these rows belong to, as they stand. */
async function areaDaysOf(
  rows: readonly QueuedEvent[],
  closedThrough: PlainDate | undefined,
): Promise<Map<string, AreaDay>> {
  const days = new Map<string, AreaDay>();
  for (const row of rows) {
    const { areaCode } = row;
    const day = openDayOf(row, closedThrough);
    const _id = areaDayId(day, areaCode);
    days.set(_id, { _id, areaCode, day, events: 0, lastHash: GENESIS });
  }
  for (const begun of await AreaDays.find({ _id: { $in: [...days.keys()] } }).lean())
    days.set(begun._id, begun);
  return days;
}

/** A row's own day, or, when that day is signed, the first day that is not. */
const openDayOf = ({ day }: QueuedEvent, closedThrough: PlainDate | undefined): PlainDate =>
  closedThrough !== undefined && day <= closedThrough ? addDays(closedThrough, 1) : day;

export const areaDayId = (day: string, areaCode: string): string => `${day}|${areaCode}`;

/** Adds one link to the chain in hand. */
function nextLink(areaDay: AreaDay, row: QueuedEvent): EventSeal {
  areaDay.events += 1;
  const content = {
    areaCode: areaDay.areaCode,
    day: areaDay.day,
    seq: areaDay.events,
    eventHash: row.hash,
    prevHash: areaDay.lastHash,
  };
  areaDay.lastHash = sealHash({ ...content, eventId: String(row._id) });
  return { _id: new mongoose.Types.ObjectId(), ...content, eventId: row._id, hash: areaDay.lastHash };
}
