import type { CampaignRow, CampaignView } from '../../core/contract/campaigns.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { getLife } from '../../platform/lives/index.ts';
import { CAMPAIGNS, campaignsWithin } from './campaign-kind.ts';
import { campaignRow, campaignView } from './campaign-view.ts';
import type { CampaignRecord } from './campaign.model.ts';
import { Campaigns } from './campaign.model.ts';

export const CAMPAIGN_SORTS = { startsOn: 'startsOn' } as const;
export interface ListCampaigns extends PageQuery {
  open?: boolean;
}

/** The campaigns that hold in the reader's area, the newest first. */
export async function listCampaigns(query: ListCampaigns, ctx: Ctx): Promise<Page<CampaignRow>> {
  const { open } = query;
  const limits = { $and: [campaignsWithin(ctx), open === undefined ? {} : { isOpen: open }] };
  const page = await keysetPage<CampaignRecord>(Campaigns, {
    ...{ sorts: CAMPAIGN_SORTS, fallback: '-startsOn', limits, query },
  });
  const items: CampaignRow[] = [];
  for (const one of page.items) items.push(await campaignRow(one, ctx));
  return { ...page, items };
}

/** One campaign; that of an area beyond the reader's line is not there. */
export async function getCampaign(id: string, ctx: Ctx): Promise<CampaignView> {
  return campaignView(await getLife(CAMPAIGNS, id, campaignsWithin(ctx)), ctx);
}
