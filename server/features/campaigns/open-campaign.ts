import { windowOf } from '../../core/campaigns/campaign-table.ts';
import type { CampaignForm, CampaignView, OpenCampaign } from '../../core/contract/campaigns.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import { CAMPAIGN } from '../../core/campaigns/campaign-table.ts';
import { usualWindow } from '../../core/law/winter-campaign.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveLife, openLife } from '../../platform/lives/index.ts';
import { getArea, requireReach } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { CAMPAIGNS, campaignsWithin } from './campaign-kind.ts';
import { campaignView } from './campaign-view.ts';
import { rollUpCampaign } from './roll-up-campaigns.ts';

/** What a campaign is opened with, and the days of past winters as a proposal. */
export async function campaignForm(ctx: Ctx): Promise<CampaignForm> {
  const fields = [...(CAMPAIGN.actions['open']?.fields ?? [])];
  const usual = usualWindow(ctx.today, await loadCalendar(ctx.grants[0]?.areaCode ?? ''));
  return { fields, ...(usual === undefined ? {} : { usual }) };
}

/** Opens a campaign of an area by the head or the leader; its cases are counted at once. @law CMP-1 @law CMP-2 */
export async function openCampaign({ areaCode, given }: OpenCampaign, ctx: Ctx): Promise<CampaignView> {
  requireReach(areaCode, ctx);
  await getArea(areaCode, ctx);
  // replaced below by the days that were given, which the table has checked
  const days = { startsOn: ctx.today, publicBy: ctx.today, othersBy: ctx.today };
  const made = await openLife(CAMPAIGNS, { areaCode, ...days }, given, ctx, (_record, { after }) => ({
    set: windowOf(after.facts) ?? {},
  }));
  await rollUpCampaign(made, ctx.now);
  return campaignView(made, ctx);
}

/** A joint reception day, other days, or the end. */
export async function moveCampaign(
  { id, action, version }: { id: string; action: string; version: number },
  { given }: MoveLife,
  ctx: Ctx,
): Promise<CampaignView> {
  const asked = { id, action, version, given };
  const moved = await moveLife(CAMPAIGNS, asked, campaignsWithin(ctx), ctx, (_record, { after }) => ({
    set: windowOf(after.facts) ?? {},
  }));
  // The last count of a campaign that ends stays as it is from then on.
  if (action !== 'receive') await rollUpCampaign(moved, ctx.now);
  return campaignView(moved, ctx);
}
