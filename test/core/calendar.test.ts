import assert from 'node:assert/strict';
import chineseDays from 'chinese-days';
import { addDays, compareDays, plainDate, weekday } from '../../server/core/kit/plain-date.ts';
import { daysOf, off, on, type CalendarYear } from '../../server/core/law/calendar/calendar.ts';
import { BUILT_IN_YEARS, calendarWith, NATIONAL_CALENDAR } from '../../server/core/law/calendar/index.ts';
import { STATUTORY_SINCE, statutoryDays } from '../../server/core/law/calendar/statutory-days.ts';
import { countPeriod, workingDaysBetween } from '../../server/core/law/count-period.ts';
import { dayFacts, hasNotice, isWorkingDay } from '../../server/core/law/day-facts.ts';

const FIRST = plainDate('2019-01-01');
const LAST = plainDate('2026-12-31');

describe('the work calendar 2019–2026', () => {
  const workingDays: [number, number][] = [
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ];
  for (const [year, expected] of workingDays) {
    it(`${year} has ${expected} working days`, () => {
      const from = plainDate(`${year - 1}-12-31`);
      assert.equal(workingDaysBetween(from, plainDate(`${year}-12-31`), NATIONAL_CALENDAR), expected);
    });
  }

  it('agrees with an independent calendar on every one of the 2922 days', () => {
    const differing: string[] = [];
    let days = 0;
    for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
      days += 1;
      const theirs = chineseDays.isWorkday(day);
      if (isWorkingDay(day, NATIONAL_CALENDAR) !== theirs) differing.push(day);
    }
    assert.equal(days, 2922);
    assert.deepEqual(differing, []);
  });

  it('names the notice that set each year', () => {
    assert.deepEqual(
      BUILT_IN_YEARS.map(({ year, notices }) => [year, notices.map(({ number }) => number)]),
      [
        [2019, ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号']],
        [2020, ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号']],
        [2021, ['国办发明电〔2020〕27号']],
        [2022, ['国办发明电〔2021〕11号']],
        [2023, ['国办发明电〔2022〕16号']],
        [2024, ['国办发明电〔2023〕7号']],
        [2025, ['国办发明电〔2024〕12号']],
        [2026, ['国办发明电〔2025〕7号']],
      ],
    );
    for (const { year, notices } of BUILT_IN_YEARS) {
      const first = notices[0];
      assert.ok(
        first && first.issuedOn.startsWith(String(year - 1)),
        `${year}: the first notice came the year before`,
      );
      for (const { link } of notices)
        if (link !== undefined) assert.match(link, /^https?:\/\/(www\.)?([a-z]+\.)?gov\.cn\//);
    }
  });

  it('makes up only Saturdays and Sundays, and lists no day twice', () => {
    for (const { off: blocks, on: madeUp } of BUILT_IN_YEARS) {
      for (const { day } of madeUp) assert.ok(weekday(day) >= 6, day);
      const listed = [...blocks.flatMap(daysOf), ...madeUp.map(({ day }) => day)];
      assert.equal(new Set(listed).size, listed.length);
      for (const block of blocks) assert.ok(compareDays(block.from, block.to) <= 0);
    }
  });

  it('the epidemic lengthened the Spring Festival of 2020 and cancelled its make-up Saturday', () => {
    for (const day of ['2020-01-31', '2020-02-01', '2020-02-02']) {
      assert.deepEqual(
        dayFacts(plainDate(day), NATIONAL_CALENDAR),
        { working: false, why: 'holiday', name: '春节' },
        day,
      );
    }
    assert.equal(isWorkingDay(plainDate('2020-01-19'), NATIONAL_CALENDAR), true);
    assert.equal(isWorkingDay(plainDate('2020-02-03'), NATIONAL_CALENDAR), true);
  });

  it('merges years across the turn: a notice also rules the last days of the year before', () => {
    const { working, why } = dayFacts(plainDate('2018-12-29'), NATIONAL_CALENDAR);
    assert.deepEqual([working, why], [true, 'makeUp']);
    assert.equal(isWorkingDay(plainDate('2018-12-31'), NATIONAL_CALENDAR), false, 'a Monday');
    assert.equal(dayFacts(plainDate('2022-12-31'), NATIONAL_CALENDAR).name, '元旦');
  });

  it('says why each kind of day is worked or not', () => {
    const facts = (day: string) => dayFacts(plainDate(day), NATIONAL_CALENDAR).why;
    assert.deepEqual(['2026-03-02', '2026-03-07', '2026-02-17', '2026-02-14'].map(facts), [
      'weekday',
      'weekend',
      'holiday',
      'makeUp',
    ]);
  });
});

describe('adding to the calendar', () => {
  const YEAR_2027: CalendarYear = {
    year: 2027,
    notices: [],
    off: [off('元旦', '2026-12-31', '2027-01-03')],
    on: [on('元旦', '2027-01-09')],
  };

  it('a year without a notice is known to be missing and falls back to the law’s own days and to weekdays', () => {
    assert.equal(hasNotice(plainDate('2027-10-01'), NATIONAL_CALENDAR), false);
    assert.equal(hasNotice(plainDate('2026-10-01'), NATIONAL_CALENDAR), true);
    assert.deepEqual(dayFacts(plainDate('2027-10-01'), NATIONAL_CALENDAR), {
      ...{ working: false, why: 'holiday', name: '国庆节' },
    });
    assert.equal(
      isWorkingDay(plainDate('2027-10-04'), NATIONAL_CALENDAR),
      true,
      'a Monday: its bridge is the notice’s',
    );
  });

  // Lunar new year: 2027-02-06, 2028-01-26, 2031-01-23. Festivals of the sun and the moon beside it need the notice.
  const OFF_BY_LAW: [year: number, days: string][] = [
    [2027, '01-01 02-05 02-06 02-07 02-08 05-01 05-02 10-01 10-02 10-03'],
    [2028, '01-01 01-25 01-26 01-27 01-28 05-01 05-02 10-01 10-02 10-03'],
    [2031, '01-01 01-22 01-23 01-24 01-25 05-01 05-02 10-01 10-02 10-03'],
    [2045, '01-01 05-01 05-02 10-01 10-02 10-03'], // past the table of lunar new year
  ];
  for (const [year, days] of OFF_BY_LAW)
    it(`${year} has its days off by law before any notice`, () => {
      const found: string[] = [];
      for (let day = plainDate(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1))
        if (dayFacts(day, NATIONAL_CALENDAR).why === 'holiday') found.push(day.slice(5));
      assert.equal(found.join(' '), days);
    });

  it('the days off by law agree with every notice since they were set', () => {
    for (const { year, off: listed } of BUILT_IN_YEARS.filter(({ year: one }) => one >= STATUTORY_SINCE)) {
      const known = new Set(listed.flatMap(daysOf));
      for (const day of statutoryDays(year).flatMap(daysOf)) assert.ok(known.has(day), day);
    }
  });

  it('an added year counts at once, also backwards over the turn', () => {
    const calendar = calendarWith([YEAR_2027]);
    assert.equal(isWorkingDay(plainDate('2026-12-31'), calendar), false);
    assert.equal(isWorkingDay(plainDate('2027-01-09'), calendar), true);
    assert.equal(hasNotice(plainDate('2027-10-01'), calendar), true);
    const count = countPeriod({
      from: plainDate('2026-12-30'),
      length: { workingDays: 1 },
      roll: 'none',
      calendar,
    });
    assert.deepEqual([count.dueOn, count.provisional], ['2027-01-04', false]);
  });

  it('an area’s own festival is a day off there and nowhere else', () => {
    const wenshan = calendarWith([], [{ source: 'test area', off: [off('三月三', '2026-04-20')] }]);
    assert.equal(isWorkingDay(plainDate('2026-04-20'), wenshan), false);
    assert.equal(isWorkingDay(plainDate('2026-04-20'), NATIONAL_CALENDAR), true);
    const count = countPeriod({
      from: plainDate('2026-04-17'),
      length: { workingDays: 1 },
      roll: 'none',
      calendar: wenshan,
    });
    assert.equal(count.dueOn, '2026-04-21');
    assert.deepEqual(count.skipped.at(-1), { day: '2026-04-20', why: 'holiday', name: '三月三' });
  });
});
