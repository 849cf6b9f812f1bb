import { enqueue, enqueueNew } from '../../platform/outbox/index.ts';
import type { TemplateData, TemplateName } from '../../platform/outbox/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { complaintSecrets } from './complaint.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { findMembers, isStanding, openMember } from './group-member.model.ts';

/** What a complainant is told of by text message. */
export type ComplainantNews = Extract<TemplateName, `complaint${string}`>;

/** A text message to whoever complained, if he left a phone; it goes out if, and only if, the change commits. */
export async function tellComplainant<Name extends ComplainantNews>(
  complaint: ComplaintRecord,
  template: Name,
  data: TemplateData<Name>,
  ctx: Ctx,
  /** The same mark again is the same message. */
  mark = `v${complaint.version}`,
): Promise<void> {
  const key = `complaint:${String(complaint._id)}:${template}:${mark}`;
  const send = async (phone: string | undefined, ownKey: string): Promise<void> => {
    if (phone === undefined) return;
    const message = {
      template,
      channel: 'sms',
      to: { phone },
      data,
      areaCode: complaint.officeCode,
    } as const;
    // Of a complaint that was taken in just now nothing can have been told before.
    if (template === 'complaintReceived') await enqueueNew<Name>([{ ...message, key: ownKey }], ctx);
    else await enqueue<Name>({ ...message, key: ownKey }, ctx);
  };
  const phone = phoneOf(complaint);
  await send(phone, key);
  if (!complaint.isGroup || !TO_MEMBERS.includes(template)) return;
  for (const { id, phone: own } of await phonesOfMembers(String(complaint._id), phone))
    await send(own, `${key}:${id}`);
}

/** What concerns every member of a group, and not the one who wrote it alone. */
const TO_MEMBERS: readonly ComplainantNews[] = [
  'complaintAccepted',
  'complaintRefused',
  'complaintTransferred',
];

/** The members who stand, each phone once, without the one that is told anyway. */
async function phonesOfMembers(
  complaintId: string,
  known: string | undefined,
): Promise<{ id: string; phone: string }[]> {
  const seen = new Set([known]);
  return (await findMembers([complaintId])).filter(isStanding).flatMap((member) => {
    const { phone } = openMember(member);
    if (phone === undefined || seen.has(phone)) return [];
    seen.add(phone);
    return [{ id: String(member._id), phone }];
  });
}

/** For sending to it, never for responses. */
export const phoneOf = ({ _id, phone }: ComplaintRecord): string | undefined =>
  phone === undefined ? undefined : complaintSecrets.openFields({ _id, phone } as { _id: unknown }).phone;
