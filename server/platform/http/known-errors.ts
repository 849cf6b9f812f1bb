import mongoose from 'mongoose';
import { AppError } from '../app-error.ts';

/** Faults of the body reader (http-errors of Express) by their `type`. */
const BODY_FAULTS = {
  'entity.parse.failed': 'malformedJson',
  'entity.too.large': 'bodyTooLarge',
  'encoding.unsupported': 'wrongContentType',
  'charset.unsupported': 'wrongContentType',
  'request.aborted': 'requestTimeout',
  'request.size.invalid': 'malformedJson',
} as const;

const isStoreAway = (error: Error): boolean =>
  error instanceof mongoose.mongo.MongoNetworkError ||
  error instanceof mongoose.mongo.MongoServerSelectionError ||
  error.name === 'MongoosePoolClearedError' ||
  error.name === 'MongoNotConnectedError';

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
  if (isStoreAway(error)) return new AppError('storeUnavailable');
  if (code === 'ENOSPC' || code === 14031) return new AppError('diskFull');
  return new AppError('internal');
}
