import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { inTransaction } from '../db.ts';
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
  const days = new Map<string, AreaDay>();
  const links: EventSeal[] = [];
  for (const row of rows) {
    const areaDay = await areaDayFor(row, closedThrough, days);
    links.push(nextLink(areaDay, row));
  }
  if (links.length === 0) return 0;
  await EventSeals.insertMany(links, { lean: true }); // made of checked events, in this file
  for (const { _id, areaCode, day, events, lastHash } of days.values()) {
    await AreaDays.updateOne({ _id }, { $set: { areaCode, day, events, lastHash } }, { upsert: true });
  }
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

/** The chain a row belongs to: that of its own day, or, when that day is signed, of the first day that is not. */
async function areaDayFor(
  { areaCode, day }: QueuedEvent,
  closedThrough: PlainDate | undefined,
  known: Map<string, AreaDay>,
): Promise<AreaDay> {
  const openDay = closedThrough !== undefined && day <= closedThrough ? addDays(closedThrough, 1) : day;
  const _id = areaDayId(openDay, areaCode);
  const found = known.get(_id) ?? (await AreaDays.findById(_id).lean());
  const areaDay = found ?? { _id, areaCode, day: openDay, events: 0, lastHash: GENESIS };
  known.set(_id, areaDay);
  return areaDay;
}

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
