import { AsyncLocalStorage } from 'node:async_hooks';
import { MongoTransactionError } from 'mongodb';

/** One run of a transaction's work: a write conflict begins another. */
export interface Attempt {
  before: (() => Promise<void>)[];
  after: (() => void)[];
  notes: Map<object, unknown>;
  /** Its work has come to an end, one way or the other; a part of it nobody waits for may still be running. */
  hasEnded: boolean;
}

/** The attempt whose work asks. */
export const attempts = new AsyncLocalStorage<Attempt>();

export async function attemptOnce<Result>(work: (attempt: Attempt) => Promise<Result>): Promise<Result> {
  const attempt: Attempt = { before: [], after: [], notes: new Map(), hasEnded: false };
  try {
    return await attempts.run(attempt, work, attempt);
  } finally {
    attempt.hasEnded = true;
  }
}

export const endedBefore = (): Error =>
  new MongoTransactionError('The transaction this belonged to has ended');
