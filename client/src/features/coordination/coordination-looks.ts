import type { StateLook } from '@/ui/state-look.ts';
import type { MilestoneView, OrderState, TaskState } from '@core/contract/coordination.ts';
import type { TalkState } from '@core/contract/coordination-office.ts';

export const look = (labelKey: string, colour: StateLook['colour'], icon: StateLook['icon']): StateLook => ({
  ...{ labelKey, colour, icon },
});

export const TASK_LOOKS: Record<TaskState, StateLook> = {
  sent: look('coordination.taskState.sent', 'warning', 'send'),
  accepted: look('coordination.taskState.accepted', 'primary', 'play'),
  returned: look('coordination.taskState.returned', 'danger', 'left'),
  answered: look('coordination.taskState.answered', 'notice', 'check'),
  closed: look('coordination.taskState.closed', 'good', 'check'),
  withdrawn: look('coordination.taskState.withdrawn', 'ink', 'stop'),
};

export const ORDER_LOOKS: Record<OrderState, StateLook> = {
  supervising: look('coordination.orderState.supervising', 'warning', 'eye'),
  liftAsked: look('coordination.orderState.liftAsked', 'notice', 'send'),
  lifted: look('coordination.orderState.lifted', 'good', 'check'),
};
export const TALK_LOOKS: Record<TalkState, StateLook> = {
  planned: look('coordination.talkState.planned', 'primary', 'calendar'),
  held: look('coordination.talkState.held', 'warning', 'message'),
  fulfilled: look('coordination.talkState.fulfilled', 'good', 'check'),
  unfulfilled: look('coordination.talkState.unfulfilled', 'danger', 'alert'),
  cancelled: look('coordination.talkState.cancelled', 'ink', 'stop'),
};
export const MILESTONE_LOOKS: Record<MilestoneView['state'], StateLook> = {
  ahead: look('coordination.milestone.ahead', 'ink', 'calendar'),
  missed: look('coordination.milestone.missed', 'danger', 'alert'),
  done: look('coordination.milestone.done', 'good', 'check'),
  doneLate: look('coordination.milestone.doneLate', 'warning', 'check'),
};

/** The look of a state that came over the wire; an unknown one is shown plainly. */
export const lookOf = <State extends string>(looks: Record<State, StateLook>, state: string): StateLook =>
  Object.entries<StateLook>(looks).find(([name]) => name === state)?.[1] ?? {
    ...{ labelKey: 'coordination.unknownState', colour: 'ink', icon: 'help' },
  };
