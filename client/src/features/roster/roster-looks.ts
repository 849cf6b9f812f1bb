import type { EnrolmentState, PayKind } from '@core/contract/roster.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const ENROLMENT_LOOKS: Record<EnrolmentState, StateLook> = {
  pending: { labelKey: 'roster.state.pending', colour: 'warning', icon: 'lock' },
  onSite: { labelKey: 'roster.state.onSite', colour: 'good', icon: 'worker' },
  left: { labelKey: 'roster.state.left', colour: 'ink', icon: 'left' },
};

/** What wages are agreed by, in one word. */
export const PAY_KIND_WORDS: Record<PayKind, string> = {
  TIME_RATE: 'roster.payKind.time',
  PIECE_RATE: 'roster.payKind.piece',
};
