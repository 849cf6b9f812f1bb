import type { ComplaintFiled, FileComplaint } from '../../core/contract/complaint-intake.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { ownPhone } from './own-phone.ts';
import { filedAnswer, takeIn } from './take-in.ts';

/**
 * A worker complains or reports from his own phone: the phone that signed in is the one on record. The acceptance
 * period starts today; the receipt is his at once. `isAll`: the transaction around it, if there is one, does nothing else
 * with it.
 * @law IMP-18-1
 */
export async function fileComplaint(input: FileComplaint, ctx: Ctx, isAll = false): Promise<ComplaintFiled> {
  const { name, citizenId, ...content } = input;
  return inTransaction(async () => {
    const phone = await ownPhone(ctx);
    if (phone === null) throw new AppError('forbidden');
    const complainant = { name, phone, ...(citizenId === undefined ? {} : { citizenId }) };
    const made = await takeIn(
      { content, channel: 'ONLINE', receivedOn: ctx.today, complainant, isAll },
      input,
      ctx,
    );
    return filedAnswer(made, ctx);
  });
}
