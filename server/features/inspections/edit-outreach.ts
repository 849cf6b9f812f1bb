import type { OutreachView, WriteOutreach } from '../../core/contract/inspections.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changedFields } from './changed-fields.ts';
import { checkPlaceAndDay } from './inspection-reach.ts';
import { outreachView } from './inspection-view.ts';
import type { OutreachRecord } from './outreach.model.ts';
import { findOutreach, replaceOutreach } from './outreach.model.ts';

const figures = ({ areaCode, on, leaflets, vehicles, people, slogans, consultations }: OutreachRecord) => ({
  ...{ areaCode, on, leaflets, vehicles, people, slogans, consultations },
});

/** Corrects an entry of the outreach log; the event keeps the figures before and after. */
export async function editOutreach(
  id: string,
  version: number,
  input: WriteOutreach,
  ctx: Ctx,
): Promise<OutreachView> {
  return inTransaction(async () => {
    const before = await findOutreach(id, areaLimit(ctx));
    if (before === null) throw new AppError('notFound');
    await checkPlaceAndDay(input, ctx);
    const after = await replaceOutreach(id, version, input);
    if (after === null) throw new AppError('staleVersion');
    const facts = { fields: changedFields(before, after), from: figures(before), to: figures(after) };
    const { areaCode } = after;
    await appendEvent({ subject: `outreach:${id}`, areaCode, action: 'outreach.edited', facts }, ctx);
    return outreachView(after, ctx);
  });
}
