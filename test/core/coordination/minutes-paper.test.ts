import assert from 'node:assert/strict';
import type { JointMeetingView } from '../../../server/core/contract/joint-meetings.ts';
import { JOINT_MEETING } from '../../../server/core/coordination/joint-meeting.ts';
import { minutesPaper } from '../../../server/core/coordination/minutes-paper.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../../server/core/lives/field.ts';

const NAMES = { departmentOf: (code: string) => `${code}局`, areaName: '某县' };

function meeting(given: Record<string, FieldValue>): JointMeetingView {
  const fields = Object.values(JOINT_MEETING.actions).flatMap((action) => action.fields);
  return {
    ...{ id: '1', version: 1, state: 'held', stateName: { zh: '', en: '' }, isOpen: true },
    ...{ openedOn: plainDate('2026-11-01'), plannedOn: plainDate('2026-11-10'), areaCode: '532601' },
    ...{ title: '联席会议', departmentCodes: ['housing', 'finance'] },
    facts: Object.entries(given).map(([name, value]) => {
      const field = fields.find((one) => one.name === name);
      assert.ok(field, `${name} is asked for by no step`);
      return { field, value };
    }),
    ...{ figures: [], deadlines: [], history: [], actions: [], files: [], canDecide: false, canSend: false },
    agenda: [
      {
        kind: 'overdueCase',
        recordId: 'c',
        text: '某人社监案字〔2026〕第1号',
        since: plainDate('2026-11-02'),
      },
    ],
    decisions: [
      {
        ...({ number: 1, text: '核对备案', departmentCode: 'housing', matter: 'other' } as const),
        dueOn: plainDate('2026-12-01'),
      },
    ],
  };
}

describe('the minutes of a joint meeting as a paper', () => {
  it('is the agenda before the meeting and the minutes after it, with who was there and who does what by when', () => {
    const before = minutesPaper(meeting({ place: '一会议室', chair: '李主任' }), NAMES);
    assert.deepEqual([before.title, before.subtitle], ['联席会议议程', '某县 2026-11-10']);
    const held = minutesPaper(
      meeting({ place: '一会议室', heldOn: '2026-11-12', attended: '住建、财政', minutes: '第一段\n第二段' }),
      NAMES,
    );
    assert.deepEqual([held.title, held.subtitle], ['联席会议纪要', '某县 2026-11-12']);
    const texts = held.blocks.flatMap((block) => (block.is === 'text' ? [block.text] : []));
    assert.deepEqual(texts, [
      '地点：一会议室',
      '参加部门：housing局、finance局',
      '出席：住建、财政',
      '第一段',
      '第二段',
    ]);
    const rows = held.blocks.flatMap((block) => (block.is === 'table' ? block.rows : []));
    assert.deepEqual(rows, [
      ['超期案件', '某人社监案字〔2026〕第1号', '2026-11-02'],
      ['1', '核对备案', 'housing局', '2026-12-01'],
    ]);
  });
});
