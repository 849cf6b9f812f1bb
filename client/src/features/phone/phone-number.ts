/** Digits only: people type spaces and dashes, and phones paste +86. */
export function digitsOf(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

export type NumberFault = 'short' | 'long' | 'notMobile';

/** What to look at again, before anything is sent; null when it can be a mobile number. */
export function numberFault(typed: string): NumberFault | null {
  const digits = digitsOf(typed);
  if (digits.length < 11) return 'short';
  if (digits.length > 11) return 'long';
  return /^1[3-9]/.test(digits) ? null : 'notMobile';
}
