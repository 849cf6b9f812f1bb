import type { PlainDate } from '../../core/kit/plain-date.ts';
import { isSilentSince } from '../../core/law/notices.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { markTold, sendsTexts } from '../../platform/outbox/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findComplaint, findComplaints } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { phoneOf, tellComplainant } from './tell-complainant.ts';

const AT_ONCE = 500;

/**
 * Asks once more where a complainant was asked for something and has been silent for some working days: one text
 * message for each question, however often this runs. Who left no phone cannot be reminded, nor anybody where no texts are
 * sent. Answers how many were.
 */
export async function remindSupplements(ctx: Ctx): Promise<number> {
  if (!sendsTexts()) return 0;
  let reminded = 0;
  let after: string | undefined;
  for (;;) {
    const waiting = await findUnanswered(ctx.today, after);
    for (const complaint of waiting) if (await remind(complaint, ctx)) reminded += 1;
    const last = waiting.at(-1);
    if (waiting.length < AT_ONCE || last === undefined) return reminded;
    after = String(last._id);
  }
}

/** Newest first, as `findComplaints` orders them. */
const findUnanswered = (today: PlainDate, after: string | undefined): Promise<ComplaintRecord[]> =>
  findComplaints(
    {
      state: 'supplementing',
      'supplement.askedOn': { $lt: today },
      ...(after === undefined ? {} : { _id: { $lt: after } }),
    },
    AT_ONCE,
  );

async function remind(complaint: ComplaintRecord, ctx: Ctx): Promise<boolean> {
  const { supplement, officeCode } = complaint;
  if (supplement === undefined || phoneOf(complaint) === undefined) return false;
  const calendar = await loadCalendar(officeCode);
  if (!isSilentSince(supplement.askedOn, 'unanswered', ctx.today, calendar)) return false;
  const id = String(complaint._id);
  return inTransaction(async () => {
    // It may have been answered since it was read.
    const now = await findComplaint(id, { state: 'supplementing' });
    if (now === null) return false;
    const key = `supplementReminder:${id}:${supplement.askedOn}`;
    if (!(await markTold([key], ctx)).has(key)) return false;
    await tellComplainant(now, 'complaintSupplementReminder', { receiptNumber: now.receiptNumber }, ctx);
    return true;
  });
}
