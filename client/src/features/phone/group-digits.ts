/** A receipt number as it is read out over the phone: in groups of four. */
export const groupDigits = (digits: string): string =>
  digits.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');
