import type { OutreachView, WriteOutreach } from '../../core/contract/inspections.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { checkPlaceAndDay } from './inspection-reach.ts';
import { outreachView } from './inspection-view.ts';
import { insertOutreach } from './outreach.model.ts';

/** Puts a day of outreach on record: leaflets, vehicles, people, slogans and questions answered. */
export async function recordOutreach(input: WriteOutreach, ctx: Ctx): Promise<OutreachView> {
  return inTransaction(async () => {
    await checkPlaceAndDay(input, ctx);
    const made = await insertOutreach(input, ctx.now);
    const { areaCode, on, leaflets, vehicles, people, slogans, consultations } = made;
    const facts = { on, leaflets, vehicles, people, slogans, consultations };
    const subject = `outreach:${String(made._id)}` as const;
    await appendEvent({ subject, areaCode, action: 'outreach.recorded', facts }, ctx);
    return outreachView(made, ctx);
  });
}
