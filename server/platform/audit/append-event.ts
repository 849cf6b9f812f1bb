import mongoose from 'mongoose';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../context.ts';
import { actorRef } from '../context.ts';
import { notedInTransaction } from '../db.ts';
import { insertLast } from '../insert-checked.ts';
import { demandTransaction } from './transaction-guard.ts';
import { checkForm, EventQueue, Events } from './event.models.ts';
import { storableFacts } from './facts.ts';
import { eventHash, GENESIS } from './links.ts';
import { noteAppended } from './sealer.ts';

export interface NewEvent {
  /** Whose chain it is: `user:<id>`, `area:532601`, `job:<name>`. */
  subject: `${string}:${string}`;
  areaCode: string;
  /** `<thing>.<what was done>`, e.g. 'user.disabled'. */
  action: string;
  /** JSON values only, never personal data. */
  facts: Record<string, unknown>;
}

export interface AppendedEvent {
  id: string;
  seq: number;
  hash: string;
}

interface Link {
  seq: number;
  hash: string;
}

/** The last links this transaction has added: nobody else can follow them before it has ended. */
const ownLinks = notedInTransaction(() => new Map<string, Link>());

/**
 * Adds an event to its subject's chain, in the caller's transaction: the change and its record stand or fall
 * together. Two at once for one subject want the same place; one of the transactions is then run again. Of a subject
 * made in this very transaction nothing has to be looked up.
 */
export async function appendEvent(
  event: NewEvent,
  ctx: Ctx,
  { isNewSubject }: { isNewSubject: boolean } = { isNewSubject: false },
): Promise<AppendedEvent> {
  demandTransaction('appendEvent');
  const links = await linksOf(isNewSubject ? [] : [event.subject]);
  const linked = linkOf(event, links, ctx);
  await insert([linked]);
  return { id: String(linked._id), seq: linked.seq, hash: linked.hash };
}

/** The same of many events, in their order: for rosters and payrolls that come in by the team. */
export async function appendEvents(events: readonly NewEvent[], ctx: Ctx): Promise<void> {
  demandTransaction('appendEvents');
  const links = await linksOf(events.map(({ subject }) => subject));
  await insertLinked(events, links, ctx);
}

/**
 * The first events of many subjects made in this very transaction: for jobs that raise thousands of records in one
 * night.
 */
export async function appendFirstEvents(events: readonly NewEvent[], ctx: Ctx): Promise<void> {
  demandTransaction('appendFirstEvents');
  await insertLinked(events, await linksOf([]), ctx);
}

async function insertLinked(events: readonly NewEvent[], links: Map<string, Link>, ctx: Ctx): Promise<void> {
  const linked = events.map((event) => linkOf(event, links, ctx));
  if (linked.length > 0) await insert(linked);
}

type Linked = ReturnType<typeof linkOf>;

/** Written as they are: checked here, because building a document of each costs more than all the rest of it. */
async function insert(linked: readonly Linked[]): Promise<void> {
  for (const event of linked) checkForm(event);
  await insertLast(Events, linked);
  await insertLast(EventQueue, linked.map(queued));
  noteAppended();
}

/** The last links known, with those of these subjects; a subject without any has no event yet. */
async function linksOf(subjects: readonly string[]): Promise<Map<string, Link>> {
  const links = ownLinks() ?? new Map<string, Link>();
  for (const subject of new Set(subjects)) {
    if (links.has(subject)) continue;
    const last = await Events.findOne({ subject }, { seq: 1, hash: 1 }).sort({ seq: -1 }).lean();
    // Another event of this transaction may have come meanwhile.
    if (last !== null && !links.has(subject)) links.set(subject, { seq: last.seq, hash: last.hash });
  }
  return links;
}

function linkOf(event: NewEvent, links: Map<string, Link>, ctx: Ctx) {
  const last = links.get(event.subject);
  const _id = new mongoose.Types.ObjectId();
  const content = {
    subject: event.subject,
    seq: (last?.seq ?? 0) + 1,
    areaCode: event.areaCode,
    day: toShanghaiDay(ctx.now.getTime()),
    at: ctx.now,
    actor: actorRef(ctx.actor),
    action: event.action,
    facts: storableFacts(event.facts, ctx.today),
    prevHash: last?.hash ?? GENESIS,
  };
  const hash = eventHash({ id: String(_id), ...content });
  links.set(event.subject, { seq: content.seq, hash });
  return { _id, ...content, hash };
}

const queued = ({ _id, areaCode, day, at, hash }: Linked) => ({
  ...{ _id, areaCode, day, at, hash },
});
