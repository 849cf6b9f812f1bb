import { maskBankCard, maskCitizenId, maskName, maskPhone } from '../../core/kit/mask.ts';

export type FieldKind = 'phone' | 'citizenId' | 'bankCard' | 'email' | 'name' | 'text';

/** Keeps the first letter and the domain: zhang@example.cn → z****@example.cn. */
function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '****' : `${[...address][0]}****${address.slice(at)}`;
}

/** `normalise` gives the one form in which equal values are equal; `mask` the form that may leave the server. */
const KINDS = {
  phone: {
    normalise: (text) => text.replace(/[\s()-]/gu, '').replace(/^(?:\+|00)86/u, ''),
    mask: maskPhone,
  },
  citizenId: { normalise: (text) => text.replace(/\s/gu, '').toUpperCase(), mask: maskCitizenId },
  bankCard: { normalise: (text) => text.replace(/\D/gu, ''), mask: maskBankCard },
  email: { normalise: (text) => text.toLowerCase(), mask: maskEmail },
  name: { normalise: (text) => text.replace(/[\s·•]/gu, ''), mask: maskName },
  // Free text has no part that is safe to show, and its length says something too.
  text: { normalise: (text) => text, mask: () => '****' },
} as const satisfies Record<FieldKind, { normalise(text: string): string; mask(text: string): string }>;

/** The form that is compared: full-width letters and digits become plain ones first (NFKC). */
export function normaliseField(kind: FieldKind, value: string): string {
  return KINDS[kind].normalise(value.normalize('NFKC').trim());
}

/** The form in which a value of this kind may leave the server. */
export function maskField(kind: FieldKind, value: string): string {
  return KINDS[kind].mask(value);
}
