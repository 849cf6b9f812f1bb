import type { ComplaintRegistered, RegisterComplaint } from '../../core/contract/complaint-intake.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { problem, refuseFields } from './check-content.ts';
import { filedAnswer, takeIn } from './take-in.ts';
import { hasComplaint } from './complaint-queries.model.ts';

/**
 * Staff write down who came to the counter, or what another channel sent; the acceptance period runs from the day it
 * reached the office, not from today. One number of a channel is one complaint.
 * @law IMP-18-1
 */
export async function registerComplaint(input: RegisterComplaint, ctx: Ctx): Promise<ComplaintRegistered> {
  const { channel, receivedOn, externalNumber, name, phone, citizenId, people, ...content } = input;
  requireOwnArea(content.areaCode, ctx);
  refuseFields(
    people !== undefined && people.length > content.headcount
      ? [problem('headcount', 'number.min', '人数少于名单中的人数', 'Fewer than the people listed')]
      : [],
  );
  return inTransaction(async () => {
    if (externalNumber !== undefined && (await hasComplaint({ channel, externalNumber })))
      throw new AppError('alreadyExists', { what: '来件编号 / number of this channel' });
    const made = await takeIn(
      {
        content,
        channel,
        receivedOn,
        complainant: {
          ...(name === undefined ? {} : { name }),
          ...(phone === undefined ? {} : { phone }),
          ...(citizenId === undefined ? {} : { citizenId }),
        },
        ...(people === undefined ? {} : { people }),
        ...(externalNumber === undefined ? {} : { externalNumber }),
        byOffice: true,
        ...(ctx.actor.kind === 'user' ? { registeredBy: ctx.actor.userId } : {}),
      },
      input,
      ctx,
    );
    return { ...(await filedAnswer(made, ctx)), id: String(made._id) };
  });
}

/** What happened elsewhere is written down here and then offered to the office there, so that it answers for it. */
function requireOwnArea(areaCode: string, ctx: Ctx): void {
  if (ctx.actor.kind === 'system' || ctx.grants.some((grant) => areaCode.startsWith(grant.areaCode))) return;
  refuseFields([
    problem(
      'areaCode',
      'area.reach',
      '不在您的辖区：请先登记在本辖区，再移送有管辖权的机构',
      'Outside your area: register it here, then transfer it to the office in charge',
    ),
  ]);
}
