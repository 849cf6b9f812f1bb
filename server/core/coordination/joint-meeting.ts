import type { Words } from '../alerts/rule.ts';
import type { MeetingState } from '../contract/coordination-office.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, files, line, note, pastDay, reason, text } from '../lives/form.ts';
import { lifeTable, type LifeSituation } from '../lives/life-table.ts';

export type MeetingRole = 'leader';

export interface MeetingSituation extends LifeSituation {
  /** Decisions that are not yet a task of a department. */
  readonly openDecisions: number;
}

const plannedOn = anyDay('plannedOn', words('会议日期', 'Day of the meeting'));
const place = line('place', words('地点', 'Place'));

/** 联席会议: an agenda from what is open, minutes, and decisions that become tasks of departments. */
export const JOINT_MEETING = lifeTable<MeetingRole, MeetingSituation>()({
  name: words('联席会议', 'Joint meeting'),
  flow: {
    unopened: { open: { to: 'planned', by: ['leader'] } },
    planned: {
      hold: { to: 'held', by: ['leader'] },
      putOff: { to: 'planned', by: ['leader'] },
      cancel: { to: 'cancelled', by: ['leader'] },
    },
    held: {
      correct: { to: 'held', by: ['leader'] },
      close: { to: 'closed', by: ['leader'] },
    },
    closed: {},
    cancelled: {},
  },
  states: {
    planned: words('待召开', 'Planned'),
    held: words('已召开，议定事项待交办', 'Held, decisions to be sent'),
    closed: words('已归档', 'Closed'),
    cancelled: words('已取消', 'Cancelled'),
  } satisfies Record<MeetingState, Words>,
  actions: {
    open: {
      name: words('安排会议', 'Plan the meeting'),
      fields: [plannedOn, place, files],
      check: notInThePast,
    },
    hold: {
      name: words('登记纪要', 'Record the minutes'),
      fields: [
        pastDay('heldOn', words('召开日期', 'Day')),
        text('attended', words('出席单位和人员', 'Who attended')),
        text('minutes', words('会议纪要', 'Minutes')),
        files,
      ],
      on: 'heldOn',
    },
    putOff: { name: words('改期', 'Put off'), fields: [plannedOn, place, reason], check: notInThePast },
    correct: {
      name: words('补充纪要', 'Add to the minutes'),
      fields: [text('minutes', words('会议纪要', 'Minutes')), reason, files],
    },
    cancel: { name: words('取消', 'Cancel'), fields: [reason] },
    close: {
      name: words('归档', 'Close'),
      fields: [note],
      notYet: ({ openDecisions }) =>
        openDecisions === 0
          ? undefined
          : words(`还有 ${openDecisions} 项议定事项没有交办`, `${openDecisions} decisions are not yet tasks`),
    },
  },
  figures: () => [],
});

function notInThePast({ facts, today }: LifeSituation) {
  const day = dayOf(facts, 'plannedOn');
  return day !== undefined && day < today
    ? wrong('plannedOn', '不能早于今天', 'Not before today')
    : undefined;
}
