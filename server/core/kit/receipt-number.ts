/**
 * Receipts and document numbers are read out over the phone, so they end in a check digit:
 * ISO 7064 MOD 11,10 (one digit, no letter; finds every single wrong digit and most swaps).
 */

/** The check digit for a text of digits. */
export function receiptCheckDigit(digits: string): string {
  if (!/^\d+$/u.test(digits)) throw new TypeError('a receipt number is digits only');
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** The digits with their check digit behind them. */
export function withCheckDigit(digits: string): string {
  return digits + receiptCheckDigit(digits);
}

/** Does the last digit agree with the ones before it? Spaces and hyphens typed in between are ignored. */
export function isReceiptNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/gu, '');
  return /^\d{2,32}$/u.test(digits) && receiptCheckDigit(digits.slice(0, -1)) === digits.slice(-1);
}
