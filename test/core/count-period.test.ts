import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  diffDays,
  payMonth,
  plainDate,
} from '../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../server/core/law/calendar/index.ts';
import {
  countBack,
  countPeriod,
  PeriodLengthError,
  workingDaysBetween,
  type CountedLength,
  type Roll,
} from '../../server/core/law/count-period.ts';
import { isWorkingDay } from '../../server/core/law/day-facts.ts';
import { agreedPayDay, payDateOn } from '../../server/core/law/pay-date.ts';
import { timeLeft } from '../../server/core/law/time-left.ts';

function count(from: string, length: CountedLength, roll: Roll = 'none') {
  return countPeriod({ from: plainDate(from), length, roll, calendar });
}

const knownDays = fc
  .integer({ min: dayNumber(plainDate('2019-01-01')), max: dayNumber(plainDate('2026-06-30')) })
  .map(dayFromNumber);

describe('counting working days', () => {
  const vectors: [string, number, string][] = [
    ['2026-02-13', 5, '2026-02-27'],
    ['2025-09-30', 5, '2025-10-14'],
    ['2025-09-26', 60, '2025-12-25'],
    ['2026-01-05', 60, '2026-04-03'],
    ['2026-01-05', 90, '2026-05-20'],
    ['2023-12-29', 20, '2024-01-29'],
    ['2024-04-26', 7, '2024-05-09'],
    ['2026-01-12', 60, '2026-04-13'],
    ['2026-01-12', 0, '2026-01-12'],
  ];
  for (const [from, days, due] of vectors) {
    it(`${days} working days from ${from} end on ${due}`, () => {
      const result = count(from, { workingDays: days });
      assert.equal(result.dueOn, due);
      assert.equal(result.counted, days);
      assert.equal(result.provisional, false);
    });
  }

  const festivals: [string, string][] = [
    ['2019-02-03', '2019-02-11'],
    ['2020-01-23', '2020-02-03'],
    ['2021-02-10', '2021-02-18'],
    ['2022-01-30', '2022-02-07'],
    ['2023-01-20', '2023-01-28'],
    ['2024-02-09', '2024-02-18'],
    ['2025-01-27', '2025-02-05'],
    ['2026-02-14', '2026-02-24'],
  ];
  for (const [lastBefore, firstAfter] of festivals) {
    it(`the working day after ${lastBefore}, the last before the Spring Festival, is ${firstAfter}`, () => {
      assert.equal(isWorkingDay(plainDate(lastBefore), calendar), true);
      assert.equal(count(lastBefore, { workingDays: 1 }).dueOn, firstAfter);
    });
  }

  it('lists the days skipped over the Spring Festival and the Saturday made up before it', () => {
    const { skipped, madeUp } = count('2026-02-13', { workingDays: 5 });
    const festival = [15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => ({
      day: `2026-02-${day}`,
      why: 'holiday',
      name: '春节',
    }));
    assert.deepEqual(skipped, festival);
    assert.deepEqual(madeUp, [{ day: '2026-02-14', name: '春节' }]);
  });

  it('tells a plain weekend from a holiday', () => {
    assert.deepEqual(count('2026-03-06', { workingDays: 1 }).skipped, [
      { day: '2026-03-07', why: 'weekend' },
      { day: '2026-03-08', why: 'weekend' },
    ]);
  });

  it('crosses the turn of 2018 over a make-up Saturday and a Monday off', () => {
    const one = count('2018-12-28', { workingDays: 1 });
    assert.deepEqual([one.dueOn, one.provisional], ['2018-12-29', false]);
    assert.equal(count('2018-12-28', { workingDays: 2 }).dueOn, '2019-01-02');
  });

  it('crosses the turn of 2022, whose holiday begins on 31 December', () => {
    const { dueOn, skipped } = count('2022-12-30', { workingDays: 1 });
    assert.equal(dueOn, '2023-01-03');
    assert.deepEqual(
      skipped.map(({ day }) => day),
      ['2022-12-31', '2023-01-01', '2023-01-02'],
    );
  });

  it('is provisional as soon as it needs a day of a year without a notice', () => {
    const result = count('2026-12-25', { workingDays: 10 });
    assert.deepEqual([result.dueOn, result.provisional, result.missingYears], ['2027-01-11', true, [2027]]);
    const before = count('2026-12-25', { workingDays: 4 });
    assert.deepEqual([before.dueOn, before.provisional, before.missingYears], ['2026-12-31', false, []]);
    assert.deepEqual(count('2018-06-01', { workingDays: 1 }).missingYears, [2018]);
  });

  it('refuses lengths that no period has', () => {
    const bad: CountedLength[] = [
      { workingDays: -1 },
      { workingDays: 1.5 },
      { workingDays: Number.NaN },
      { workingDays: 25_001 },
      { calendarDays: 36_601 },
      { months: 1_201 },
      { years: 101 },
      { years: Infinity },
    ];
    for (const length of bad) assert.throws(() => count('2026-01-01', length), PeriodLengthError);
  });
});

describe('counting calendar days, months and years', () => {
  const examples: [string, CountedLength, Roll, string][] = [
    ['2026-01-16', { calendarDays: 30 }, 'forward', '2026-02-24'],
    ['2026-01-16', { calendarDays: 30 }, 'none', '2026-02-15'],
    ['2026-01-16', { calendarDays: 30 }, 'back', '2026-02-14'],
    ['2026-02-27', { calendarDays: 1 }, 'forward', '2026-02-28'], // a make-up Saturday stays
    ['2026-03-01', { calendarDays: 6 }, 'forward', '2026-03-09'],
    ['2026-03-01', { calendarDays: 6 }, 'back', '2026-03-06'],
    ['2024-02-28', { calendarDays: 1 }, 'none', '2024-02-29'],
    ['2025-02-28', { calendarDays: 1 }, 'none', '2025-03-01'],
    ['2025-12-02', { calendarDays: 30 }, 'forward', '2026-01-04'], // 1 January; the make-up Sunday after it
    ['2024-01-31', { months: 1 }, 'none', '2024-02-29'],
    ['2025-01-31', { months: 1 }, 'none', '2025-02-28'],
    ['2025-08-31', { months: 6 }, 'none', '2026-02-28'],
    ['2025-10-05', { months: 6 }, 'forward', '2026-04-07'],
    ['2025-11-30', { months: 3 }, 'forward', '2026-02-28'],
    ['2024-02-29', { years: 3 }, 'none', '2027-02-28'],
    ['2023-05-01', { years: 3 }, 'forward', '2026-05-06'],
    ['2026-02-20', { sameDay: true }, 'back', '2026-02-14'],
    ['2026-02-20', { sameDay: true }, 'forward', '2026-02-24'],
    ['2020-01-31', { sameDay: true }, 'forward', '2020-02-03'],
  ];
  for (const [from, length, roll, due] of examples) {
    it(`${JSON.stringify(length)} from ${from}, rolling ${roll}, end on ${due}`, () => {
      const result = count(from, length, roll);
      assert.equal(result.dueOn, due);
      assert.deepEqual(result.madeUp, [], 'make-up days matter only for working days');
    });
  }

  it('lists only the days it rolled over', () => {
    const { skipped, counted } = count('2026-03-01', { calendarDays: 6 }, 'forward');
    assert.deepEqual(skipped, [
      { day: '2026-03-07', why: 'weekend' },
      { day: '2026-03-08', why: 'weekend' },
    ]);
    assert.equal(counted, 6);
  });

  it('needs no notice where no day has to be judged', () => {
    assert.equal(count('2026-03-01', { years: 3 }, 'none').provisional, false);
    assert.equal(count('2026-03-01', { years: 3 }, 'forward').provisional, true);
  });
});

describe('counting back', () => {
  it('finds the last day for a notice seven working days before a hearing', () => {
    const result = countBack({
      before: plainDate('2026-03-11'),
      length: { workingDays: 7 },
      roll: 'none',
      calendar,
    });
    assert.equal(result.dueOn, '2026-03-02');
    assert.equal(workingDaysBetween(result.dueOn, plainDate('2026-03-11'), calendar), 7);
  });

  it('goes back over the Spring Festival, counting the make-up Saturday', () => {
    const { dueOn, madeUp } = countBack({
      before: plainDate('2026-02-25'),
      length: { workingDays: 3 },
      roll: 'none',
      calendar,
    });
    assert.equal(dueOn, '2026-02-13');
    assert.deepEqual(
      madeUp.map(({ day }) => day),
      ['2026-02-14'],
    );
  });

  it('goes back months to the same day or the month’s last', () => {
    const result = countBack({
      before: plainDate('2026-03-31'),
      length: { months: 1 },
      roll: 'none',
      calendar,
    });
    assert.equal(result.dueOn, '2026-02-28');
  });
});

describe('what always holds when counting', () => {
  it('a working-day period ends on a working day, and every day passed is either counted or skipped', () => {
    fc.assert(
      fc.property(knownDays, fc.integer({ min: 1, max: 90 }), (from, days) => {
        const { dueOn, skipped, madeUp } = countPeriod({
          from,
          length: { workingDays: days },
          roll: 'none',
          calendar,
        });
        assert.ok(isWorkingDay(dueOn, calendar));
        assert.equal(diffDays(from, dueOn), days + skipped.length);
        assert.equal(workingDaysBetween(from, dueOn, calendar), days);
        for (const { day } of skipped) assert.ok(!isWorkingDay(day, calendar) && from < day && day < dueOn);
        for (const { day } of madeUp) assert.ok(isWorkingDay(day, calendar) && from < day && day <= dueOn);
      }),
    );
  });

  it('counting a then b is counting a + b', () => {
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(knownDays, days, days, (from, a, b) => {
        const step = (start: typeof from, workingDays: number) =>
          countPeriod({ from: start, length: { workingDays }, roll: 'none', calendar }).dueOn;
        return step(step(from, a), b) === step(from, a + b);
      }),
    );
  });

  it('counting back undoes counting forward from a working day', () => {
    fc.assert(
      fc.property(knownDays, fc.integer({ min: 1, max: 60 }), (from, days) => {
        fc.pre(isWorkingDay(from, calendar));
        const { dueOn } = countPeriod({ from, length: { workingDays: days }, roll: 'none', calendar });
        assert.equal(
          countBack({ before: dueOn, length: { workingDays: days }, roll: 'none', calendar }).dueOn,
          from,
        );
      }),
    );
  });

  it('rolling lands on a working day on its own side, and stays when the day is worked', () => {
    fc.assert(
      fc.property(knownDays, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const end = addDays(from, days);
        const roll = (way: Roll) =>
          countPeriod({ from, length: { calendarDays: days }, roll: way, calendar }).dueOn;
        assert.equal(roll('none'), end);
        assert.ok(roll('back') <= end && end <= roll('forward'));
        assert.ok(isWorkingDay(roll('back'), calendar) && isWorkingDay(roll('forward'), calendar));
        assert.equal(roll('back') === end, isWorkingDay(end, calendar));
        assert.equal(
          workingDaysBetween(roll('back'), roll('forward'), calendar),
          isWorkingDay(end, calendar) ? 0 : 1,
        );
      }),
    );
  });
});

describe('pay dates', () => {
  const examples: [string, string][] = [
    ['2026-02-20', '2026-02-14'],
    ['2025-10-05', '2025-09-30'],
    ['2026-03-15', '2026-03-13'],
    ['2026-02-28', '2026-02-28'],
    ['2023-01-01', '2022-12-30'],
    ['2020-02-01', '2020-01-23'],
    ['2026-03-16', '2026-03-16'],
  ];
  for (const [agreed, payOn] of examples) {
    it(`wages agreed for ${agreed} are due on ${payOn}`, () => {
      assert.equal(payDateOn(plainDate(agreed), calendar).payOn, payOn);
    });
  }

  it('lists the days the pay date was moved over', () => {
    const { skipped } = payDateOn(plainDate('2026-03-15'), calendar);
    assert.deepEqual(
      skipped.map(({ day }) => day),
      ['2026-03-14', '2026-03-15'],
    );
  });

  it('an agreed day past the month’s end is its last day, in the month worked or the next', () => {
    assert.equal(agreedPayDay(payMonth('2026-01'), 31, 'next'), '2026-02-28');
    assert.equal(agreedPayDay(payMonth('2024-01'), 30, 'next'), '2024-02-29');
    assert.equal(agreedPayDay(payMonth('2025-12'), 15, 'next'), '2026-01-15');
    assert.equal(agreedPayDay(payMonth('2025-12'), 31, 'current'), '2025-12-31');
    for (const bad of [0, 32, 1.5, Number.NaN])
      assert.throws(() => agreedPayDay(payMonth('2026-01'), bad, 'next'), RangeError);
  });

  it('are provisional without the year’s notice', () => {
    assert.equal(payDateOn(plainDate('2027-02-10'), calendar).provisional, true);
    // New Year's Day is off whatever the notice says: wages agreed for it are paid before
    const newYear = payDateOn(plainDate('2027-01-01'), calendar);
    assert.deepEqual([newYear.payOn, newYear.provisional], ['2026-12-31', false]);
    assert.equal(payDateOn(plainDate('2027-02-07'), calendar).payOn, '2027-02-04');
  });
});

describe('time left', () => {
  const examples: [string, string, 'left' | 'dueToday' | 'overdue', number, number][] = [
    ['2026-03-06', '2026-03-11', 'left', 3, 5],
    ['2026-02-13', '2026-02-24', 'left', 2, 11],
    ['2026-03-11', '2026-03-11', 'dueToday', 0, 0],
    ['2026-03-13', '2026-03-11', 'overdue', 2, 2],
    ['2026-03-14', '2026-03-13', 'overdue', 0, 1],
    ['2026-02-25', '2026-02-13', 'overdue', 3, 12],
  ];
  for (const [today, dueOn, state, workingDays, calendarDays] of examples) {
    it(`on ${today} a deadline of ${dueOn} is ${state}, ${workingDays} working days`, () => {
      const left = timeLeft(plainDate(today), plainDate(dueOn), calendar);
      assert.deepEqual(left, { state, workingDays, calendarDays, provisional: false });
    });
  }

  it('is provisional when the due day’s year has no notice', () => {
    assert.equal(timeLeft(plainDate('2026-12-30'), plainDate('2027-01-05'), calendar).provisional, true);
  });

  it('between two days is what looking at every day of them counts', () => {
    fc.assert(
      fc.property(knownDays, fc.integer({ min: 0, max: 900 }), (from, days) => {
        const to = addDays(from, days);
        let counted = 0;
        for (let day = from; day < to;) {
          day = addDays(day, 1);
          if (isWorkingDay(day, calendar)) counted += 1;
        }
        assert.equal(workingDaysBetween(from, to, calendar), counted);
      }),
      { numRuns: 200 },
    );
  });

  it('between two days is the same number either way round, with the sign changed', () => {
    fc.assert(
      fc.property(knownDays, knownDays, (a, b) => {
        assert.equal(workingDaysBetween(a, b, calendar) + workingDaysBetween(b, a, calendar), 0);
      }),
      { numRuns: 30 },
    );
  });
});
