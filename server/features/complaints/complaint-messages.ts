import type { MessageView, WriteMessage } from '../../core/contract/complaint-moves.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { fileViews } from '../files/index.ts';
import { attachFiles } from './attach-files.ts';
import { findMessages, insertMessage } from './complaint-message.model.ts';
import type { MessageRecord } from './complaint-message.model.ts';
import { markUnread, setFiles } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { isOwnOffice } from './complaint-reach.ts';
import { getComplaintRecord } from './get-complaint.ts';
import { mayKnowComplainant, unnamed } from './identity.ts';
import { getOwnComplaint } from './own-complaints.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';
import { tellComplainant } from './tell-complainant.ts';

type For = 'complainant' | 'office' | 'officeWithoutNames';

async function messageView(message: MessageRecord, reader: For): Promise<MessageView> {
  const { _id, from, byName, text, fileIds, at, isNotice } = message;
  const files = await fileViews(fileIds);
  return {
    id: String(_id),
    from,
    ...(reader === 'complainant' || byName === undefined ? {} : { byName }),
    ...(isNotice === true ? { isNotice } : {}),
    text,
    files: reader === 'office' ? files : files.map((file) => ({ ...file, uploadedBy: '' })),
    at: at.toISOString(),
  };
}

/** Everything said about a complaint; opened by the office that handles it, it counts as read. */
export async function listMessages(id: string, ctx: Ctx): Promise<Page<MessageView>> {
  const complaint = await getComplaintRecord(id, ctx);
  if (complaint.unread && isOwnOffice(complaint, ctx)) await markUnread(complaint._id, false);
  const reader = (await mayKnowComplainant(complaint, ctx)) ? 'office' : 'officeWithoutNames';
  const items = await viewsOf(id, reader);
  return { items, nextCursor: null, total: items.length };
}

/** The same for the complainant himself: staff have no names here, and files no uploader. */
export const complainantMessages = (id: string): Promise<MessageView[]> => viewsOf(id, 'complainant');

async function viewsOf(id: string, reader: For): Promise<MessageView[]> {
  return Promise.all((await findMessages(id)).map((message) => messageView(message, reader)));
}

/** The office writes to the complainant, who is told by text message that there is something to read. */
export async function writeMessage(id: string, input: WriteMessage, ctx: Ctx): Promise<MessageView> {
  return inTransaction(async () => {
    const complaint = await getComplaintRecord(id, ctx);
    const made = await put(complaint, input, ctx, false);
    const { receiptNumber } = complaint;
    // One text message a day is enough to make somebody look.
    await tellComplainant(complaint, 'complaintMessage', { receiptNumber }, ctx, ctx.today);
    const known = await mayKnowComplainant(complaint, ctx);
    return messageView(made, known ? 'office' : 'officeWithoutNames');
  });
}

/** What the office told the complainant of a decision stays in the thread, where it can be read again. */
export async function keepNotice(
  complaintId: string,
  text: string,
  { now }: Pick<Ctx, 'now'>,
): Promise<void> {
  await insertMessage({ complaintId, from: 'office', isNotice: true, text, fileIds: [], at: now });
}

/** The complainant writes to the office, whose queue then marks the complaint as unread. */
export async function writeOwnMessage(
  receiptNumber: string,
  input: WriteMessage,
  ctx: Ctx,
): Promise<MessageView> {
  return inTransaction(async () => {
    const complaint = await getOwnComplaint(receiptNumber, ctx);
    if (!complaint.open) throw new AppError('conflict', { state: complaint.state });
    const made = await put(complaint, input, ctx, true);
    await markUnread(complaint._id, true);
    return messageView(made, 'complainant');
  });
}

async function put(
  complaint: ComplaintRecord,
  { text, fileIds }: WriteMessage,
  ctx: Ctx,
  isComplainant: boolean,
): Promise<MessageRecord> {
  const by =
    isComplainant || ctx.actor.kind !== 'user' ? {} : { byUserId: ctx.actor.userId, byName: ctx.actor.name };
  const from = isComplainant ? ('complainant' as const) : ('office' as const);
  if (fileIds.length > 0) {
    const all = await attachFiles(complaint, fileIds, ctx, isComplainant);
    await setFiles(complaint._id, all.fileIds);
  }
  const complaintId = String(complaint._id);
  const made = await insertMessage({ complaintId, from, ...by, text, fileIds, at: ctx.now });
  const facts = { from, files: fileIds.length };
  await recordComplaintEvent(complaint, 'message', facts, unnamed(complaint, ctx, isComplainant));
  tellOffices(complaint);
  return made;
}
