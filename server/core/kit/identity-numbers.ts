import { compareDays, dayFromParts, isPlainDate, type PlainDate } from './plain-date.ts';

/** Why a number is refused; the door maps it to a sentence. */
export type NumberFault = 'length' | 'characters' | 'checkDigit' | 'birthDate' | 'birthInFuture';

/** What an 18-digit citizen number says. */
export type CitizenIdFacts = {
  ok: true;
  /** The stored form: a lower-case x at the end becomes X. */
  value: string;
  birthDate: PlainDate;
  sex: 'male' | 'female';
  /** The number begins 81, 82 or 83: a residence permit of Hong Kong, Macao or Taiwan. */
  isResidencePermit: boolean;
};

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Is this a citizen number of 18 characters (GB 11643, MOD 11-2)? The area part is never compared with
 * today's list, because numbers keep the code of the place and year in which they were given.
 * @law VAL-ID
 */
export function checkCitizenId(
  text: string,
  today: PlainDate,
): CitizenIdFacts | { ok: false; fault: NumberFault } {
  const value = text.trim().toUpperCase();
  if (value.length !== 18) return { ok: false, fault: 'length' };
  if (!/^[1-9]\d{16}[\dX]$/u.test(value)) return { ok: false, fault: 'characters' };
  const sum = ID_WEIGHTS.reduce((acc, weight, index) => acc + weight * Number(value[index]), 0);
  if ('10X98765432'.charAt(sum % 11) !== value[17]) return { ok: false, fault: 'checkDigit' };
  const written = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isPlainDate(written)) return { ok: false, fault: 'birthDate' };
  const birth = dayFromParts(
    Number(value.slice(6, 10)),
    Number(value.slice(10, 12)),
    Number(value.slice(12, 14)),
  );
  if (compareDays(birth, today) > 0) return { ok: false, fault: 'birthInFuture' };
  const sex = Number(value[16]) % 2 === 1 ? 'male' : 'female';
  return { ok: true, value, birthDate: birth, sex, isResidencePermit: /^8[123]/u.test(value) };
}

/** Whole years of age on a day: the birthday itself counts. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Is this a unified social credit code (GB 32100-2015)? Letters may stand in any of the first places.
 * @law VAL-USCC
 */
export function checkCreditCode(
  text: string,
): { ok: true; value: string } | { ok: false; fault: NumberFault } {
  const value = text.trim().toUpperCase();
  if (value.length !== 18) return { ok: false, fault: 'length' };
  const places = [...value].map((letter) => CREDIT_ALPHABET.indexOf(letter));
  if (places.includes(-1)) return { ok: false, fault: 'characters' };
  const sum = CREDIT_WEIGHTS.reduce((acc, weight, index) => acc + weight * (places[index] ?? 0), 0);
  if ((31 - (sum % 31)) % 31 !== places[17]) return { ok: false, fault: 'checkDigit' };
  return { ok: true, value };
}

/**
 * Is this the form of a bank card (13–19 digits), and does its Luhn digit agree? A wrong Luhn digit is a
 * warning: some passbook and rural-bank accounts have none, and the bank alone decides.
 * @law VAL-BANK
 */
export function checkBankCard(
  text: string,
): { ok: true; value: string; luhn: boolean } | { ok: false; fault: NumberFault } {
  const value = text.replace(/[\s-]/gu, '');
  if (!/^\d*$/u.test(value)) return { ok: false, fault: 'characters' };
  if (value.length < 13 || value.length > 19) return { ok: false, fault: 'length' };
  const sum = [...value].reverse().reduce((acc, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return acc + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return { ok: true, value, luhn: sum % 10 === 0 };
}

/** Is this a mobile number of mainland China, in the loose form (ranges grow)? */
export function isMobile(text: unknown): text is string {
  return typeof text === 'string' && /^1[3-9]\d{9}$/u.test(text);
}
