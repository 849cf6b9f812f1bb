import assert from 'node:assert/strict';
import type { DueFilter } from '../../server/core/contract/complaints.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { calendarWith } from '../../server/core/law/calendar/index.ts';
import { dueRange } from '../../server/core/law/due-range.ts';

describe('what a filter of a queue means by due', () => {
  const calendar = calendarWith([], []);
  const rows: [
    today: string,
    filter: DueFilter,
    from: string | undefined,
    to: string | undefined,
    why: string,
  ][] = [
    ['2026-11-20', 'overdue', undefined, '2026-11-19', 'the last day itself is still in time'],
    ['2026-11-20', 'today', '2026-11-20', '2026-11-20', 'today alone'],
    ['2026-11-20', 'within1', '2026-11-20', '2026-11-23', 'Friday to Monday is one working day'],
    ['2026-11-20', 'within3', '2026-11-20', '2026-11-25', 'Friday to Wednesday are three'],
    ['2026-09-30', 'within1', '2026-09-30', '2026-10-08', 'National Day between'],
    ['2026-02-13', 'within1', '2026-02-13', '2026-02-14', 'a Saturday that is made up counts'],
    ['2026-11-20', 'later', '2026-11-26', '9999-12-30', 'after the third working day'],
    ['2026-11-20', 'none', '9999-12-31', '9999-12-31', 'no clock runs'],
  ];
  for (const [today, filter, from, to, why] of rows) {
    it(`on ${today} '${filter}' is ${from ?? 'ever'} to ${to ?? 'ever'}: ${why}`, () => {
      assert.deepEqual(dueRange(filter, plainDate(today), calendar), {
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
    });
  }
});
