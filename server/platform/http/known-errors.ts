import { AppError } from '../app-error.ts';
import { isStoreAway } from '../store-away.ts';
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
