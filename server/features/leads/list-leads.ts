import type { LeadRow, ListLeads } from '../../core/contract/leads.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaLimit, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { leadTerms } from './lead-terms.ts';
import type { LeadRecord } from './lead.model.ts';
import { Leads } from './lead.model.ts';
import { LEAD_SORTS } from './leads.schemas.ts';

/** What came from other platforms into the reader's areas, the latest change first; nothing of a person is in it. */
export async function listLeads(query: ListLeads, ctx: Ctx): Promise<Page<LeadRow>> {
  const { channel, state, areaCode, fileId } = query;
  const asked = {
    ...(channel === undefined ? {} : { channel }),
    ...(state === undefined ? {} : { state }),
    ...(fileId === undefined ? {} : { fileId }),
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
  };
  const page = await keysetPage<LeadRecord>(Leads, {
    ...{ sorts: LEAD_SORTS, fallback: '-changedAt', limits: { $and: [areaLimit(ctx), asked] }, query },
  });
  const terms = leadTerms(ctx);
  const items: LeadRow[] = [];
  for (const lead of page.items) {
    const { _id, complaintId, externalNumber, receiptNumber, receivedOn, changedOn } = lead;
    items.push({
      ...{ id: String(_id), complaintId, channel: lead.channel, externalNumber, receiptNumber },
      ...{ areaCode: lead.areaCode, state: lead.state, receivedOn, changedOn },
      ...(await terms(lead)),
    });
  }
  return { ...page, items };
}
