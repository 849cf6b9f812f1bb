import type { CaseFileState } from '@core/contract/archive.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const CASE_FILE_LOOKS: Readonly<Record<CaseFileState, StateLook>> = {
  waiting: { labelKey: 'archive.state.waiting', colour: 'notice', icon: 'hourglass' },
  making: { labelKey: 'archive.state.making', colour: 'primary', icon: 'hourglass' },
  kept: { labelKey: 'archive.state.kept', colour: 'good', icon: 'lock' },
  failed: { labelKey: 'archive.state.failed', colour: 'danger', icon: 'alert' },
  earlier: { labelKey: 'archive.state.earlier', colour: 'notice', icon: 'refresh' },
  destroyed: { labelKey: 'archive.state.destroyed', colour: 'notice', icon: 'trash' },
};
