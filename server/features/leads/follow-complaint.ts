import { LEAD_PLATFORMS } from '../../core/contract/leads.ts';
import type { LeadPlatform } from '../../core/contract/leads.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from '../complaints/index.ts';
import { findLead, insertLead, setLead } from './lead.model.ts';

const isPlatform = (channel: string): channel is LeadPlatform =>
  LEAD_PLATFORMS.some((platform) => platform === channel);

/**
 * A complaint that bears the number of a platform, by whichever door it came in, is owed to that platform: its state is
 * noted with each step, in the transaction of the step.
 */
export async function followComplaint(complaint: ComplaintRecord, ctx: Ctx): Promise<void> {
  const { channel, externalNumber, state, receiptNumber, areaCode, receivedOn } = complaint;
  if (externalNumber === undefined || !isPlatform(channel)) return;
  const changed = { state, changedAt: ctx.now, changedOn: ctx.today };
  const known = await findLead(channel, externalNumber);
  if (known === null) {
    const complaintId = String(complaint._id);
    const place = { complaintId, receiptNumber, areaCode, receivedOn };
    await insertLead({ channel, externalNumber, ...place, ...changed });
  } else if (known.state !== state) await setLead(channel, externalNumber, changed);
}
