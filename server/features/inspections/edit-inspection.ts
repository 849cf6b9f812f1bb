import type { InspectionView, WriteInspection } from '../../core/contract/inspections.ts';
import { resultOf } from '../../core/inspections/site-checklist.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { changedFields } from './changed-fields.ts';
import { checkPlaceAndDay } from './inspection-reach.ts';
import { inspectionView } from './inspection-view.ts';
import { findInspection, replaceInspection } from './inspection.model.ts';
import { knownParties } from './known-parties.ts';

/** Corrects an inspection; the event names the fields that changed, and the figures of the period follow. */
export async function editInspection(
  id: string,
  version: number,
  input: WriteInspection,
  ctx: Ctx,
): Promise<InspectionView> {
  return inTransaction(async () => {
    const before = await findInspection(id, areaLimit(ctx));
    if (before === null) throw new AppError('notFound');
    await checkPlaceAndDay(input, ctx);
    if (before.checklist !== undefined && resultOf(before.checklist) !== input.result)
      throw wrongField('result', '结果由七项检查得出，不能改', 'The result follows from the seven items');
    const after = await replaceInspection(id, version, { ...input, ...(await knownParties(input)) });
    if (after === null) throw new AppError('staleVersion');
    const facts = {
      fields: changedFields(before, after),
      from: { areaCode: before.areaCode, on: before.on, kind: before.kind, result: before.result },
      to: { areaCode: after.areaCode, on: after.on, kind: after.kind, result: after.result },
    };
    const { areaCode } = after;
    await appendEvent({ subject: `inspection:${id}`, areaCode, action: 'inspection.edited', facts }, ctx);
    return inspectionView(after, ctx);
  });
}
