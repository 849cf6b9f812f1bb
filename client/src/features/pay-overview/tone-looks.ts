import type { CellTone } from '@core/contract/pay-overview.ts';
import type { StateLook } from '@/ui/state-look.ts';

/** Grey is for no data alone: it is never the colour of paid, nor of unpaid. */
export const TONE_LOOKS: Record<CellTone, StateLook> = {
  noData: { labelKey: 'payOverview.tone.noData', colour: 'noData', icon: 'noData' },
  good: { labelKey: 'payOverview.tone.good', colour: 'good', icon: 'check' },
  waiting: { labelKey: 'payOverview.tone.waiting', colour: 'primary', icon: 'job' },
  late: { labelKey: 'payOverview.tone.late', colour: 'danger', icon: 'alert' },
  disagree: { labelKey: 'payOverview.tone.disagree', colour: 'warning', icon: 'alert' },
};
export const TONES = ['good', 'waiting', 'late', 'disagree', 'noData'] as const;

/** What is to be paid is on record: that is not yet anybody's payment. */
export const AGREED: StateLook = { labelKey: 'payOverview.agreed', colour: 'primary', icon: 'check' };

/** A step of the money is done; wages alone are paid. */
export const STEP_LOOKS: Record<CellTone, StateLook> = {
  ...TONE_LOOKS,
  good: { labelKey: 'payOverview.done', colour: 'good', icon: 'check' },
};
