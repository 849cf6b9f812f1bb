import mongoose from 'mongoose';

/** Kinds of the driver's and mongoose's errors that say that the store was not there, or went away in the middle. */
const AWAY = new Set([
  'MongoExpiredSessionError',
  'MongoNotConnectedError',
  'MongoOperationTimeoutError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
]);
/** What the driver marks so could be begun again: it was, for as long as that is of use. */
const PASSING = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

/** A line that was cut, in the system's own words: the driver does not give all of them its name … */
const CUT = new Set<unknown>(['ECONNRESET', 'EPIPE', 'ECONNREFUSED']);
/** … and stumbles over one it did not name when it has to decide whether to commit again. */
const STUMBLED = /hasErrorLabel is not a function/u;

/** Of files ENOENT says something else; of a connection, that nobody has put up the store's socket yet. */
function isCut(error: Error): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return CUT.has(code) || (code === 'ENOENT' && syscall === 'connect');
}

/** The store could not be reached, or went away under a question: asking again later helps. */
export function isStoreAway(error: Error): boolean {
  const { MongoError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof MongoError && PASSING.some((label) => error.hasErrorLabel(label))) return true;
  if (AWAY.has(error.name) || isCut(error)) return true;
  if (error instanceof TypeError && STUMBLED.test(error.message)) return true;
  // A batch that was cut off hands on neither the kind nor the marks of what cut it, but it keeps it.
  const within = 'errorResponse' in error ? error.errorResponse : error.cause;
  return within instanceof Error && within !== error && isStoreAway(within);
}
