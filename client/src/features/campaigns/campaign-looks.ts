import type { CampaignState } from '@core/campaigns/campaign-table.ts';
import type { MatterEnd } from '@core/campaigns/double-zero.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const CAMPAIGN_LOOKS: Record<CampaignState, StateLook> = {
  running: { labelKey: 'campaigns.state.running', colour: 'primary', icon: 'hourglass' },
  ended: { labelKey: 'campaigns.state.ended', colour: 'ink', icon: 'close' },
};
export const END_LOOKS: Record<MatterEnd, StateLook> = {
  open: { labelKey: 'campaigns.end.open', colour: 'warning', icon: 'hourglass' },
  cleared: { labelKey: 'campaigns.end.cleared', colour: 'good', icon: 'check' },
  otherwise: { labelKey: 'campaigns.end.otherwise', colour: 'ink', icon: 'close' },
};
