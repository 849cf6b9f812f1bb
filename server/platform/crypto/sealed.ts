/** How an encrypted value lies in the store: AES-256-GCM, `box` = base64 of iv (12), tag (16) and ciphertext. */
export interface Sealed {
  keyId: string;
  box: string;
}
/** Where a value belongs; bound into the ciphertext, so that a value copied to another place does not open. */
export interface FieldPlace {
  collection: string;
  field: string;
  id: string;
}
export class SealedFieldError extends Error {}

export function seal(_value: string, _place: FieldPlace): Sealed {
  throw new Error('not built yet');
}
export function open(_sealed: Sealed, _place: FieldPlace): string {
  throw new Error('not built yet');
}
