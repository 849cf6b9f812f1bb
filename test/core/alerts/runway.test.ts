import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MonthFacts, ProjectFacts } from '../../../server/core/alerts/facts.ts';
import { runway, runwayRow, runwayWakes } from '../../../server/core/alerts/runway.ts';
import { nextSpringFestival } from '../../../server/core/alerts/spring-festival.ts';
import { lunarNewYearOf } from '../../../server/core/law/calendar/lunar-new-year.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { addDays, plainDate as day } from '../../../server/core/kit/plain-date.ts';
import { off, type CalendarYear } from '../../../server/core/law/calendar/calendar.ts';
import { calendarWith, NATIONAL_CALENDAR as calendar } from '../../../server/core/law/calendar/index.ts';
import { CONTRACT, month, projectFacts, sheet, team, unpaidSheet } from './project-facts.ts';
import { inState, money, withoutContract } from './site-facts.ts';

/** The same as the built-in years, made up: nobody knows yet what the notice of 2027 will say. */
const YEAR_2027: CalendarYear = {
  year: 2027,
  notices: [],
  off: [off('春节', '2027-02-06', '2027-02-12')],
  on: [],
};
const with2027 = calendarWith([YEAR_2027]);

/** A month of so many yuan, all paid. */
const paid = (of: string, yuan: number): MonthFacts =>
  month(of, [team({ sheet: sheet({ netFen: fen(yuan * 100), creditedFen: fen(yuan * 100) }) })]);
/** 100 yuan of labour cost due on the 25th, nothing of it here. */
const cost = (of: string, over: { dueFen?: ReturnType<typeof fen> } = { dueFen: fen(10_000) }): MonthFacts =>
  month(of, [], { labourCost: { dueOn: day(`${of}-25`), receivedFen: fen(0), ...over } });
/** Payrolls of 100 yuan in July, August and September 2026, due on the 15th of the month after. */
const HUNDREDS = ['2026-07', '2026-08', '2026-09'].map((of) => paid(of, 100));
const facts = (balanceYuan: number, over: Partial<ProjectFacts> = {}): ProjectFacts =>
  projectFacts({ months: HUNDREDS, money: money(balanceYuan * 100), ...over });
const look = (of: ProjectFacts, today: string, delayDays = 0, by = calendar) =>
  runway({ facts: of, today: day(today), calendar: by, delayDays });

describe('the forecast of one month of wages', () => {
  const rows: [title: string, months: MonthFacts[], today: string, expectedFen: number | undefined][] = [
    ['no month filed', [month('2026-09', [team({ attendedPeople: 5 })])], '2026-11-01', undefined],
    ['one month', [paid('2026-09', 100)], '2026-11-01', 10_000],
    [
      'two months: between them, rounded up',
      [paid('2026-08', 100.01), paid('2026-09', 100)],
      '2026-11-01',
      10_001,
    ],
    [
      'three months: the middle one',
      [paid('2026-07', 90), paid('2026-08', 40), paid('2026-09', 100)],
      '2026-11-01',
      9_000,
    ],
    [
      'only the last three, in whatever order they stand',
      [
        paid('2026-09', 100),
        paid('2026-06', 1),
        paid('2026-05', 1),
        paid('2026-08', 90),
        paid('2026-07', 95),
      ],
      '2026-11-01',
      9_500,
    ],
    [
      'the turn of the year',
      [paid('2025-11', 10), paid('2025-12', 20), paid('2026-01', 30)],
      '2026-03-01',
      2_000,
    ],
    [
      'a returned sheet is none',
      [paid('2026-08', 100), month('2026-09', [team({ sheet: sheet({ isReturned: true }) })])],
      '2026-11-01',
      10_000,
    ],
    [
      'a month of which one team has filed, before its pay day',
      [paid('2026-09', 100), { ...month('2026-10', [team(), ...paid('2026-10', 5).teams]) }],
      '2026-11-13',
      10_000,
    ],
    [
      'the same month after its pay day',
      [paid('2026-09', 100), { ...month('2026-10', [team(), ...paid('2026-10', 50).teams]) }],
      '2026-11-14',
      7_500,
    ],
    [
      'teams add up',
      [month('2026-09', [...paid('2026-09', 60).teams, ...paid('2026-09', 40).teams])],
      '2026-11-01',
      10_000,
    ],
  ];
  for (const [title, months, today, expectedFen] of rows)
    it(`${title}: ${expectedFen ?? 'not known'}`, () => {
      assert.equal(look(facts(0, { months }), today).monthlyFen, expectedFen);
    });
});

describe('how many days the balance covers', () => {
  for (const [balance, days] of [
    [0, 0],
    [100, 30],
    [200, 60],
    [1_200, 365],
  ] as const)
    it(`${balance} yuan at 100 a month: ${days}`, () => {
      assert.equal(look(facts(balance), '2026-11-01').days, days);
    });

  it('is not known without a balance or without a payroll', () => {
    const { money: _, ...noMoney } = facts(0);
    assert.equal(look(noMoney, '2026-11-01').days, undefined);
    assert.equal(look(facts(5, { months: [] }), '2026-11-01').days, undefined);
    assert.equal(look(facts(5, { months: [paid('2026-09', 0)] }), '2026-11-01').days, undefined);
  });
});

describe('the first pay day the money does not cover', () => {
  type Row = [
    title: string,
    facts: ProjectFacts,
    today: string,
    delay: number,
    dry?: string,
    shortFen?: number,
  ];
  const rows: Row[] = [
    ['October’s wages, due on Friday before a Sunday', facts(99.99), '2026-11-01', 0, '2026-11-13', 1],
    ['on the pay day itself they are still due', facts(99.99), '2026-11-13', 0, '2026-11-13', 1],
    ['the second pay day', facts(100), '2026-11-01', 0, '2026-12-15', 10_000],
    [
      'labour cost of November bridges December',
      facts(100, { months: [...HUNDREDS, cost('2026-11')] }),
      '2026-11-01',
      0,
    ],
    [
      'paid 20 days late it still comes on the pay day',
      facts(100, { months: [...HUNDREDS, cost('2026-11')] }),
      '2026-11-01',
      20,
    ],
    [
      'paid 21 days late it comes after it',
      facts(100, { months: [...HUNDREDS, cost('2026-11')] }),
      '2026-11-01',
      21,
      '2026-12-15',
      10_000,
    ],
    [
      'overdue labour cost is not counted on, however late the owner is thought to be',
      facts(0, { months: [...HUNDREDS, cost('2026-10')] }),
      '2026-10-26',
      10,
      '2026-11-13',
      10_000,
    ],
    [
      'labour cost due today is',
      facts(0, { months: [...HUNDREDS, cost('2026-10')] }),
      '2026-10-25',
      0,
      // with 100 in October and 100 in November both pay days looked at are covered
    ],
    [
      'labour cost measured by progress counts for nothing',
      facts(100, { months: [...HUNDREDS, cost('2026-11', {})] }),
      '2026-11-01',
      0,
      '2026-12-15',
      10_000,
    ],
    [
      'sheets already filed for October count as they are',
      facts(100, {
        months: [
          ...HUNDREDS,
          month('2026-10', [team({ sheet: unpaidSheet({ netFen: fen(12_000), shortFen: fen(12_000) }) })]),
        ],
      }),
      '2026-11-01',
      0,
      '2026-11-13',
      2_000,
    ],
    [
      'one team of October has filed and one has not: the rest of the forecast is still due',
      facts(0, {
        months: [
          ...HUNDREDS,
          month('2026-10', [
            team({ sheet: unpaidSheet({ netFen: fen(3_000), shortFen: fen(3_000) }) }),
            team({ teamId: 't2' }),
          ]),
        ],
      }),
      '2026-11-01',
      0,
      '2026-11-13',
      10_000,
    ],
    [
      'October is paid already, so that the balance lasts through December',
      facts(100, { months: [...HUNDREDS.slice(1), paid('2026-10', 100)] }),
      '2026-11-01',
      0,
      '2027-01-15',
      10_000,
    ],
    [
      'wages past their pay day are owed first',
      facts(110, {
        months: [
          ...HUNDREDS,
          month('2026-06', [team({ sheet: unpaidSheet({ netFen: fen(2_000), shortFen: fen(2_000) }) })]),
        ],
      }),
      '2026-11-01',
      0,
      '2026-11-13',
      1_000,
    ],
    [
      'the balance does not even cover those',
      facts(10, {
        months: [
          ...HUNDREDS,
          month('2026-06', [team({ sheet: unpaidSheet({ netFen: fen(2_000), shortFen: fen(2_000) }) })]),
        ],
      }),
      '2026-11-01',
      0,
      '2026-07-15',
      1_000,
    ],
    ['finished works owe what is filed and forecast nothing', facts(0, inState('finished')), '2026-11-01', 0],
    [
      'works planned to end in October have no payroll of November',
      facts(100, { contract: { ...CONTRACT, plannedUntil: day('2026-11-05') } }),
      '2026-11-01',
      0,
      '2026-12-15',
      10_000,
    ],
    [
      'and when the end planned lies in October',
      facts(100, { contract: { ...CONTRACT, plannedUntil: day('2026-10-31') } }),
      '2026-10-20',
      0,
    ],
    [
      'works that outlast their plan go on',
      facts(100, { contract: { ...CONTRACT, plannedUntil: day('2026-10-31') } }),
      '2026-11-01',
      0,
      '2026-12-15',
      10_000,
    ],
    [
      'wages paid within the month worked',
      facts(100, {
        contract: { ...CONTRACT, payDay: 31, payDayIn: 'current' },
        months: ['2026-08', '2026-09', '2026-10'].map((of) => ({
          ...paid(of, 100),
          payOn: day(`${of}-28`),
        })),
      }),
      '2026-11-01',
      0,
      '2026-12-31',
      10_000,
    ],
  ];
  for (const [title, of, today, delay, dry, shortFen] of rows)
    it(`${title}: ${dry ?? 'none'}`, () => {
      const found = look(of, today, delay);
      assert.deepEqual([found.runsDryOn, found.shortFen], [dry, shortFen]);
      assert.deepEqual(found.missing, []);
    });

  it('crosses the turn of the year and rolls back before Spring Festival', () => {
    const contract = { ...CONTRACT, payDay: 20 };
    const months = ['2025-08', '2025-09', '2025-10'].map((of) =>
      month(of, paid(of, 100).teams, {}, contract),
    );
    const dry = (balance: number) => look(facts(balance, { contract, months }), '2025-11-22').runsDryOn;
    assert.equal(dry(0), '2025-12-19'); // the 20th is a Saturday
    assert.equal(dry(100), '2026-01-20');
    assert.equal(dry(200), '2026-02-14'); // the 20th lies in Spring Festival; the 14th is a make-up Saturday
    assert.equal(dry(300), undefined); // nothing after the first day of Spring Festival is looked at
  });

  it('says what it lacks, and what it leaves out', () => {
    const { money: _, ...noMoney } = facts(0);
    const said = (of: ProjectFacts) =>
      look(of, '2026-11-01')
        .missing.map(({ zh }) => zh)
        .join();
    assert.match(said(noMoney), /专用账户/u);
    assert.match(said(facts(0, { months: [] })), /工资表/u);
    assert.match(
      said(withoutContract(facts(0, { months: [month('2026-09', HUNDREDS[2]?.teams ?? [], {}, null)] }))),
      /发薪日/u,
    );
    const notes = look(facts(0, { months: [...HUNDREDS, cost('2026-11', {})] }), '2026-11-01').notes;
    assert.deepEqual(
      notes.map(({ zh }) => /春节|进度/u.exec(zh)?.[0]),
      ['春节', '进度'],
    );
    assert.deepEqual(look(facts(0), '2025-11-22').notes, []);
  });

  it('takes money paid in advance off the months to come', () => {
    // 100 yuan fall due in December and, by the same agreement, in January; 200 have come in November
    const months = (received: number): MonthFacts[] => [
      ...HUNDREDS,
      month('2026-11', [], {
        labourCost: { dueOn: day('2026-11-25'), dueFen: fen(10_000), receivedFen: fen(received) },
      }),
    ];
    const dry = (received: number) => look(facts(0, { months: months(received) }), '2026-11-26', 0, with2027);
    assert.equal(dry(10_000).runsDryOn, '2026-12-15');
    assert.equal(dry(10_000).shortFen, 10_000);
    // nothing is due on the 25th of December any more, so the pay day in January lacks both
    const ahead = look(facts(100, { months: months(20_000) }), '2026-11-26', 0, with2027);
    assert.deepEqual([ahead.runsDryOn, ahead.shortFen], ['2027-01-15', 10_000]);
    // half a month ahead is taken off December alone: 150 + 50 + 100 last for three payrolls
    const late = calendarWith([{ ...YEAR_2027, off: [off('春节', '2027-02-27')] }]);
    const half = look(facts(150, { months: months(15_000) }), '2026-11-26', 0, late);
    assert.deepEqual([half.runsDryOn, half.reachesSpringFestival], [undefined, true]);
  });
});

describe('whether the money lasts until Spring Festival', () => {
  it('finds the first day off of the next one, this day included, and lunar new year before its notice is out', () => {
    const noBlock = calendarWith([{ ...YEAR_2027, off: [] }]);
    const early = calendarWith([{ ...YEAR_2027, off: [off('春节', '2027-02-04', '2027-02-12')] }]);
    const rows: [today: string, festival: string | undefined, byNotice?: boolean, by?: typeof calendar][] = [
      ['2025-11-22', '2026-02-15', true],
      ['2026-01-01', '2026-02-15', true],
      ['2026-02-15', '2026-02-15', true],
      ['2026-02-16', '2027-02-06', false],
      ['2025-02-05', '2026-02-15', true],
      ['2027-02-06', '2027-02-06', false],
      ['2027-02-07', '2028-01-26', false],
      ['2026-12-31', '2027-02-06', false, noBlock],
      ['2026-12-31', '2027-02-04', true, early],
      ['2039-01-24', '2039-01-24', false],
      ['2039-01-25', undefined],
    ];
    for (const [today, on, byNotice, by = calendar] of rows)
      assert.deepEqual(
        nextSpringFestival(day(today), by),
        on === undefined ? undefined : { on, byNotice },
        today,
      );
  });

  it('knows lunar new year as the notices and the calendar of the runtime do, but where the moon is new at midnight', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      ...({ month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const),
    });
    const years = Array.from({ length: 21 }, (_, at) => 2019 + at);
    const others = years.filter((year) => {
      const on = lunarNewYearOf(year);
      assert.ok(on !== undefined);
      const [block] = calendar.years[year]?.off.filter(({ name }) => name.includes('春节')) ?? [];
      if (block !== undefined) assert.ok(block.from <= on && on <= block.to, `${year} within its days off`);
      const parts = lunar.formatToParts(new Date(`${on}T00:00:00Z`));
      return !['month', 'day'].every((type) => parts.find((part) => part.type === type)?.value === '1');
    });
    assert.deepEqual(others, [2027, 2030]);
    assert.deepEqual([lunarNewYearOf(2027), lunarNewYearOf(2030)], ['2027-02-06', '2030-02-03']);
    assert.equal(lunarNewYearOf(2040), undefined);
  });

  const rows: [balance: number, today: string, delay: number, reaches: boolean | undefined][] = [
    [300, '2025-11-22', 0, true], // pay days of 15 Dec, 15 Jan and, rolled back before Spring Festival, 14 Feb
    [299.99, '2025-11-22', 0, false],
    [299.99, '2026-02-15', 0, true],
    [0, '2026-03-01', 0, false], // to lunar new year of 2027, which has no notice yet
    [0, '2039-03-01', 0, undefined], // nobody knows the day
  ];
  const months = ['2025-08', '2025-09', '2025-10'].map((of) => paid(of, 100));
  for (const [balance, today, delay, reaches] of rows)
    it(`${balance} yuan on ${today}: ${reaches ?? 'not known'}`, () => {
      const of = facts(balance, { months, contract: { ...CONTRACT, plannedFrom: day('2025-01-01') } });
      assert.equal(look(of, today, delay).reachesSpringFestival, reaches);
    });

  it('is not reached when the owner pays late', () => {
    const of = facts(200, { months: [...months, cost('2025-12')] });
    // labour cost falls due on 25 Dec and 25 Jan: 400 in all for 300 of wages
    assert.equal(look(of, '2025-11-22', 0).reachesSpringFestival, true);
    assert.equal(look(of, '2025-11-22', 51).reachesSpringFestival, true); // 25 Dec and 51 days: 14 Feb
    assert.equal(look(of, '2025-11-22', 52).reachesSpringFestival, false);
  });

  it('is not said of a project whose money nobody sees', () => {
    const { money: _, ...noMoney } = facts(0, { months });
    const found = runwayRow({ facts: noMoney, today: day('2025-11-22'), calendar });
    assert.deepEqual(found, {
      projectId: 'p1',
      projectName: '城东安置房',
      areaCode: '532601',
      monthlyFen: 10_000,
    });
  });
});

describe('the forecast as it may be relied on', () => {
  const anyMonth = (of: string): fc.Arbitrary<MonthFacts> =>
    fc
      .record({
        net: fc.nat(200),
        short: fc.nat(200),
        filed: fc.boolean(),
        due: fc.nat(200),
        got: fc.nat(200),
        has: fc.boolean(),
      })
      .map(({ net, short, filed, due, got, has }) =>
        month(
          of,
          [
            team(
              filed ? { sheet: unpaidSheet({ netFen: fen(net), shortFen: fen(Math.min(net, short)) }) } : {},
            ),
          ],
          has ? { labourCost: { dueOn: day(`${of}-25`), dueFen: fen(due), receivedFen: fen(got) } } : {},
        ),
      );
  const window = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01'];
  const anyFacts = fc
    .tuple(
      fc.tuple(...window.map(anyMonth)),
      fc.nat(600),
      fc.constantFrom('building', 'suspended', 'finished'),
    )
    .map(([months, balance, state]) =>
      facts(0, { months, money: money(balance), ...inState(state), contract: { ...CONTRACT, payDay: 20 } }),
    );
  const anyDay = fc.nat(100).map((days) => addDays(day('2025-11-10'), days));

  it('is never better when the owner pays later or the balance is lower', () => {
    const rank = (of: ReturnType<typeof runway>): readonly [day: string, shortFen: number] => [
      of.runsDryOn ?? '9999',
      of.shortFen ?? 0,
    ];
    fc.assert(
      fc.property(anyFacts, anyDay, fc.nat(60), fc.nat(60), (of, today, delay, more) => {
        const [soon, late] = [
          rank(runway({ facts: of, today, calendar, delayDays: delay })),
          rank(runway({ facts: of, today, calendar, delayDays: delay + more })),
        ];
        assert.ok(late[0] <= soon[0], `${late[0]} after ${soon[0]}`);
        if (late[0] === soon[0]) assert.ok(late[1] >= soon[1]);
      }),
      { numRuns: 300 },
    );
  });

  it('stays as it is until the day it says it may change', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (of, today) => {
        const now = runway({ facts: of, today, calendar });
        const next = [...runwayWakes({ facts: of, today, calendar })].sort()[0];
        for (let later = addDays(today, 1); next !== undefined && later < next; later = addDays(later, 1))
          assert.deepEqual(runway({ facts: of, today: later, calendar }), now, `${later}, said ${next}`);
        assert.ok(next !== undefined && next > today);
      }),
      { numRuns: 100 },
    );
  });
});
