import mongoose from 'mongoose';
import { nextDeadline } from '../../core/law/deadline.ts';
import { currentDue } from '../../core/law/deadline.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { LifeView } from '../../core/contract/lives.ts';
import type { LifeSituation } from '../../core/lives/life-table.ts';
import { OPEN, UNOPENED } from '../../core/lives/life-table.ts';
import { ofOffice } from '../../core/lives/own-periods.ts';
import { AppError } from '../app-error.ts';
import { appendEvent, retryWhenTaken } from '../audit/index.ts';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db.ts';
import { toldFacts } from './given-shape.ts';
import type { LifeKind, NewLife, Reader } from './life-kind.ts';
import type { LifeHistory, LifeRecord } from './life-record.ts';
import { lifeView } from './life-view.ts';
import type { LifeStep } from './take-life-step.ts';
import { takeLifeStep } from './take-life-step.ts';

/** What a use case adds to the bare step. */
export interface LifePlan<Stored> {
  /** Further fields of the record that the step changes. */
  set?: Partial<Stored>;
  /** Further facts of the event: ids, days, sums, codes; nothing anybody wrote. */
  facts?: Record<string, string | number | boolean>;
  /** What else happens in the same transaction: messages, other records. */
  andAlso?: (changed: Stored) => Promise<void>;
}

type Plan<Stored> = (record: Stored, step: LifeStep) => Promise<LifePlan<Stored>> | LifePlan<Stored>;

/** The last day that comes first of those the office has to keep; far away where none runs. */
export function nextDueOf(deadlines: readonly Deadline[]): PlainDate {
  const next = nextDeadline(ofOffice(deadlines));
  return next === undefined ? NEVER_DUE : currentDue(next);
}

/** What the table may look at, as the record stands. */
export async function situationOfLife<Stored extends LifeRecord, Now extends LifeSituation>(
  kind: LifeKind<Stored, Now>,
  record: Stored,
  reader: Reader,
): Promise<Now> {
  const { state, facts, deadlines } = record;
  return { ...(await kind.ground(record, reader)), state, facts, deadlines } as unknown as Now; // ground is Now without these three
}

/** The record as this reader may see it; a feature adds its own fields. */
export async function viewOfLife<Stored extends LifeRecord, Now extends LifeSituation>(
  kind: LifeKind<Stored, Now>,
  record: Stored,
  reader: Reader,
): Promise<LifeView> {
  const now = await situationOfLife(kind, record, reader);
  return lifeView(kind.table, record, { now, roles: kind.roles(record, reader) }, reader);
}

/** The record within these limits, or notFound. */
export async function getLife<Stored extends LifeRecord, Now extends LifeSituation>(
  { model }: LifeKind<Stored, Now>,
  id: string,
  limits: Record<string, unknown>,
): Promise<Stored> {
  const found = await model.findOne({ $and: [{ _id: id }, limits] }).lean();
  if (found === null) throw new AppError('notFound');
  return found as Stored; // lean documents are what the schema wrote
}

/**
 * Opens a record: the step 'open' of its table out of 'unopened', with its first history and event, in one transaction.
 * A second identical request is answered by the door (Idempotency-Key).
 */
export function openLife<Stored extends LifeRecord, Now extends LifeSituation>(
  kind: LifeKind<Stored, Now>,
  fresh: NewLife<Stored>,
  given: unknown,
  ctx: Ctx,
  plan: Plan<Stored> = () => ({}),
): Promise<Stored> {
  return inTransaction(async () => {
    const ground = await kind.ground(fresh, ctx);
    const now = { ...ground, state: UNOPENED, facts: {}, deadlines: [] } as unknown as Now; // ground is Now without these three
    const asked = { table: kind.table, action: OPEN, given, now, roles: kind.roles(fresh, ctx) };
    const step = takeLifeStep(asked, ctx);
    const record = {
      _id: new mongoose.Types.ObjectId(),
      ...fresh,
      ...afterStep(step),
      ...{ openedOn: ctx.today, createdAt: ctx.now, version: 1 },
      history: [historyOf(OPEN, undefined, step, ctx)],
    } as unknown as Stored; // NewLife is Stored without what stands here
    const { set, facts, andAlso } = await plan(record, step);
    const whole = { ...record, ...set };
    // Where only one may be open, two at once meet here: the loser runs again and sees the winner.
    await Promise.resolve(kind.model.create([whole])).catch(retryWhenTaken);
    await finish(kind, whole, { action: OPEN, step, facts, isNew: true }, ctx);
    await andAlso?.(whole);
    return whole;
  });
}

/**
 * One move: open to this reader in this state, saved if nobody was faster, with its periods, its history, its event and
 * whatever else belongs to it in one transaction; 404 beyond the limits, 403, 412, 409 and 422 as everywhere.
 */
export function moveLife<Stored extends LifeRecord, Now extends LifeSituation>(
  kind: LifeKind<Stored, Now>,
  asked: { id: string; action: string; version: number; given: unknown },
  limits: Record<string, unknown>,
  ctx: Ctx,
  plan: Plan<Stored> = () => ({}),
): Promise<Stored> {
  return inTransaction(async () => {
    const { id, action, version, given } = asked;
    const record = await getLife(kind, id, limits);
    const now = await situationOfLife(kind, record, ctx);
    const { lastOn: day, lastBy } = record;
    const step = takeLifeStep(
      {
        ...{ table: kind.table, action, given, now, roles: kind.roles(record, ctx) },
        last: { by: lastBy, on: day },
        notBefore: { day, zh: `不能早于上一步的日期 ${day}`, en: `Not before the step before it, on ${day}` },
        guard: () => {
          if (record.version !== version) throw new AppError('staleVersion');
        },
      },
      ctx,
    );
    const { set, facts, andAlso } = await plan(record, step);
    const { _id, state } = record;
    const change = {
      $set: { ...afterStep(step), ...set },
      $push: { history: historyOf(action, state, step, ctx) },
      $inc: { version: 1 },
    };
    const changed = await kind.model
      .findOneAndUpdate({ _id, state, version }, change, { returnDocument: 'after', runValidators: true })
      .lean();
    if (changed === null) throw new AppError('staleVersion');
    const after = changed as Stored; // what the schema has just written
    await finish(kind, after, { action, from: state, step, facts, isNew: false }, ctx);
    await andAlso?.(after);
    return after;
  });
}

const afterStep = ({ after }: LifeStep): Partial<LifeRecord> => ({
  ...after,
  isOpen: after.closedOn === undefined,
  nextDueOn: after.closedOn === undefined ? nextDueOf(after.deadlines) : NEVER_DUE,
});

function historyOf(
  action: string,
  from: string | undefined,
  { given, after }: LifeStep,
  ctx: Ctx,
): LifeHistory {
  const { actor } = ctx;
  return {
    ...{
      action,
      ...(from === undefined ? {} : { from }),
      to: after.state,
      at: ctx.now,
      on: ctx.today,
      given,
    },
    by: actor.kind === 'user' ? { kind: 'staff', id: actor.userId, name: actor.name } : { kind: 'system' },
  };
}

/** Ties the files of the step to the record and adds the step to its chain. */
async function finish<Stored extends LifeRecord, Now extends LifeSituation>(
  { table, subject: prefix, hold }: LifeKind<Stored, Now>,
  { _id, areaCode, state }: Stored,
  step: {
    action: string;
    from?: string;
    step: LifeStep;
    facts: Record<string, string | number | boolean> | undefined;
    isNew: boolean;
  },
  ctx: Ctx,
): Promise<void> {
  const subject = `${prefix}:${String(_id)}` as const;
  const { given } = step.step;
  const { fileIds } = given;
  if (Array.isArray(fileIds) && fileIds.length > 0) {
    if (hold === undefined) throw new Error(`${prefix} takes no files`);
    await hold(fileIds, subject, ctx);
  }
  const from = step.from === undefined ? {} : { from: step.from };
  const told = toldFacts(table.actions[step.action]?.fields ?? [], given);
  await appendEvent(
    {
      ...{ subject, areaCode, action: `${prefix}.${step.action}` },
      facts: { ...from, to: state, ...told, ...step.facts },
    },
    ctx,
    { isNewSubject: step.isNew },
  );
}
