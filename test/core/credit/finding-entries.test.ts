import assert from 'node:assert/strict';
import { findingEntries } from '../../../server/core/credit/finding-entries.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { Deadline } from '../../../server/core/law/deadline.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';

describe('what becomes of a finding in the file of its company', () => {
  const ROWS: [says: string, state: string, metOn: string | undefined, day: string, entries: string[]][] = [
    ['nothing on the last of its days', 'toRectify', undefined, '2026-11-27', []],
    ['missed the day after', 'answered', undefined, '2026-11-28', ['findingMissed 2026-11-28']],
    ['put right in time', 'fixed', '2026-11-27', '2026-12-31', ['findingFixed 2026-11-27']],
    [
      'put right late: missed until then',
      'fixed',
      '2026-12-02',
      '2026-12-31',
      ['findingMissed 2026-11-28 2026-12-02', 'findingFixed 2026-12-02'],
    ],
    [
      'as of a day before it was put right',
      'fixed',
      '2026-12-02',
      '2026-12-01',
      ['findingMissed 2026-11-28'],
    ],
    ['handed over before its day', 'handedOver', '2026-11-25', '2026-12-31', []],
    ['handed over after its day', 'handedOver', '2026-11-30', '2026-12-31', ['findingMissed 2026-11-28']],
    ['taken back by the head', 'withdrawn', '2026-11-30', '2026-12-31', []],
  ];
  for (const [says, state, metOn, day, expected] of ROWS)
    it(says, () => {
      const deadline: Deadline = {
        ...{
          period: 'findingRectification',
          startedOn: plainDate('2026-11-20'),
          dueOn: plainDate('2026-11-27'),
        },
        ...(metOn === undefined ? {} : { metOn: plainDate(metOn) }),
      };
      const facts: Facts = state === 'fixed' && metOn !== undefined ? { fixedOn: metOn } : {};
      const one = { id: 'f1', companyId: 'c1', areaCode: '532601', state, facts, deadlines: [deadline] };
      assert.deepEqual(
        findingEntries(one, plainDate(day)).map(({ kind, on, endedOn }) =>
          [kind, on, endedOn].filter(Boolean).join(' '),
        ),
        expected,
      );
    });
});
