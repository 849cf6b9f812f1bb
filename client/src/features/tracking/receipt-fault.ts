import { isReceiptNumber } from '../../../../server/core/kit/receipt-number.ts';

/** Office 6, year 4, running number 5 and more, check digit. */
const LENGTH = 16;

export type ReceiptFault = 'short' | 'wrong';

/** Said at once when all digits are there and cannot be right; a number still being typed is left in peace. */
export function receiptFault(digits: string, finished: boolean): ReceiptFault | null {
  if (digits.length < LENGTH) return finished ? 'short' : null;
  return isReceiptNumber(digits) ? null : 'wrong';
}
