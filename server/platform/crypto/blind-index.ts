import type { FieldKind } from './field-kinds.ts';

/** HMAC-SHA256 of the normalised value, for equality look-ups only (64 hex digits). */
export function blindIndex(_kind: FieldKind, _value: string): string {
  throw new Error('not built yet');
}
