import type { ComplaintView } from '../../core/contract/complaints.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { complainantSpokeLast } from './complaint-message.model.ts';
import { findComplaint, markUnread } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { isOwnOffice, visibleLimit } from './complaint-reach.ts';
import { complaintView } from './complaint-view.ts';

/** The complaint, within the reader's limits; throws notFound otherwise. */
export async function getComplaintRecord(id: string, ctx: Ctx): Promise<ComplaintRecord> {
  const complaint = await findComplaint(id, visibleLimit(ctx));
  if (complaint === null) throw new AppError('notFound');
  return complaint;
}

/** One complaint; opened by the office that handles it, what the worker wrote or added counts as read. */
export async function getComplaint(id: string, ctx: Ctx): Promise<ComplaintView> {
  const complaint = await getComplaintRecord(id, ctx);
  const view = await complaintView(complaint, ctx);
  if (!complaint.unread || !isOwnOffice(complaint, ctx)) return view;
  await markUnread(complaint._id, false);
  return { ...view, ...((await complainantSpokeLast(view.id)) && { unreadMessage: true }) };
}
