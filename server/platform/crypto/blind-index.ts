import { createHmac } from 'node:crypto';
import type { FieldKind } from './field-kinds.ts';
import { normaliseField } from './field-kinds.ts';
import { keyRing } from './field-keys.ts';

/**
 * HMAC (SHA-256, or SM3 with a key of the SM suite) of the normalised value, for equality look-ups only (64 hex digits).
 * The kind is part of the text and the collection is not: the same phone of a user and of a worker gives the same index,
 * which is how doubles are found.
 */
export function blindIndex(kind: FieldKind, value: string): string {
  const normal = normaliseField(kind, value);
  if (normal === '') throw new Error(`A ${kind} without content has no blind index`);
  const { blindHash, blindIndexKey } = keyRing();
  return createHmac(blindHash, blindIndexKey).update(`${kind}:${normal}`, 'utf8').digest('hex');
}
