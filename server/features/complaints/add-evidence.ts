import type { AddEvidence } from '../../core/contract/tracking.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { attachFiles } from './attach-files.ts';
import { saveMove } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { unnamed } from './identity.ts';
import { getOwnComplaint } from './own-complaints.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';

/** The complainant adds photos and recordings for as long as somebody works on it. */
export async function addOwnEvidence(
  receiptNumber: string,
  { fileIds }: AddEvidence,
  ctx: Ctx,
): Promise<ComplaintRecord> {
  return inTransaction(async () => {
    const complaint = await getOwnComplaint(receiptNumber, ctx);
    if (!complaint.open) throw new AppError('conflict', { state: complaint.state });
    const added = await attachFiles(complaint, fileIds, ctx, true);
    const changed = await saveMove(complaint, {
      set: { ...added, unread: true },
      unset: [],
      history: { action: 'addEvidence', at: ctx.now, on: ctx.today, by: { kind: 'complainant' }, fileIds },
    });
    if (changed === null) throw new AppError('staleVersion');
    const files = fileIds.length;
    await recordComplaintEvent(changed, 'addEvidence', { files }, unnamed(changed, ctx, true));
    tellOffices(changed);
    return changed;
  });
}
