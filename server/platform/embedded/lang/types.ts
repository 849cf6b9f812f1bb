import type { Binary, BSONRegExp, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** Numbers keep the BSON type they were sent with: 1 and 1.0 are equal, but not the same bytes. */
export type NumberValue = Int32 | Double | Long;

export type Value =
  | null
  | undefined
  | boolean
  | string
  | NumberValue
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | Doc
  | Value[];

/** A document in its own key order. A key holding `undefined` never occurs in a parsed document. */
export interface Doc {
  [key: string]: Value;
}
