import assert from 'node:assert/strict';
import { blockAt, blocksOf, daysOfBlock } from '../../client/src/format/calendar-blocks.ts';
import { dayPart, isWeekend, monthsBetween, weeksOf } from '../../client/src/format/month.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';

const named = (name: string, ...days: string[]) => days.map((day) => ({ day: plainDate(day), name }));

describe('client: days on screen', () => {
  it('a month hangs with Monday first and nothing before its first day', () => {
    const weeks = weeksOf(2026, 2);
    assert.equal(weeks.length, 5);
    assert.deepEqual(weeks[0], [null, null, null, null, null, null, '2026-02-01']);
    assert.deepEqual(weeks[4], [
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      null,
    ]);
  });

  it('a February that begins on a Monday fills four weeks exactly', () => {
    assert.equal(weeksOf(2027, 2).length, 4);
  });

  it('a month is written as the language writes it', () => {
    assert.deepEqual([dayPart(1, 'zh-CN'), dayPart(1, 'en'), dayPart(11, 'en')], ['1', '01', '11']);
  });

  it('every day of a month stands on it once', () => {
    for (let month = 1; month <= 12; month += 1) {
      const days = weeksOf(2028, month)
        .flat()
        .filter((day) => day !== null);
      assert.equal(new Set(days).size, days.length);
      assert.equal(days.length, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]);
    }
  });

  it('a period over the turn of the year touches the months of both years', () => {
    assert.deepEqual(monthsBetween(plainDate('2025-11-30'), plainDate('2026-01-01')), [
      { year: 2025, month: 11 },
      { year: 2025, month: 12 },
      { year: 2026, month: 1 },
    ]);
  });

  it('Saturday and Sunday are the weekend', () => {
    assert.deepEqual(
      ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => isWeekend(plainDate(day))),
      [false, true, true, false],
    );
  });

  it('single days off become the blocks a notice prints, in order', () => {
    const days = [...named('B', '2027-05-01', '2027-05-03', '2027-05-02'), ...named('A', '2027-01-01')];
    assert.deepEqual(blocksOf(days), [
      { name: 'A', from: '2027-01-01', to: '2027-01-01' },
      { name: 'B', from: '2027-05-01', to: '2027-05-03' },
    ]);
  });

  it('neighbouring days of two holidays stay two blocks', () => {
    const days = [...named('A', '2025-10-05'), ...named('B', '2025-10-06')];
    assert.equal(blocksOf(days).length, 2);
  });

  it('blocks give back the days they were made of', () => {
    const days = [...named('A', '2027-02-27', '2027-02-28', '2027-03-01'), ...named('B', '2027-12-31')];
    assert.deepEqual(blocksOf(days).flatMap(daysOfBlock), days);
  });

  it('a block without its first day, or with its ends crossed, holds no days, and a mistyped year not thousands', () => {
    assert.deepEqual(daysOfBlock({ name: 'A', from: '', to: '2027-01-01' }), []);
    assert.deepEqual(daysOfBlock({ name: 'A', from: '2027-01-03', to: '2027-01-01' }), []);
    assert.ok(daysOfBlock({ name: 'A', from: '2027-01-01', to: '2072-01-01' }).length <= 40);
  });

  it('the n-th day the server names is found in its block', () => {
    const blocks = [
      { name: 'A', from: '2027-01-01', to: '2027-01-03' },
      { name: 'B', from: '2027-05-01', to: '2027-05-01' },
    ];
    assert.deepEqual(
      [0, 2, 3, 4].map((index) => blockAt(blocks, index)),
      [0, 0, 1, -1],
    );
  });
});
