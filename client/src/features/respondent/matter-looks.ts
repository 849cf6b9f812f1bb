import type { MatterStanding } from '@core/contract/matters.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const MATTER_LOOKS: Record<MatterStanding, StateLook> = {
  overdue: { labelKey: 'matters.standing.overdue', colour: 'danger', icon: 'alert' },
  waiting: { labelKey: 'matters.standing.waiting', colour: 'warning', icon: 'hourglass' },
  nothing: { labelKey: 'matters.standing.nothing', colour: 'good', icon: 'check' },
};
