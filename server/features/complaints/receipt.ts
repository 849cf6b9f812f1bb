import { withCheckDigit } from '../../core/kit/receipt-number.ts';
import { isSignedText, signText } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { hasComplaint } from './complaint-queries.model.ts';
import { drawRunningNumber } from './receipt-counter.model.ts';

const RUNNING_DIGITS = 5;

/** What was drawn for a submission, so that a transaction that runs again uses it again. */
const drawn = new WeakMap<Ctx, WeakMap<object, string>>();

/**
 * The number of a new receipt: office, year, running number and a check digit (ISO 7064), to be read out over the
 * phone. `submission` is the object that was sent: the same one in the same context draws once, until it is used.
 * @example 532601 2026 00017 and its check digit
 */
export async function newReceiptNumber(officeCode: string, submission: object, ctx: Ctx): Promise<string> {
  const known = drawn.get(ctx) ?? new WeakMap<object, string>();
  drawn.set(ctx, known);
  const before = known.get(submission);
  if (
    before !== undefined &&
    before.startsWith(officeCode) &&
    !(await hasComplaint({ receiptNumber: before }))
  )
    return before;
  const front = `${officeCode}${ctx.today.slice(0, 4)}`;
  const running = String(await drawRunningNumber(front)).padStart(RUNNING_DIGITS, '0');
  const number = withCheckDigit(`${front}${running}`);
  known.set(submission, number);
  return number;
}

const PURPOSE = 'receipt';

/** What the QR of a receipt holds: a stranger can check that it is ours and learns nothing else. */
export const receiptPath = (receiptNumber: string): string =>
  `/r/${receiptNumber}?s=${signText(PURPOSE, receiptNumber)}`;

/** Did this installation sign this receipt? */
export const isReceiptSignature = (receiptNumber: string, signature: string): boolean =>
  isSignedText(PURPOSE, receiptNumber, signature);
