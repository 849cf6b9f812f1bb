import type { Document } from 'bson';

/** The error codes of MongoDB this store answers with, and their names on the wire. */
const CODE_NAMES: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  8: 'UnknownError',
  9: 'FailedToParse',
  11: 'UserNotFound',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  18: 'AuthenticationFailed',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  55: 'InvalidDBRef',
  56: 'EmptyFieldName',
  57: 'DottedFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  117: 'ConflictingOperationInProgress',
  146: 'ExceededMemoryLimit',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  206: 'NoSuchSession',
  225: 'TransactionTooOld',
  238: 'NotImplemented',
  246: 'SnapshotUnavailable',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  334: 'UnsupportedFormat',
  10003: 'CannotGrowDocumentInCappedNamespace',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
  11601: 'Interrupted',
  14031: 'OutOfDiskSpace',
};

/** A refusal as MongoDB would word it: a code, its name, a sentence, and what else the reply carries. */
export class StoreError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly labels?: string[];
  readonly extra?: Document;

  constructor(code: number, message: string, more: { labels?: string[]; extra?: Document } = {}) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
    this.codeName = CODE_NAMES[code] ?? `Location${code}`;
    if (more.labels) this.labels = more.labels;
    if (more.extra) this.extra = more.extra;
  }
}

export const badValue = (message: string): StoreError => new StoreError(2, message);
export const cannotParse = (message: string): StoreError => new StoreError(9, message);
export const wrongType = (message: string): StoreError => new StoreError(14, message);
