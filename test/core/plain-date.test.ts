import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addPayMonths,
  addYears,
  compareDays,
  dayFromNumber,
  dayNumber,
  diffDays,
  firstDayOf,
  isPayMonth,
  isPlainDate,
  lastDayOf,
  nextPayMonth,
  parsePayMonth,
  parsePlainDate,
  payMonth,
  payMonthOf,
  plainDate,
  PlainDateError,
  previousPayMonth,
  startOfShanghaiDay,
  toShanghaiDay,
  weekday,
} from '../../server/core/kit/plain-date.ts';

const dayCounts = fc.integer({ min: -20_000, max: 60_000 });
const inZone = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone });
const utc = inZone('UTC');
const shanghai = inZone('Asia/Shanghai');

describe('plain dates', () => {
  it('accepts only days that exist, written in full', () => {
    for (const day of ['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
      assert.equal(parsePlainDate(day), day);
    }
    const bad = [
      '2025-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '2026-01-00',
    ];
    for (const text of [
      ...bad,
      '0000-01-01',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '2026/01/01',
      '20260101',
      '2026-01-01\n',
      '',
    ]) {
      assert.equal(parsePlainDate(text), null, text);
      assert.throws(() => plainDate(text), PlainDateError);
    }
    for (const value of [undefined, null, 20260101, ['2026-01-01'], {}])
      assert.equal(isPlainDate(value), false);
  });

  it('agrees with the calendar of the platform for every day number', () => {
    fc.assert(fc.property(dayCounts, (count) => dayFromNumber(count) === utc.format(count * 86_400_000)));
  });

  it('turns a day into its number and back', () => {
    fc.assert(fc.property(dayCounts, (count) => dayNumber(dayFromNumber(count)) === count));
    assert.equal(dayNumber(plainDate('1970-01-01')), 0);
    assert.equal(dayNumber(plainDate('2000-03-01')), 11_017);
  });

  it('knows the weekday of known days', () => {
    assert.equal(weekday(plainDate('1970-01-01')), 4);
    assert.equal(weekday(plainDate('2026-11-21')), 6);
    assert.equal(weekday(plainDate('2024-02-29')), 4);
    assert.equal(weekday(plainDate('1969-12-28')), 7);
    assert.equal(weekday(plainDate('2026-01-05')), 1);
  });

  it('adds days across month ends, leap days and years', () => {
    assert.equal(addDays(plainDate('2024-02-28'), 1), '2024-02-29');
    assert.equal(addDays(plainDate('2025-02-28'), 1), '2025-03-01');
    assert.equal(addDays(plainDate('2025-12-31'), 1), '2026-01-01');
    assert.equal(addDays(plainDate('2026-01-01'), -1), '2025-12-31');
    assert.equal(diffDays(plainDate('2024-01-01'), plainDate('2025-01-01')), 366);
    assert.throws(() => addDays(plainDate('2026-01-01'), 0.5), PlainDateError);
    assert.throws(() => addDays(plainDate('9999-12-31'), 1), PlainDateError);
  });

  const months = [
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-10-31', 1, '2025-11-30'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 0, '2026-01-31'],
  ] as const;
  for (const [from, count, to] of months) {
    it(`${count} months from ${from} is ${to}`, () => assert.equal(addMonths(plainDate(from), count), to));
  }

  it('adds years to a leap day by falling back to the 28th', () => {
    assert.equal(addYears(plainDate('2024-02-29'), 1), '2025-02-28');
    assert.equal(addYears(plainDate('2024-02-29'), 4), '2028-02-29');
  });

  it('orders days as text orders them', () => {
    const days = ['2026-01-10', '2025-12-31', '2026-01-09'].map(plainDate).sort(compareDays);
    assert.deepEqual(days, ['2025-12-31', '2026-01-09', '2026-01-10']);
    assert.equal(compareDays(plainDate('2026-01-09'), plainDate('2026-01-09')), 0);
  });

  it('changes the day at midnight in Shanghai, 16:00 in Greenwich', () => {
    const midnight = Date.UTC(2025, 11, 31, 16);
    assert.equal(toShanghaiDay(midnight), '2026-01-01');
    assert.equal(toShanghaiDay(midnight - 1), '2025-12-31');
    assert.equal(startOfShanghaiDay(plainDate('2026-01-01')), midnight);
  });

  it('agrees with the platform on the day in Shanghai since 1992', () => {
    const moments = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2090, 0, 1) });
    fc.assert(
      fc.property(moments, (moment) => {
        const day = toShanghaiDay(moment);
        assert.equal(day, shanghai.format(moment));
        assert.ok(startOfShanghaiDay(day) <= moment && moment < startOfShanghaiDay(addDays(day, 1)));
      }),
    );
  });
});

describe('pay months', () => {
  it('are years and months and nothing else', () => {
    assert.equal(parsePayMonth('2026-02'), '2026-02');
    for (const text of ['2026-13', '2026-00', '2026-2', '2026-02-01', '2026', '']) {
      assert.equal(parsePayMonth(text), null, text);
      assert.throws(() => payMonth(text), PlainDateError);
    }
    assert.equal(isPayMonth(202602), false);
  });

  it('know their first and last day and their neighbours', () => {
    assert.equal(firstDayOf(payMonth('2024-02')), '2024-02-01');
    assert.equal(lastDayOf(payMonth('2024-02')), '2024-02-29');
    assert.equal(lastDayOf(payMonth('2025-02')), '2025-02-28');
    assert.equal(nextPayMonth(payMonth('2025-12')), '2026-01');
    assert.equal(previousPayMonth(payMonth('2026-01')), '2025-12');
    assert.equal(addPayMonths(payMonth('2026-01'), -13), '2024-12');
    assert.equal(payMonthOf(plainDate('2026-02-28')), '2026-02');
  });
});
