import type { ProblemLevel, SheetCheckState } from '@core/contract/sheet-checks.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const LEVEL_LOOKS: Record<ProblemLevel, StateLook> = {
  block: { labelKey: 'sheets.level.block', colour: 'danger', icon: 'alert' },
  notice: { labelKey: 'sheets.level.notice', colour: 'notice', icon: 'help' },
};

export const CHECK_LOOKS: Record<SheetCheckState, StateLook> = {
  reading: { labelKey: 'sheets.state.reading', colour: 'primary', icon: 'hourglass' },
  checked: { labelKey: 'sheets.state.checked', colour: 'primary', icon: 'check' },
  failed: { labelKey: 'sheets.state.failed', colour: 'danger', icon: 'alert' },
  confirmed: { labelKey: 'sheets.state.confirmed', colour: 'good', icon: 'check' },
};
