import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { insertMessage } from './complaint-message.model.ts';
import { markUnread } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';

/** What the channel a complaint came by says of it later lies with its messages, and the office's queue shows it unread. */
export async function noteFromChannel(
  complaint: ComplaintRecord,
  notes: readonly string[],
  ctx: Ctx,
): Promise<void> {
  await inTransaction(async () => {
    const complaintId = String(complaint._id);
    for (const text of notes)
      await insertMessage({ complaintId, from: 'complainant', text, fileIds: [], at: ctx.now });
    await markUnread(complaint._id, true);
    await recordComplaintEvent(complaint, 'message', { from: 'channel', files: 0 }, ctx);
    tellOffices(complaint);
  });
}
