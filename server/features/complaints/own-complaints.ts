import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findByReceipt, findComplaints } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { isTrackingCode } from './file-anonymous-report.ts';
import { ownComplaints } from './own-phone.ts';

const MOST = 200;

/** What was filed from, or registered for, the phone that signed in, newest first. */
export async function listOwnComplaints(ctx: Ctx): Promise<ComplaintRecord[]> {
  return findComplaints(await ownComplaints(ctx), MOST);
}

/** The same, one of it, by its receipt; somebody else's is not found. */
export async function getOwnComplaint(receiptNumber: string, ctx: Ctx): Promise<ComplaintRecord> {
  const own = await findByReceipt(receiptNumber, await ownComplaints(ctx));
  if (own === null) throw new AppError('notFound');
  return own;
}

/** An anonymous report by its number and the code that was shown once; a wrong code is no report. */
export async function getAnonymousReport(
  receiptNumber: string,
  trackingCode: string,
): Promise<ComplaintRecord> {
  const report = await findByReceipt(receiptNumber);
  // The code is compared whether or not there is such a report: the answer's time tells nothing.
  const fits = isTrackingCode(trackingCode, report?.trackingMark);
  if (report === null || !fits) throw new AppError('notFound');
  return report;
}

/** What a receipt may tell a stranger: that there is one, whose office it is, and since when. */
export async function findReceipt(
  receiptNumber: string,
): Promise<Pick<ComplaintRecord, 'receiptNumber' | 'officeCode' | 'receivedOn'> | null> {
  const found = await findByReceipt(receiptNumber);
  if (found === null) return null;
  const { officeCode, receivedOn } = found;
  return { receiptNumber, officeCode, receivedOn };
}
