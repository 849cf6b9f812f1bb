import { onUndelivered, enqueue } from '../../platform/outbox/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { headsOf } from './alert-bulk-withdrawals.ts';
import { findComplaint, markSupplementUntold, markUnread } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';
import type { ComplainantNews } from './tell-complainant.ts';

/**
 * What a complainant must have heard: a question that waits for his answer, an ending, where it went, and, of a petition,
 * that it is dealt with and until when.
 */
const MUST_BE_HEARD = [
  'complaintSupplementAsked',
  'complaintAccepted',
  'complaintRefused',
  'complaintPetitionExtended',
  'complaintTransferred',
  'complaintWithdrawalNoted',
  'complaintWithdrawn',
] as const satisfies readonly ComplainantNews[];

/** A text message that had to be heard never arrived; a question does not count as asked until it was asked otherwise. */
async function noteUndelivered(template: ComplainantNews, key: string, ctx: Ctx): Promise<void> {
  const [, id = ''] = key.split(':');
  const complaint = await findComplaint(id, {});
  if (complaint === null) return;
  if (template === 'complaintAccepted' && complaint.channel !== 'PETITION') return;
  if (template === 'complaintSupplementAsked' && !(await markSupplementUntold(id))) return;
  await noteUntold(complaint, template, ctx);
}

/**
 * No message told the complainant: the complaint is unread again, whoever works on it and the heads of its office are
 * told. Its version stays, because nothing was decided.
 */
export async function noteUntold(
  complaint: ComplaintRecord,
  template: ComplainantNews,
  ctx: Ctx,
): Promise<void> {
  await markUnread(complaint._id, true);
  await recordComplaintEvent(complaint, 'undelivered', { template }, ctx);
  const { receiptNumber, officeCode, ownerId } = complaint;
  const id = String(complaint._id);
  for (const userId of new Set([
    ...(ownerId === undefined ? [] : [ownerId]),
    ...(await headsOf(officeCode, ctx)),
  ]))
    await enqueue(
      {
        ...{ template: 'complainantUntold', channel: 'inApp', to: { userId }, areaCode: officeCode },
        ...{ data: { receiptNumber }, link: `/complaints/${id}` },
        key: `complainantUntold:${id}:${template}:${ctx.today}:${userId}`,
      },
      ctx,
    );
  tellOffices(complaint);
}

for (const template of MUST_BE_HEARD)
  onUndelivered(template, (key, ctx) => noteUndelivered(template, key, ctx));
