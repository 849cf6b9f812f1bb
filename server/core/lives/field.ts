import type { Words } from '../alerts/rule.ts';

/** What a value is: the input that is drawn, and what the server takes. `fen` is money in whole fen. */
export type FieldKind = 'day' | 'fen' | 'count' | 'text' | 'choice' | 'yes' | 'files' | 'fileNumber';

export type FieldValue = string | number | boolean | string[];

/** One thing asked for with an action: drawn by the client and checked by the server from the same line. */
export interface FieldSpec {
  readonly name: string;
  readonly label: Words;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** The answers of a choice. */
  readonly choices?: readonly { readonly value: string; readonly label: Words }[];
  /** Longest text, most files, or highest count. */
  readonly most?: number;
  /** A day not after today: what has happened. Otherwise a day to come is allowed. */
  readonly isPast?: true;
  readonly hint?: Words;
}
