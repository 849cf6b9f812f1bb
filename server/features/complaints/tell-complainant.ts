import { enqueue } from '../../platform/outbox/index.ts';
import type { TemplateData, TemplateName } from '../../platform/outbox/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { complaintSecrets } from './complaint.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';

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
  const phone = phoneOf(complaint);
  if (phone === undefined) return;
  const key = `complaint:${String(complaint._id)}:${template}:${mark}`;
  await enqueue<Name>(
    { template, channel: 'sms', to: { phone }, data, areaCode: complaint.officeCode, key },
    ctx,
  );
}

/** For sending to it, never for responses. */
export const phoneOf = ({ _id, phone }: ComplaintRecord): string | undefined =>
  phone === undefined ? undefined : complaintSecrets.openFields({ _id, phone } as { _id: unknown }).phone;
