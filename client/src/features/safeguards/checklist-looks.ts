import type { ChecklistState } from '@core/contract/safeguards.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const CHECKLIST_LOOKS: Record<ChecklistState, StateLook> = {
  done: { labelKey: 'safeguards.state.done', colour: 'good', icon: 'check' },
  missing: { labelKey: 'safeguards.state.missing', colour: 'warning', icon: 'hourglass' },
  overdue: { labelKey: 'safeguards.state.overdue', colour: 'danger', icon: 'alert' },
  unknown: { labelKey: 'safeguards.state.unknown', colour: 'noData', icon: 'noData' },
  notRequired: { labelKey: 'safeguards.state.notRequired', colour: 'ink', icon: 'check' },
};
