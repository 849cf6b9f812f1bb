import type { EnrolmentState } from '@core/contract/roster.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const ENROLMENT_LOOKS: Record<EnrolmentState, StateLook> = {
  pending: { labelKey: 'roster.state.pending', colour: 'warning', icon: 'lock' },
  onSite: { labelKey: 'roster.state.onSite', colour: 'good', icon: 'worker' },
  left: { labelKey: 'roster.state.left', colour: 'ink', icon: 'left' },
};
