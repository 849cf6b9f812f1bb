import { Buffer } from 'node:buffer';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import { maskCitizenId, maskPhone } from '../../core/kit/mask.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { canonicalJson } from './canonical-json.ts';

const MAX_BYTES = 16 * 1024;

/**
 * The facts as they are stored and hashed: JSON values only, undefined left out, at most 16 KB. Events are kept for
 * ever and read by people who may not see whom they are about; a reason typed by hand may still name a phone or a
 * citizen number, so those are masked here for good.
 */
export function storableFacts(facts: Record<string, unknown>, today: PlainDate): Record<string, unknown> {
  const text = canonicalJson(facts);
  if (Buffer.byteLength(text) > MAX_BYTES) throw new TypeError('facts are larger than 16 KB');
  const mask = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? masked(value, today) : value;
  return JSON.parse(text, mask) as Record<string, unknown>; // canonicalJson of a record is a JSON object
}

function masked(text: string, today: PlainDate): string {
  return text
    .replace(/(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/gu, (found) => {
      const checked = checkCitizenId(found, today);
      return checked.ok && /^(?:19|20)/u.test(checked.birthDate) ? maskCitizenId(found) : found;
    })
    .replace(/(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/gu, maskPhone);
}
