import assert from 'node:assert/strict';
import type { ServiceMode } from '../../server/core/contract/cases.ts';
import { fen } from '../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../server/core/law/calendar/index.ts';
import { lateSurcharge } from '../../server/core/law/late-surcharge.ts';
import type { LimitStop } from '../../server/core/law/limitation.ts';
import { limitation, limitationOfWages } from '../../server/core/law/limitation.ts';
import { recountDeadline } from '../../server/core/law/recount-deadline.ts';
import { servedOnDay } from '../../server/core/law/served-on-day.ts';
import { firstHearingDay, isToldInTime } from '../../server/core/proceedings/hearing.ts';

const day = plainDate;

describe('the day a paper counts as served', () => {
  const CASES: [ServiceMode, on: string, served: string][] = [
    ['DIRECT', '2026-02-14', '2026-02-14'],
    ['LEFT', '2026-03-01', '2026-03-01'],
    ['MAIL', '2025-12-31', '2025-12-31'],
    ['ELECTRONIC', '2026-04-05', '2026-04-05'],
    ['PUBLIC_NOTICE', '2026-03-02', '2026-04-01'],
    ['PUBLIC_NOTICE', '2026-01-16', '2026-02-15'], // in the Spring Festival: nothing is to be done, so it stays
    ['PUBLIC_NOTICE', '2025-12-31', '2026-01-30'],
    ['PUBLIC_NOTICE', '2024-01-30', '2024-02-29'],
  ];
  for (const [mode, on, served] of CASES) {
    it(`${mode} on ${on} is ${served}`, () => {
      assert.equal(servedOnDay(mode, day(on)), served);
    });
  }
});

describe('what a fine paid late has grown by', () => {
  const FINE = fen(100_000);
  const CASES: [dueOn: string, on: string, days: number, fen: number][] = [
    ['2026-03-02', '2026-03-02', 0, 0],
    ['2026-03-02', '2026-03-03', 1, 3_000],
    ['2026-03-02', '2026-03-01', 0, 0],
    ['2025-12-31', '2026-01-05', 5, 15_000],
    ['2026-02-14', '2026-02-24', 10, 30_000], // holidays grow like other days
    ['2026-03-02', '2026-04-04', 33, 99_000],
    ['2026-03-02', '2026-04-05', 34, 100_000], // never more than the fine
    ['2026-03-02', '2028-03-02', 731, 100_000],
  ];
  for (const [dueOn, on, days, sum] of CASES) {
    it(`due ${dueOn}, on ${on}: ${days} days, ${sum} fen`, () => {
      assert.deepEqual(lateSurcharge({ fineFen: FINE, dueOn: day(dueOn), on: day(on) }), { days, fen: sum });
    });
  }

  it('leaves out the days of a reconsideration and of a suit, one that still runs to the end', () => {
    const between = { fineFen: FINE, dueOn: day('2026-03-02'), on: day('2026-03-12') };
    const ended = [{ from: day('2026-03-04'), until: day('2026-03-08') }];
    assert.deepEqual(lateSurcharge({ ...between, standstills: ended }), { days: 5, fen: 15_000 });
    const running = [{ from: day('2026-03-04') }];
    assert.deepEqual(lateSurcharge({ ...between, standstills: running }), { days: 1, fen: 3_000 });
    const twice = [...ended, { from: day('2026-03-07'), until: day('2026-03-10') }];
    assert.deepEqual(lateSurcharge({ ...between, standstills: twice }), { days: 3, fen: 9_000 });
  });
});

describe('the two years within which a violation is pursued', () => {
  const CASES: [
    ended: string | undefined,
    stop: [LimitStop, string] | undefined,
    today: string,
    state: string,
    last: string | undefined,
  ][] = [
    ['2024-05-31', ['complaint', '2026-05-31'], '2026-06-10', 'stopped', '2026-05-31'],
    ['2024-05-31', ['complaint', '2026-06-01'], '2026-06-10', 'outOfTime', '2026-05-31'],
    ['2024-05-31', ['report', '2026-01-01'], '2026-06-10', 'stopped', '2026-05-31'],
    ['2024-02-29', undefined, '2026-02-28', 'running', '2026-02-28'],
    ['2024-02-29', undefined, '2026-03-01', 'outOfTime', '2026-02-28'],
    ['2024-02-29', ['discovery', '2026-02-28'], '2030-01-01', 'stopped', '2026-02-28'],
    [undefined, undefined, '2026-03-01', 'continuing', undefined],
    [undefined, ['complaint', '2026-03-01'], '2026-03-02', 'continuing', undefined],
  ];
  for (const [ended, stop, today, state, last] of CASES) {
    it(`ended ${ended ?? 'not yet'}, ${stop?.join(' ') ?? 'unseen'}, on ${today}: ${state}`, () => {
      const found = limitation({
        endedOn: ended === undefined ? undefined : day(ended),
        stop: stop === undefined ? undefined : { by: stop[0], on: day(stop[1]) },
        today: day(today),
        calendar,
      });
      assert.deepEqual([found.state, found.lastDay], [state, last]);
      assert.ok(found.words.zh !== '' && found.words.en !== '');
    });
  }
});

describe('the two years for wages', () => {
  // A month's wages may be due in the month after at the latest: only then can somebody be late with them.
  const CASES: [months: string[], on: string, state: string, last: string][] = [
    [['2024-01'], '2026-02-28', 'stopped', '2026-02-28'], // until 29 February 2024, which 2026 has not
    [['2024-01'], '2026-03-01', 'outOfTime', '2026-02-28'],
    [['2023-12'], '2026-01-31', 'stopped', '2026-01-31'],
    [['2023-12'], '2026-02-01', 'outOfTime', '2026-01-31'],
    [['2024-03', '2022-01', '2024-01'], '2026-04-30', 'stopped', '2026-04-30'], // the last of them, in whatever order
    [['2026-02'], '2026-03-02', 'stopped', '2028-03-31'], // before it was due at all
  ];
  for (const [months, on, state, last] of CASES)
    it(`of ${months.join(' and ')}, complained of on ${on}: ${state}`, () => {
      const found = limitationOfWages(
        months.map(payMonth),
        { by: 'complaint', on: day(on) },
        day(on),
        calendar,
      );
      assert.deepEqual([found?.state, found?.lastDay], [state, last]);
      assert.match(found?.words.zh ?? '', /次月末/u);
    });

  it('are not counted where no month is known', () => {
    assert.equal(
      limitationOfWages([], { by: 'complaint', on: day('2026-03-02') }, day('2026-03-02'), calendar),
      null,
    );
  });
});

describe('the first day of a hearing', () => {
  const CASES: [told: string, first: string][] = [
    ['2026-03-02', '2026-03-11'],
    ['2026-03-07', '2026-03-18'], // told on a Saturday: the seventh working day back is the Monday after it
    ['2026-02-13', '2026-03-02'], // 14 and 28 February are made up, 15 to 23 February are off
    ['2025-12-24', '2026-01-05'], // over the turn of the year, 1 to 3 January off and the 4th made up
    ['2025-09-28', '2025-10-14'], // a made-up Sunday, then National Day and the made-up 11 October
  ];
  for (const [told, first] of CASES) {
    it(`told on ${told}: ${first}, and not a day earlier`, () => {
      assert.equal(firstHearingDay(day(told), calendar), first);
      assert.equal(isToldInTime(day(told), day(first), calendar), true);
    });
  }
});

describe('a period whose length an area has set', () => {
  it('is counted again with that length, not with the one that may not be taken for law', () => {
    const set = {
      period: 'bondRefill',
      startedOn: day('2026-09-14'),
      dueOn: day('2026-09-17'),
      workingDays: 3,
    } as const;
    assert.equal(recountDeadline(set, calendar), set);
    const local = {
      ...calendar,
      overlays: [{ source: '测试', off: [{ name: '州庆', from: day('2026-09-17'), to: day('2026-09-17') }] }],
    };
    assert.deepEqual(recountDeadline(set, local), { ...set, dueOn: '2026-09-18' });
  });
});
