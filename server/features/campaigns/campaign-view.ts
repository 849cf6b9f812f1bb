import { CAMPAIGN_STATES } from '../../core/campaigns/campaign-table.ts';
import type { CampaignRow, CampaignView } from '../../core/contract/campaigns.ts';
import type { CampaignWindow } from '../../core/law/winter-campaign.ts';
import type { Ctx } from '../../platform/context.ts';
import { viewOfLife } from '../../platform/lives/index.ts';
import { getArea } from '../areas/index.ts';
import { CAMPAIGNS } from './campaign-kind.ts';
import type { CampaignRecord } from './campaign.model.ts';

export const nameOf = ({ facts }: Pick<CampaignRecord, 'facts'>): string => String(facts['name'] ?? '');
export const windowOfRecord = ({ startsOn, publicBy, othersBy }: CampaignRecord): CampaignWindow => ({
  ...{ startsOn, publicBy, othersBy },
});

export async function campaignView(record: CampaignRecord, ctx: Ctx): Promise<CampaignView> {
  const { areaCode } = record;
  return {
    ...(await viewOfLife(CAMPAIGNS, record, ctx)),
    ...{ areaCode, areaName: (await getArea(areaCode, ctx)).name, name: nameOf(record) },
    ...windowOfRecord(record),
  };
}

export async function campaignRow(record: CampaignRecord, ctx: Ctx): Promise<CampaignRow> {
  const { _id, areaCode, isOpen } = record;
  return {
    ...{ id: String(_id), areaCode, areaName: (await getArea(areaCode, ctx)).name },
    ...{ name: nameOf(record), isOpen, ...windowOfRecord(record) },
    // the table's states are the only ones a record is written with
    state: CAMPAIGN_STATES.find((one) => one === record.state) ?? 'running',
  };
}
