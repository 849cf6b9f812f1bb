import { randomInt } from 'node:crypto';
import { withCheckDigit } from '../../core/kit/receipt-number.ts';
import { findByCode } from './project.model.ts';

const FIRST = 100_000_000;
const LAST = 999_999_999;

/** Ten digits nobody has yet, the last one a check digit: typed off a board they are right, or known to be wrong. */
export async function drawProjectCode(): Promise<string> {
  for (;;) {
    const code = withCheckDigit(String(randomInt(FIRST, LAST + 1)));
    if ((await findByCode(code)) === null) return code;
  }
}
