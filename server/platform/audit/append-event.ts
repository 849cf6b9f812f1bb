import mongoose from 'mongoose';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../context.ts';
import { actorRef } from '../context.ts';
import { demandTransaction, retryWhenTaken } from './transaction-guard.ts';
import { EventQueue, Events } from './event.models.ts';
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
  const last = isNewSubject ? null : await lastOf(event.subject);
  const id = new mongoose.Types.ObjectId();
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
  const hash = eventHash({ id: String(id), ...content });
  await Events.create([{ _id: id, ...content, hash }]).catch(retryWhenTaken);
  const { areaCode, day, at } = content;
  await EventQueue.create([{ _id: id, areaCode, day, at, hash }]);
  noteAppended();
  return { id: String(id), seq: content.seq, hash };
}

/**
 * The first events of many subjects made in this very transaction, in two commands: for jobs that raise thousands of
 * records in one night.
 */
export async function appendFirstEvents(events: readonly NewEvent[], ctx: Ctx): Promise<void> {
  demandTransaction('appendFirstEvents');
  if (events.length === 0) return;
  const day = toShanghaiDay(ctx.now.getTime());
  const common = { seq: 1, day, at: ctx.now, actor: actorRef(ctx.actor), prevHash: GENESIS };
  const docs = events.map(({ facts, ...event }) => {
    const _id = new mongoose.Types.ObjectId();
    const content = { ...common, ...event, facts: storableFacts(facts, ctx.today) };
    return { _id, ...content, hash: eventHash({ id: String(_id), ...content }) };
  });
  await Events.insertMany(docs).catch(retryWhenTaken);
  await EventQueue.insertMany(docs.map(({ _id, areaCode, at, hash }) => ({ _id, areaCode, day, at, hash })));
  noteAppended();
}

const lastOf = (subject: string): Promise<{ seq: number; hash: string } | null> =>
  Events.findOne({ subject }, { seq: 1, hash: 1 }).sort({ seq: -1 }).lean().exec();
