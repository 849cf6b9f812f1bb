import type { ChecklistAnswer } from '@core/contract/inspections.ts';
import type { FindingState } from '@core/inspections/finding-table.ts';
import type { StateLook } from '@/ui/state-look.ts';

const look = (state: FindingState, rest: Omit<StateLook, 'labelKey'>): StateLook => ({
  labelKey: `inspections.findingState.${state}`,
  ...rest,
});
export const FINDING_LOOKS: Record<FindingState, StateLook> = {
  toRectify: look('toRectify', { colour: 'warning', icon: 'hourglass' }),
  answered: look('answered', { colour: 'primary', icon: 'message' }),
  notFixed: look('notFixed', { colour: 'danger', icon: 'alert' }),
  fixed: look('fixed', { colour: 'good', icon: 'check' }),
  handedOver: look('handedOver', { colour: 'ink', icon: 'case' }),
  withdrawn: look('withdrawn', { colour: 'ink', icon: 'close' }),
};

/** What was not seen has no colour of its own: grey is for what is not known. */
export const ANSWER_LOOKS: Record<ChecklistAnswer, StateLook> = {
  OK: { labelKey: 'inspections.answer.OK', colour: 'good', icon: 'check' },
  NOT_OK: { labelKey: 'inspections.answer.NOT_OK', colour: 'danger', icon: 'alert' },
  NOT_SEEN: { labelKey: 'inspections.answer.NOT_SEEN', colour: 'noData', icon: 'eye' },
};
