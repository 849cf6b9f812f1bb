import { Int32 } from 'bson';
import { StoreError } from '../lang/errors.ts';
import { wholeNumber } from '../lang/numbers.ts';
import { isDoc } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { Blocked } from '../locks.ts';
import { asInt, success } from '../reply.ts';
import { breathe, ticks } from '../time.ts';
import type { Target } from '../documents.ts';
import type { Call } from '../engine.ts';
import type { Doc, Value } from '../lang/values.ts';

/** How far a write command has come; kept with the session, so that a second sending goes on or answers the same. */
export interface Progress {
  next: number;
  finished: boolean;
  n: number;
  nModified: number;
  upserted: Doc[];
  writeErrors: Doc[];
}

/** One statement: `one` does it at a stroke; with `find` and `each` it is done match by match. */
export interface Statement {
  one(target: Target, progress: Progress): void;
  find?: () => Promise<Buffer[]>;
  each?: (target: Target, docKey: Buffer, progress: Progress) => void;
}

const STEP_MS = 8;

const fresh = (): Progress => ({
  next: 0,
  finished: false,
  n: 0,
  nModified: 0,
  upserted: [],
  writeErrors: [],
});
const copyOf = (progress: Progress): Progress => ({
  ...progress,
  upserted: [...progress.upserted],
  writeErrors: [...progress.writeErrors],
});

/** Runs the statements of a command on one collection and answers when all of them are durable. */
export async function runStatements(call: Call, name: string, statements: Statement[]): Promise<Buffer> {
  call.transaction?.touched.add(`${call.db}.${name}`);
  const { n, nModified, upserted, writeErrors } = await carryOut(call, statements);
  return success({
    n: asInt(n),
    ...(call.command === 'update' ? { nModified: asInt(nModified) } : {}),
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
  });
}

/** In order, many to a commit; an error of one of them ends its transaction. */
export async function carryOut(call: Call, statements: Statement[]): Promise<Progress> {
  const ordered = args.flag(call.body, 'ordered', true);
  let progress = fresh();
  while (!progress.finished) {
    const many = statements[progress.next];
    if (many?.find && many.each) progress = await runMany(call, many, progress, ordered, statements.length);
    else progress = await step(call, progress, (target, at) => runSingles(target, at, statements, ordered));
    if (!progress.finished) await turn(call);
  }
  if (call.transaction && progress.writeErrors.length > 0) call.engine.sessions.abort(call.session?.id ?? '');
  return progress;
}

/** A plain write waits for its commit; in a transaction the steps would follow each other and nobody else be served. */
const turn = ({ transaction }: Call): Promise<void> | undefined => (transaction ? breathe() : undefined);

/** One storage transaction's worth of work; what came of it is stored beside it when the write can be retried. */
async function step(
  call: Call,
  before: Progress,
  work: (target: Target, progress: Progress) => Blocked | undefined,
): Promise<Progress> {
  const { session, engine, transaction } = call;
  const txnNumber = transaction ? undefined : session?.txnNumber;
  const { after, blocked } = await engine.write(call, (target) => {
    const record =
      session && txnNumber !== undefined
        ? engine.sessions.recordFor(target, session.id, txnNumber)
        : undefined;
    const known = record && fromDoc(record.progress);
    if (known?.finished) return { after: known, blocked: undefined };
    const progress = copyOf(known ?? before);
    const met = work(target, progress);
    if (session && txnNumber !== undefined) {
      target.apply([
        engine.sessions.recordChange(session.id, { txnNumber, kind: 'write', progress: toDoc(progress) }),
      ]);
    }
    return { after: progress, blocked: met };
  });
  if (blocked) await engine.waitUnblocked(blocked);
  return after;
}

function runSingles(
  target: Target,
  progress: Progress,
  statements: Statement[],
  ordered: boolean,
): Blocked | undefined {
  const end = ticks() + STEP_MS;
  let first = true;
  while (progress.next < statements.length && !progress.finished) {
    const statement = statements[progress.next];
    if (!statement || statement.find || (!first && ticks() > end)) return undefined;
    first = false;
    try {
      statement.one(target, progress);
      progress.next++;
    } catch (error) {
      if (error instanceof Blocked) return error;
      noteError(error, progress, ordered);
    }
  }
  progress.finished ||= progress.next >= statements.length;
  return undefined;
}

async function runMany(
  call: Call,
  statement: Statement,
  before: Progress,
  ordered: boolean,
  total: number,
): Promise<Progress> {
  let progress = before;
  const keys = (await statement.find?.()) ?? [];
  const start = progress.n;
  for (let at = 0; at < keys.length && progress.next === before.next;) {
    let reached = at;
    progress = await step(call, progress, (target, now) => {
      const end = ticks() + STEP_MS;
      for (reached = at; reached < keys.length && (reached === at || ticks() < end); reached++) {
        try {
          statement.each?.(target, keys[reached] as Buffer, now); // reached < length
        } catch (error) {
          if (error instanceof Blocked) return error;
          noteError(error, now, ordered);
          return undefined;
        }
      }
      return undefined;
    });
    at = reached;
    if (at < keys.length) await turn(call);
  }
  if (progress.next !== before.next)
    return { ...progress, finished: progress.finished || progress.next >= total };
  const none = progress.n === start;
  return step(call, progress, (target, now) => {
    try {
      if (none) statement.one(target, now);
      now.next++;
    } catch (error) {
      if (error instanceof Blocked) return error;
      noteError(error, now, ordered);
    }
    now.finished ||= now.next >= total;
    return undefined;
  });
}

/** An error of one statement goes into the reply; anything else, and a conflict, ends the command. */
function noteError(error: unknown, progress: Progress, ordered: boolean): void {
  if (!(error instanceof StoreError) || error.code === 112 || error.code === 257) throw error;
  progress.writeErrors.push({
    index: new Int32(progress.next),
    code: new Int32(error.code),
    errmsg: error.message,
    // `extra` is typed as any document; it only ever holds values of the store.
    ...(error.extra ?? {}),
  });
  progress.next++;
  if (ordered) progress.finished = true;
}

const toDoc = ({ next, finished, n, nModified, upserted, writeErrors }: Progress): Doc => ({
  next: new Int32(next),
  finished,
  n: new Int32(n),
  nModified: new Int32(nModified),
  upserted,
  writeErrors,
});

const numberIn = (value: Value): number => wholeNumber(value) ?? 0;
const listIn = (value: Value): Doc[] => (Array.isArray(value) ? value.filter(isDoc) : []);

const fromDoc = (doc: Doc): Progress => ({
  next: numberIn(doc['next']),
  finished: doc['finished'] === true,
  n: numberIn(doc['n']),
  nModified: numberIn(doc['nModified']),
  upserted: listIn(doc['upserted']),
  writeErrors: listIn(doc['writeErrors']),
});
