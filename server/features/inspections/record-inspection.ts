import type { InspectionView, WriteInspection } from '../../core/contract/inspections.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { checkPlaceAndDay } from './inspection-reach.ts';
import { inspectionView } from './inspection-view.ts';
import { insertInspection } from './inspection.model.ts';
import { knownParties } from './known-parties.ts';

/** Puts an inspection on record: when, where, whom, what was found and whether it has to be put right. */
export async function recordInspection(input: WriteInspection, ctx: Ctx): Promise<InspectionView> {
  return inTransaction(async () => {
    await checkPlaceAndDay(input, ctx);
    const made = await insertInspection({ ...input, ...(await knownParties(input)) }, ctx.now);
    const { areaCode, on, kind, result } = made;
    await appendEvent(
      {
        subject: `inspection:${String(made._id)}`,
        areaCode,
        action: 'inspection.recorded',
        facts: { on, kind, result, companyId: input.companyId, projectId: input.projectId },
      },
      ctx,
    );
    return inspectionView(made, ctx);
  });
}
