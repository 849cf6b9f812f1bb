import type { Counts } from './broken-link.ts';
import { BrokenLink, inBatches } from './broken-link.ts';
import type { EventDoc, EventSeal } from './event.models.ts';
import { AreaDays, EventQueue, Events, EventSeals } from './event.models.ts';
import { eventHash, GENESIS } from './links.ts';
import { areaDayId } from './seal-pending.ts';

/** A sealer runs within a second and a job every minute; an event that waits longer was kept back by somebody. */
const MAX_QUEUED_MS = 10 * 60_000;

/** Walks every subject's chain in order: nothing missing, altered, replaced or moved, and each event sealed. */
export async function verifySubjects(filter: { subject?: string }, now: Date, counts: Counts): Promise<void> {
  let previous: EventDoc | undefined;
  const cursor = Events.find(filter).sort({ subject: 1, seq: 1 }).lean().cursor({ batchSize: 500 });
  for await (const batch of inBatches<EventDoc>(cursor)) {
    const places = await placesOf(batch);
    for (const event of batch) {
      const before = previous?.subject === event.subject ? previous : undefined;
      if (before === undefined) counts.chains += 1;
      await checkLink(event, before);
      checkPlace(event, places, now);
      if (event.prevHash !== (before?.hash ?? GENESIS)) {
        throw new BrokenLink(event.subject, event.seq, event._id, 'reordered');
      }
      counts.events += 1;
      previous = event;
    }
  }
}

async function checkLink(event: EventDoc, before: EventDoc | undefined): Promise<void> {
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq > expected) {
    // The event after the gap still holds the hash of the one before it, by which its seal is found.
    const seal = await EventSeals.findOne({ eventHash: event.prevHash }, { eventId: 1 }).lean();
    throw new BrokenLink(event.subject, expected, seal?.eventId ?? '', 'eventMissing');
  }
  const { _id, hash, ...content } = event;
  if (safeHash({ id: String(_id), ...content }) !== hash) {
    throw new BrokenLink(event.subject, event.seq, _id, 'contentAltered');
  }
}

/** Content so damaged that it has no canonical text has no hash either. */
function safeHash(content: Parameters<typeof eventHash>[0]): string | null {
  try {
    return eventHash(content);
  } catch {
    return null;
  }
}

interface Places {
  queued: Map<string, { hash: string }>;
  sealed: Map<string, { eventHash: string; areaCode: string; day: string; seq: number }>;
  /** Last number of each area-day chain. */
  ends: Map<string, number>;
}

/** Queue first, seals second: an event sealed in between is found by the second look. */
async function placesOf(batch: EventDoc[]): Promise<Places> {
  const ids = batch.map((event) => event._id);
  const queued = await EventQueue.find({ _id: { $in: ids } }, { hash: 1 }).lean();
  const seals = await EventSeals.find({ eventId: { $in: ids } }).lean();
  refuseSecondSeals(seals);
  const dayIds = [...new Set(seals.map((seal) => areaDayId(seal.day, seal.areaCode)))];
  const days = await AreaDays.find({ _id: { $in: dayIds } }, { events: 1 }).lean();
  return {
    queued: new Map(queued.map((row) => [String(row._id), row])),
    sealed: new Map(seals.map((seal) => [String(seal.eventId), seal])),
    ends: new Map(days.map((day) => [day._id, day.events])),
  };
}

/** An event that stands in two places of the chains was put there by somebody: the sealer takes each from its queue once. */
function refuseSecondSeals(seals: readonly EventSeal[]): void {
  const seen = new Set<string>();
  for (const { eventId, areaCode, day, seq } of seals) {
    if (seen.has(String(eventId))) throw new BrokenLink(`${areaCode} ${day}`, seq, eventId, 'sealWrong');
    seen.add(String(eventId));
  }
}

function checkPlace(event: EventDoc, { queued, sealed, ends }: Places, now: Date): void {
  const id = String(event._id);
  const seal = sealed.get(id);
  const hash = seal?.eventHash ?? queued.get(id)?.hash;
  const broken = (why: 'notSealed' | 'replaced' | 'sealWrong'): never => {
    throw new BrokenLink(event.subject, event.seq, id, why);
  };
  if (hash === undefined) broken('notSealed');
  if (hash !== event.hash) broken('replaced');
  if (seal === undefined) {
    if (now.getTime() - queuedSince(event) > MAX_QUEUED_MS) broken('notSealed');
    return;
  }
  if (seal.areaCode !== event.areaCode || seal.seq > (ends.get(areaDayId(seal.day, seal.areaCode)) ?? 0)) {
    broken('sealWrong');
  }
}

/** `at` may lie in the past for records entered with a dated clock; the id holds the moment it was made. */
const queuedSince = ({ _id, at }: EventDoc): number => Math.max(_id.getTimestamp().getTime(), at.getTime());
