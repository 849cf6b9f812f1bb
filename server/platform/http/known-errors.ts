import mongoose from 'mongoose';
import { AppError } from '../app-error.ts';
import { STORE_FULL } from '../store-full.ts';

/** Faults of the body reader (http-errors of Express) by their `type`. */
const BODY_FAULTS = {
  'entity.parse.failed': 'malformedJson',
  'entity.too.large': 'bodyTooLarge',
  'encoding.unsupported': 'wrongContentType',
  'charset.unsupported': 'wrongContentType',
  'request.aborted': 'requestTimeout',
  'request.size.invalid': 'malformedJson',
} as const;

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

function isStoreAway(error: Error): boolean {
  const { MongoError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof MongoError && PASSING.some((label) => error.hasErrorLabel(label))) return true;
  if (AWAY.has(error.name) || isCut(error)) return true;
  if (error instanceof TypeError && STUMBLED.test(error.message)) return true;
  // A batch that was cut off hands on neither the kind nor the marks of what cut it, but it keeps it.
  const within = 'errorResponse' in error ? error.errorResponse : error.cause;
  return within instanceof Error && within !== error && isStoreAway(within);
}

const STORE_BACK_S = 3;

/** No space, no more of it for this account, or a file as large as it may be. */
const DISK_FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'EFBIG', STORE_FULL]);

const KB = 1024;
const sizeText = (bytes: number): string =>
  bytes >= KB * KB ? `${String(Math.round(bytes / KB / KB))} MB` : `${String(Math.round(bytes / KB))} KB`;

/** Turns what libraries throw into our codes; what nobody foresaw stays `internal`. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return new AppError('internal');
  const { type, code, limit, status } = error as Error & {
    type?: string;
    code?: unknown;
    limit?: number;
    status?: number;
  };
  if (type !== undefined && type in BODY_FAULTS) {
    const known = BODY_FAULTS[type as keyof typeof BODY_FAULTS]; // `in` has just checked it
    if (known === 'bodyTooLarge') return new AppError(known, { limit: sizeText(limit ?? 0) });
    return new AppError(known, known === 'wrongContentType' ? { accepted: 'application/json' } : {});
  }
  if (error instanceof URIError || status === 400) return new AppError('malformedJson');
  if (DISK_FULL.has(code)) return new AppError('diskFull');
  if (isStoreAway(error)) return new AppError('storeUnavailable', { retryAfter: STORE_BACK_S });
  return new AppError('internal');
}
