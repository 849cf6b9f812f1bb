import type { MergeComplaint } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import { problem, refuseFields } from './check-content.ts';
import { findComplaint } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { visibleLimit } from './complaint-reach.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { decidedToday } from './owner.ts';
import { tellComplainant } from './tell-complainant.ts';

/**
 * The same matter came in before: this complaint goes on with that one, of the same office and still open. Its
 * complainant keeps his receipt and follows the other's progress with it.
 */
export async function mergeComplaint(
  target: DeskTarget,
  { intoId, reason }: MergeComplaint,
  ctx: Ctx,
): Promise<ComplaintView> {
  const merged = await moveComplaint(target, 'merge', { intoId, reason }, ctx, async (complaint) => {
    const into = await requireOpen(intoId, complaint, ctx);
    return {
      set: { mergedIntoId: intoId, mergedOn: ctx.today, ...decidedToday(complaint, ctx) },
      reason,
      facts: { into: into.receiptNumber },
      andAlso: (changed) =>
        tellComplainant(changed, 'complaintMerged', { receiptNumber: changed.receiptNumber }, ctx),
    };
  });
  return complaintView(merged, ctx);
}

async function requireOpen(intoId: string, complaint: ComplaintRecord, ctx: Ctx): Promise<ComplaintRecord> {
  const into = await findComplaint(intoId, visibleLimit(ctx));
  const fits =
    into !== null &&
    into.open &&
    into.state !== 'transferring' &&
    into.officeCode === complaint.officeCode &&
    String(into._id) !== String(complaint._id);
  if (fits) return into;
  refuseFields([
    problem(
      'intoId',
      'complaint.usable',
      '请选择本机构另一件尚未办结的投诉',
      'Choose another complaint of this office that is still open',
    ),
  ]);
  throw new Error('refuseFields refuses');
}
