import { createHash } from 'node:crypto';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { inBatches } from './broken-link.ts';
import type { AreaDay, DailyRoot, EventDoc, EventSeal } from './event.models.ts';
import { AreaDays, DailyRoots, EventKeys, Events, EventSeals } from './event.models.ts';
import { publicKeyId, publicKeyPem } from './signing-key.ts';

/** Named in the first line; a reader that does not know it stops. */
export const CHAIN_FILE_FORMAT = 'anxin-audit-1';

export interface ChainFileQuery {
  from: PlainDate;
  to: PlainDate;
  /** Limits what is read to areas, as a filter on `areaCode`. */
  areas: Record<string, unknown>;
  /** `user` or `user.disabled`: of other events the file holds the hash alone, so that the chain stays whole. */
  action?: string;
  subject?: string;
}

export type ChainLine = { kind: string } & Record<string, unknown>;

/** After each day: for who waits. */
export type DayDone = (day: string, events: number) => void;

/**
 * The record of a period as JSON Lines that anybody can verify without us: per day every seal of the asked areas in its
 * order with the event it seals, then the day's signed root; the public keys first, a checksum of all lines last. A day is
 * the one under whose root an event is sealed, which for a late one is the day after. Reads in index order, a batch in
 * memory at a time.
 */
export async function* chainFile(
  query: ChainFileQuery,
  head: Record<string, unknown>,
  done: DayDone = () => undefined,
): AsyncGenerator<string> {
  const sum = createHash('sha256');
  const counts = { events: 0, seals: 0, roots: 0 };
  for await (const line of linesOf(query, head, done)) {
    if (line.kind === 'seal') counts.seals += 1;
    if (line.kind === 'seal' && 'event' in line) counts.events += 1;
    if (line.kind === 'root') counts.roots += 1;
    const text = `${JSON.stringify(line)}\n`;
    sum.update(text);
    yield text;
  }
  yield `${JSON.stringify({ kind: 'end', ...counts, sha256: sum.digest('hex') })}\n`;
}

async function* linesOf(
  query: ChainFileQuery,
  head: Record<string, unknown>,
  done: DayDone,
): AsyncGenerator<ChainLine> {
  const { from, to, action, subject } = query;
  const isWhole = action === undefined && subject === undefined;
  yield { kind: 'head', format: CHAIN_FILE_FORMAT, from, to, ...head, action, subject, isWhole };
  yield { kind: 'key', keyId: publicKeyId(), publicKeyPem: publicKeyPem() };
  for (const { _id: keyId, publicKeyPem: pem } of await EventKeys.find({
    _id: { $ne: publicKeyId() },
  }).lean())
    yield { kind: 'key', keyId, publicKeyPem: pem };
  let after: PlainDate | undefined;
  const roots = DailyRoots.find({ _id: { $gte: from, $lte: to } })
    .sort({ _id: 1 })
    .lean()
    .cursor();
  for await (const root of roots as AsyncIterable<DailyRoot>) {
    yield* sealsOf({ $eq: root._id }, query, done);
    const { _id: day, ...rest } = root;
    yield { kind: 'root', day, ...rest };
    after = day;
  }
  yield* sealsOf(after === undefined ? { $gte: from, $lte: to } : { $gt: after, $lte: to }, query, done); // not signed yet
}

/** Index: eventDays {day, areaCode}; eventSeals {day, areaCode, seq}. */
async function* sealsOf(
  days: Record<string, PlainDate>,
  query: ChainFileQuery,
  done: DayDone,
): AsyncGenerator<ChainLine> {
  const cursor = AreaDays.find({ $and: [{ day: days }, query.areas] })
    .sort({ day: 1, areaCode: 1 })
    .lean()
    .cursor({ batchSize: 200 });
  for await (const { day, areaCode, events } of cursor as AsyncIterable<AreaDay>) {
    // What is sealed while this is read comes into a later file.
    const seals = EventSeals.find({ day, areaCode, seq: { $lte: events } })
      .sort({ seq: 1 })
      .lean()
      .cursor({ batchSize: 500 });
    for await (const batch of inBatches<EventSeal>(seals)) yield* withEvents(batch, query);
    done(day, events);
  }
}

async function* withEvents(
  batch: EventSeal[],
  { action, subject }: ChainFileQuery,
): AsyncGenerator<ChainLine> {
  const rows = await Events.find({ _id: { $in: batch.map(({ eventId }) => eventId) } }).lean();
  const eventOf = new Map(rows.map((event) => [String(event._id), event as EventDoc])); // lean documents of this model
  const isAsked = (event: EventDoc): boolean =>
    (subject === undefined || event.subject === subject) &&
    (action === undefined || event.action === action || event.action.startsWith(`${action}.`));
  for (const { areaCode, day, seq, eventId, eventHash, prevHash, hash } of batch) {
    const seal = { areaCode, day, seq, eventId: String(eventId), eventHash, prevHash, hash };
    const event = eventOf.get(seal.eventId);
    yield {
      kind: 'seal',
      ...seal,
      ...(event !== undefined && isAsked(event) ? { event: asWritten(event) } : {}),
    };
  }
}

/** All that its hash covers. */
const asWritten = ({ subject, seq, areaCode, day, at, actor, action, facts, prevHash }: EventDoc) => ({
  ...{ subject, seq, areaCode, day, at: at.toISOString(), actor, action, facts, prevHash },
});
