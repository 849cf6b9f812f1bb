import type { CampaignRole } from '../../core/campaigns/campaign-table.ts';
import { CAMPAIGN } from '../../core/campaigns/campaign-table.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { areaChain } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { CampaignRecord } from './campaign.model.ts';
import { Campaigns } from './campaign.model.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
const DECIDERS: readonly string[] = ['leader', 'bureauHead'];

/** The campaigns of the reader's area and what lies in it, and those above that hold there too. */
export function campaignsWithin({ actor, grants }: Reader): Record<string, unknown> {
  if (actor.kind === 'system') return {};
  const above = [...new Set(grants.flatMap(({ areaCode }) => areaChain(areaCode)))];
  return anyOf([...grants.map(({ areaCode }) => inArea(areaCode)), { areaCode: { $in: above } }]);
}

export const CAMPAIGNS: LifeKind<CampaignRecord> = {
  table: CAMPAIGN,
  model: Campaigns,
  subject: 'campaign',
  ground: async ({ areaCode }, { today }) => ({ today, calendar: await loadCalendar(areaCode), area: {} }),
  roles: ({ areaCode }, { actor, grants }): CampaignRole[] => {
    if (actor.kind === 'system') return ['decider', 'office'];
    const there = grants.filter((one) => areaCode.startsWith(one.areaCode)).map(({ role }) => role);
    const decides = there.some((role) => DECIDERS.includes(role));
    return [...(decides ? (['decider'] as const) : []), ...(there.length > 0 ? (['office'] as const) : [])];
  },
};
