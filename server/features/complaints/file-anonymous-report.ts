import { randomInt } from 'node:crypto';
import type { ComplaintFiled, FileAnonymousReport } from '../../core/contract/complaint-intake.ts';
import { keyedHash, sameMark } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { filedAnswer, takeIn } from './take-in.ts';

/** Letters and digits that are not taken for one another when they are read out or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

const newTrackingCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');

/** What is kept of a tracking code: it cannot be read back, and serves no other purpose. */
const markOf = (code: string): string => keyedHash('tracking', code.toUpperCase().replace(/[\s-]/gu, ''));

/** Is this the code that was shown with the receipt? Answered in the same time whether it is or not. */
export const isTrackingCode = (code: string, mark: string | undefined): boolean =>
  sameMark(markOf(code), mark ?? markOf(''));

/**
 * A report by somebody who gives no name: who it was is nowhere on record. The tracking code is shown once and follows
 * the report together with the receipt number; a contact, if he leaves one, is sealed.
 * @law INS-9-1
 */
export async function fileAnonymousReport(
  input: FileAnonymousReport,
  ctx: Ctx,
  isAll = false,
): Promise<ComplaintFiled> {
  const { contact, ...given } = input;
  return inTransaction(async () => {
    const trackingCode = newTrackingCode();
    const made = await takeIn(
      {
        content: { ...given, intakeKind: 'REPORT', fileIds: [] },
        channel: 'ONLINE',
        receivedOn: ctx.today,
        complainant: contact === undefined ? {} : { contact },
        trackingMark: markOf(trackingCode),
        isAll,
      },
      input,
      ctx,
    );
    return { ...(await filedAnswer(made, ctx)), trackingCode };
  });
}
