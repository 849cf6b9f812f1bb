import type { Words } from '../alerts/rule.ts';
import type { MeetingState } from '../contract/joint-meetings.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import { anyDay, files, line, note, pastDay, reason, text } from '../lives/form.ts';
import { lifeTable, type LifeSituation } from '../lives/life-table.ts';

export type MeetingRole = 'leader' | 'bureauHead';

const CALLS: readonly MeetingRole[] = ['leader', 'bureauHead'];
const plannedOn = anyDay('plannedOn', words('会议日期', 'Day of the meeting'));
const place = line('place', words('地点', 'Place'));
const minutes = text('minutes', words('会议纪要', 'Minutes'));

/** 联席会议: its agenda comes from what is open, its minutes stay on record, and what it decides becomes tasks of departments. */
export const JOINT_MEETING = lifeTable<MeetingRole>()({
  name: words('联席会议', 'Joint meeting'),
  flow: {
    unopened: { open: { to: 'planned', by: CALLS } },
    planned: {
      hold: { to: 'held', by: CALLS },
      putOff: { to: 'planned', by: CALLS },
      cancel: { to: 'cancelled', by: CALLS },
    },
    held: {
      correct: { to: 'held', by: CALLS },
      close: { to: 'closed', by: CALLS },
    },
    closed: {},
    cancelled: {},
  },
  states: {
    planned: words('待召开', 'Planned'),
    held: words('已召开', 'Held'),
    closed: words('已归档', 'Closed'),
    cancelled: words('已取消', 'Cancelled'),
  } satisfies Record<MeetingState, Words>,
  actions: {
    open: {
      name: words('安排会议', 'Plan the meeting'),
      fields: [plannedOn, place, line('chair', words('主持人', 'Chair')), files],
      check: notInThePast,
    },
    hold: {
      name: words('登记纪要', 'Record the minutes'),
      fields: [
        pastDay('heldOn', words('召开日期', 'Held on')),
        text('attended', words('出席单位和人员', 'Who attended')),
        text('absent', words('缺席单位和原因', 'Who was absent, and why'), { isRequired: false }),
        minutes,
        files,
      ],
      on: 'heldOn',
    },
    putOff: { name: words('改期', 'Put off'), fields: [plannedOn, place, reason], check: notInThePast },
    correct: { name: words('更正纪要', 'Correct the minutes'), fields: [minutes, reason, files] },
    cancel: { name: words('取消', 'Cancel'), fields: [reason] },
    close: { name: words('归档', 'Close'), fields: [note] },
  },
  figures: () => [],
});

function notInThePast({ facts, today }: LifeSituation) {
  const day = dayOf(facts, 'plannedOn');
  return day !== undefined && day < today
    ? wrong('plannedOn', '不能早于今天', 'Not before today')
    : undefined;
}
