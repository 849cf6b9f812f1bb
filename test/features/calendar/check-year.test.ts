import assert from 'node:assert/strict';
import type { SetCalendarYear } from '../../../server/core/contract/areas.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { calendarWarnings, yearProblems } from '../../../server/features/calendar/check-year.ts';

const days = (...list: string[]) => list.map((day) => ({ day: plainDate(day), name: '元旦' }));
const list = (off: string[], on: string[] = []): SetCalendarYear => ({
  notice: '国办发明电〔2026〕1号',
  off: days(...off),
  on: days(...on),
});

describe('a holiday list typed in by an admin', () => {
  it('is right with New Year’s bridge in the last days of December and a make-up Sunday', () => {
    assert.deepEqual(
      yearProblems(2027, list(['2026-12-31', '2027-01-01', '2027-01-02'], ['2027-01-03'])),
      [],
    );
  });

  const wrong: [says: string, list: SetCalendarYear, paths: string[]][] = [
    ['a day of another year', list(['2027-01-01', '2028-01-01']), ['off.1.day']],
    ['a make-up day that is a Monday', list(['2027-01-01'], ['2027-01-04']), ['on.0.day']],
    ['a day off that is listed twice', list(['2027-01-01', '2027-01-02', '2027-01-01']), ['off.2.day']],
    ['a day both off and worked', list(['2027-01-01', '2027-01-02'], ['2027-01-02']), ['on.0.day']],
    ['no day off at all', list([]), ['off']],
  ];
  for (const [says, input, paths] of wrong) {
    it(`is refused for ${says}, at the row that is wrong`, () => {
      const problems = yearProblems(2027, input);
      assert.deepEqual(
        problems.map(({ path }) => path),
        paths,
      );
      assert.ok(problems.every(({ zh, en }) => zh.length > 0 && en.length > 0));
    });
  }

  it('is warned about, not refused, when it looks unlike other years', () => {
    assert.equal(calendarWarnings({ off: days('2027-01-01') }, 260).length, 2);
    assert.deepEqual(
      calendarWarnings({ off: days(...Array.from({ length: 20 }, () => '2027-01-01')) }, 250),
      [],
    );
  });
});
