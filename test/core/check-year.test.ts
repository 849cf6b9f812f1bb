import assert from 'node:assert/strict';
import { notice, off, on, type CalendarYear } from '../../server/core/law/calendar/calendar.ts';
import { checkCalendarYear } from '../../server/core/law/calendar/check-year.ts';
import { BUILT_IN_YEARS } from '../../server/core/law/calendar/index.ts';

const GOOD: CalendarYear = {
  year: 2027,
  notices: [notice('a notice', '2026-11-30')],
  off: [off('元旦', '2026-12-31', '2027-01-02')],
  on: [on('元旦', '2027-01-09')],
};

describe('a year the operator adds', () => {
  it('is accepted when it is like those built in', () => {
    for (const year of [...BUILT_IN_YEARS, GOOD])
      assert.deepEqual(checkCalendarYear(year), [], String(year.year));
  });

  const faults: [string, Partial<CalendarYear>, { code: string; day?: string }[]][] = [
    ['without a notice', { notices: [] }, [{ code: 'noNotice' }]],
    ['with an empty notice number', { notices: [notice(' ', '2026-11-30')] }, [{ code: 'noNotice' }]],
    ['without any day off', { off: [] }, [{ code: 'noDaysOff' }]],
    [
      'with a block written backwards',
      { off: [off('元旦', '2027-01-03', '2027-01-01')] },
      [{ code: 'blockBackwards', day: '2027-01-03' }],
    ],
    [
      'with a block of years',
      { off: [off('元旦', '2027-01-01', '9999-01-01')] },
      [{ code: 'blockTooLong', day: '2027-01-01' }],
    ],
    [
      'with a day of another year',
      { off: [off('元旦', '2026-12-24')] },
      [{ code: 'outsideYear', day: '2026-12-24' }],
    ],
    [
      'with a day of the year after',
      { off: [off('元旦', '2028-01-01')] },
      [{ code: 'outsideYear', day: '2028-01-01' }],
    ],
    [
      'that makes up on a Monday',
      { on: [on('元旦', '2027-01-11')] },
      [{ code: 'makeUpOnWeekday', day: '2027-01-11' }],
    ],
    [
      'that works a day it takes off',
      { on: [on('元旦', '2027-01-02')] },
      [{ code: 'listedTwice', day: '2027-01-02' }],
    ],
    [
      'far in the past',
      { year: 27, off: [off('元旦', '0027-01-01')], on: [] },
      [{ code: 'yearOutOfRange' }, { code: 'outsideYear', day: '0027-01-01' }],
    ],
  ];
  for (const [what, change, expected] of faults) {
    it(`is refused ${what}`, () => assert.deepEqual(checkCalendarYear({ ...GOOD, ...change }), expected));
  }

  it('hears of everything that is wrong at once', () => {
    const faulty = { ...GOOD, notices: [], off: [off('元旦', '2025-01-01')], on: [on('元旦', '2027-01-11')] };
    assert.deepEqual(
      checkCalendarYear(faulty).map(({ code }) => code),
      ['noNotice', 'outsideYear', 'makeUpOnWeekday'],
    );
  });
});
