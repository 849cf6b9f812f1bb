import { StoreError } from '../lang/errors.ts';
import { success } from '../reply.ts';
import type { Call } from '../engine.ts';
import { isDoc } from '../lang/values.ts';
import { readSession } from '../sessions.ts';
import { breathe } from '../time.ts';
import type { Change } from '../storage.ts';
import type { Transaction } from '../transaction.ts';

const none = (): StoreError =>
  new StoreError(251, 'Transaction is unknown or has been aborted', {
    labels: ['TransientTransactionError'],
  });

/** Applies the transaction in one storage transaction; a second sending is told that it is done. */
export async function commitTransaction(call: Call): Promise<Buffer> {
  const { engine, session } = call;
  const number = session?.txnNumber;
  if (!session || number === undefined)
    throw new StoreError(72, 'commitTransaction needs lsid and txnNumber');
  const transaction = engine.sessions.current(session.id);
  if (transaction?.number !== number || transaction.state === 'aborted') {
    const record = engine.sessions.record(engine.storage, session.id);
    if (record?.txnNumber === number && record.kind === 'transaction') return success({});
    throw none();
  }
  if (transaction.state === 'committing') {
    await transaction.finished;
    return commitTransaction(call);
  }
  transaction.state = 'committing';
  try {
    const changes = await laidOut(transaction);
    await engine.queue.run((view) => {
      // The session may have begun another one meanwhile: its locks are gone.
      if (transaction.state !== 'committing') throw none();
      for (const ns of transaction.marked) {
        const collection = engine.catalog.find(ns);
        if (collection) view.apply(engine.catalog.saved(collection));
      }
      view.apply(changes);
      view.apply([
        engine.sessions.recordChange(session.id, { txnNumber: number, kind: 'transaction', progress: {} }),
      ]);
    });
    transaction.end('committed');
  } catch (error) {
    transaction.end('aborted');
    throw error;
  } finally {
    engine.sessions.forget(session.id, transaction);
  }
  return success({});
}

/** What is to be written, made ready before the storage transaction, which nobody else can work beside. */
async function laidOut(transaction: Transaction): Promise<Change[]> {
  const all: Change[] = [];
  for (const some of transaction.changes()) {
    if (all.length > 0) await breathe();
    all.push(...some);
  }
  return all;
}

export function abortTransaction(call: Call): Buffer {
  const { engine, session } = call;
  const transaction = session && engine.sessions.current(session.id);
  if (transaction?.number !== session?.txnNumber || transaction?.state !== 'open') throw none();
  engine.sessions.abort(session?.id ?? '');
  return success({});
}

export function endSessions(call: Call): Buffer {
  const given = call.body['endSessions'];
  for (const lsid of Array.isArray(given) ? given : []) {
    const part = isDoc(lsid) ? readSession({ lsid }) : undefined;
    if (!part) continue;
    call.engine.sessions.abort(part.id);
    call.engine.cursors.killOfSession(part.id);
  }
  return success({});
}
