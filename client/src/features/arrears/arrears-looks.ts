import type { ArrearsState, LineStanding } from '@core/contract/arrears.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const SHEET_LOOKS: Record<ArrearsState, StateLook> = {
  draft: { labelKey: 'arrears.state.draft', colour: 'notice', icon: 'edit' },
  shown: { labelKey: 'arrears.state.shown', colour: 'primary', icon: 'send' },
  settled: { labelKey: 'arrears.state.settled', colour: 'good', icon: 'check' },
  superseded: { labelKey: 'arrears.state.superseded', colour: 'ink', icon: 'close' },
};

export const STANDING_LOOKS: Record<LineStanding, StateLook> = {
  disputed: { labelKey: 'arrears.standing.disputed', colour: 'danger', icon: 'alert' },
  unknown: { labelKey: 'arrears.standing.unknown', colour: 'noData', icon: 'noData' },
  open: { labelKey: 'arrears.standing.open', colour: 'notice', icon: 'hourglass' },
  found: { labelKey: 'arrears.standing.found', colour: 'primary', icon: 'search' },
  agreed: { labelKey: 'arrears.standing.agreed', colour: 'good', icon: 'check' },
};

export const MARK_LOOKS: Record<'agreed' | 'disputed', StateLook> = {
  agreed: { labelKey: 'arrears.mark.agreed', colour: 'good', icon: 'check' },
  disputed: { labelKey: 'arrears.mark.disputed', colour: 'danger', icon: 'alert' },
};
