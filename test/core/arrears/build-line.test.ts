import assert from 'node:assert/strict';
import { buildLine } from '../../../server/core/arrears/build-line.ts';
import { compensationOf } from '../../../server/core/arrears/compensation.ts';
import { creditsByMonth } from '../../../server/core/arrears/paid.ts';
import type { PayrollFigures, PersonMonth, WorkOfMonth } from '../../../server/core/arrears/person-month.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';

const yuan = (amount: number) => fen(Math.round(amount * 100));
const FILED = { filedOn: plainDate('2026-11-10') };
const month = (more: Partial<PersonMonth>): PersonMonth => ({
  payMonth: payMonth('2026-09'),
  work: [],
  credits: [],
  ...more,
});
const attended = (daysHundredths: number, hoursHundredths = 0) => ({
  daysHundredths,
  hoursHundredths,
  recordId: 'a',
});
const dayRate = (amount: number) => ({
  payKind: 'TIME_RATE' as const,
  dayRateFen: yuan(amount),
  recordId: 'e',
});
const monthRate = (amount: number) => ({
  payKind: 'TIME_RATE' as const,
  monthRateFen: yuan(amount),
  recordId: 'e',
});
const NONE = {
  incomeTax: yuan(0),
  socialInsurance: yuan(0),
  courtOrdered: yuan(0),
  damage: yuan(0),
  other: yuan(0),
};
const payroll = (gross: number, more: Partial<PayrollFigures> = {}): PayrollFigures => ({
  recordId: 'p',
  grossFen: yuan(gross),
  extrasFen: yuan(0),
  advanceFen: yuan(0),
  deductions: NONE,
  isConfirmed: false,
  ...more,
});
const credit = (amount: number, on: string) => ({ fen: yuan(amount), on: plainDate(on), recordId: 'b' });

describe('what one month of one person earned, got and is owed', () => {
  const table: [
    title: string,
    work: WorkOfMonth[],
    more: Partial<PersonMonth>,
    figures: [earned: number, deducted: number, paid: number, owed: number],
  ][] = [
    [
      'days times the agreed day rate',
      [{ attended: attended(2600), rate: dayRate(300) }],
      {},
      [7800, 0, 0, 7800],
    ],
    ['half a fen is a fen', [{ attended: attended(33), rate: dayRate(0.5) }], {}, [0.17, 0, 0, 0.17]],
    [
      'less than half a fen is none',
      [{ attended: attended(32), rate: dayRate(0.45) }],
      {},
      [0.14, 0, 0, 0.14],
    ],
    [
      'only hours: eight are a day',
      [{ attended: attended(0, 2000), rate: dayRate(320) }],
      {},
      [800, 0, 0, 800],
    ],
    [
      'part of a monthly wage is a 21.75th a day',
      [{ attended: attended(1000), rate: monthRate(6525) }],
      {},
      [3000, 0, 0, 3000],
    ],
    [
      'a full month is the monthly wage and not more',
      [{ attended: attended(2800), rate: monthRate(6525) }],
      {},
      [6525, 0, 0, 6525],
    ],
    [
      'attendance outranks a payroll that admits less',
      [{ attended: attended(2600), rate: dayRate(300), payroll: payroll(7000) }],
      {},
      [7800, 0, 0, 7800],
    ],
    [
      'a payroll that admits more stands',
      [{ attended: attended(2600), rate: dayRate(300), payroll: payroll(8000) }],
      {},
      [8000, 0, 0, 8000],
    ],
    [
      'overtime of the payroll comes on top of the days',
      [{ attended: attended(2600), rate: dayRate(300), payroll: payroll(8200, { extrasFen: yuan(500) }) }],
      {},
      [8300, 0, 0, 8300],
    ],
    [
      'a line the worker confirmed stands as it is',
      [{ attended: attended(2600), rate: dayRate(300), payroll: payroll(7000, { isConfirmed: true }) }],
      {},
      [7000, 0, 0, 7000],
    ],
    [
      'pieces as filed',
      [
        {
          rate: { payKind: 'PIECE_RATE', recordId: 'e' },
          payroll: payroll(4500, { piecesHundredths: 15000, piecePriceFen: yuan(30) }),
        },
      ],
      {},
      [4500, 0, 0, 4500],
    ],
    [
      'two teams in one month are added',
      [
        { attended: attended(1000), rate: dayRate(300) },
        { attended: attended(500), rate: dayRate(200) },
      ],
      {},
      [4000, 0, 0, 4000],
    ],
    [
      'credits before the case was filed are paid',
      [{ attended: attended(2600), rate: dayRate(300) }],
      { credits: [credit(3000, '2026-11-10')] },
      [7800, 0, 3000, 4800],
    ],
    [
      'credits after it was filed are the case’s money',
      [{ attended: attended(2600), rate: dayRate(300) }],
      { credits: [credit(3000, '2026-11-11')] },
      [7800, 0, 0, 7800],
    ],
    [
      'an advance the worker confirmed is paid',
      [{ payroll: payroll(7000, { advanceFen: yuan(1000), isConfirmed: true }) }],
      {},
      [7000, 0, 1000, 6000],
    ],
    [
      'an advance nobody confirmed is not',
      [{ payroll: payroll(7000, { advanceFen: yuan(1000) }) }],
      {},
      [7000, 0, 0, 7000],
    ],
    [
      'tax and insurance come off',
      [
        {
          payroll: payroll(7000, {
            deductions: { ...NONE, incomeTax: yuan(100), socialInsurance: yuan(400) },
          }),
        },
      ],
      {},
      [7000, 500, 0, 6500],
    ],
    [
      'damage comes off up to a fifth',
      [{ payroll: payroll(4000, { deductions: { ...NONE, damage: yuan(1000) } }) }],
      {},
      [4000, 800, 0, 3200],
    ],
    [
      'other deductions wait for the inspector',
      [{ payroll: payroll(4000, { deductions: { ...NONE, other: yuan(600) } }) }],
      {},
      [4000, 0, 0, 4000],
    ],
    [
      'paid too much is owed nothing',
      [{ payroll: payroll(4000) }],
      { credits: [credit(5000, '2026-10-01')] },
      [4000, 0, 5000, 0],
    ],
    ['his own word stands where nothing is on record', [], { statedFen: yuan(5200) }, [5200, 0, 0, 5200]],
    [
      'what he says is what is left after credits',
      [],
      { statedFen: yuan(5200), credits: [credit(800, '2026-10-01')] },
      [6000, 0, 800, 5200],
    ],
    [
      'his word stands where days have no rate',
      [{ attended: attended(2600) }],
      { statedFen: yuan(5200) },
      [5200, 0, 0, 5200],
    ],
  ];
  for (const [title, work, more, [earned, deducted, paid, owed]] of table)
    it(title, () => {
      const line = buildLine(month({ work, ...more }), FILED);
      assert.deepEqual(
        [line?.earnedFen, line?.deductedFen, line?.paidFen, line?.owedFen, line?.lacks.length],
        [yuan(earned), yuan(deducted), yuan(paid), yuan(owed), 0],
      );
    });

  it('nothing on record is neither pay nor no pay', () => {
    assert.equal(buildLine(month({}), FILED), null);
    assert.equal(buildLine(month({ work: [{ rate: dayRate(300) }] }), FILED), null);
  });
  it('days without a rate have no figure, and say what is missing', () => {
    for (const work of [
      [{ attended: attended(2600) }],
      [{ attended: attended(1000), rate: dayRate(300) }, { attended: attended(500) }],
    ]) {
      const line = buildLine(month({ work }), FILED);
      assert.equal(line?.owedFen, 0);
      assert.match(line?.lacks.map(({ zh }) => zh).join(''), /没有约定的工价/);
    }
  });
  describe('a monthly wage of 6,525.00', () => {
    const calendar = NATIONAL_CALENDAR;
    const CASES: [title: string, month: string, days: number, hours: number, earned: number][] = [
      // October 2026 has 18 days to work: 1 to 7 October are off, the 10th is made up.
      ['all 18 days of October 2026', '2026-10', 1800, 0, 6525],
      ['17 of the 18 days, 300.00 each', '2026-10', 1700, 0, 5100],
      // February 2026 has 16: the Spring Festival from the 15th to the 23rd, the 14th and the 28th made up.
      ['all 16 days of February 2026', '2026-02', 1600, 0, 6525],
      ['half a day short of them', '2026-02', 1550, 0, 4650],
      ['21.75 days, whatever the month had', '2026-07', 2175, 0, 6525],
      ['22 of the 23 days of July 2026', '2026-07', 2200, 0, 6525],
      ['160 hours alone are 20 days', '2026-09', 0, 16_000, 6000],
      ['174 hours alone are 21.75 days', '2026-07', 0, 17_400, 6525],
      ['144 hours alone are the 18 days of October', '2026-10', 0, 14_400, 6525],
      ['days before hours where both are on record', '2026-09', 1000, 9000, 3000],
      // 20 hours are 2.5 days: 750.00; one hour more is 37.50.
      ['21 hours', '2026-09', 0, 2100, 787.5],
      ['a third of an hour, to the nearest fen', '2026-09', 0, 33, 12.38],
    ];
    for (const [title, of, days, hours, earned] of CASES)
      it(`${title}: ${earned.toFixed(2)}`, () => {
        const work = [{ attended: attended(days, hours), rate: monthRate(6525) }];
        const line = buildLine(month({ payMonth: payMonth(of), work }), { ...FILED, calendar });
        assert.deepEqual([line?.earnedFen, line?.lacks], [yuan(earned), []]);
      });

    it('is divided by 21.75 alone where nobody knows how many days there were to work', () => {
      const work = [{ attended: attended(1800), rate: monthRate(6525) }];
      const unannounced = { ...FILED, calendar: { years: {} } };
      assert.equal(
        buildLine(month({ payMonth: payMonth('2026-10'), work }), unannounced)?.earnedFen,
        yuan(5400),
      );
    });
  });

  describe('a deduction for damage leaves the minimum wage', () => {
    const CASES: [
      title: string,
      gross: number,
      damage: number,
      minimum: number | undefined,
      days: number | undefined,
      off: number,
    ][] = [
      ['no minimum set: a fifth', 4000, 1000, undefined, 2600, 800],
      ['a fifth leaves more than the minimum', 4000, 1000, 1800, 2600, 800],
      ['3,500.00 have to be left', 4000, 1000, 3500, 2600, 500],
      ['nothing can be spared', 3500, 1000, 3500, 2600, 0],
      ['a wage below the minimum', 3000, 100, 3500, 2600, 0],
      // 10 days of 21.75 at 2,175.00 a month: 1,000.00 have to be left.
      ['by the days attended', 1100, 200, 2175, 1000, 100],
      ['of the whole month where no days are on record', 2200, 200, 2175, undefined, 25],
    ];
    for (const [title, gross, damage, minimum, days, off] of CASES)
      it(title, () => {
        const one = {
          ...(days === undefined ? {} : { attended: attended(days) }),
          payroll: payroll(gross, { deductions: { ...NONE, damage: yuan(damage) } }),
        };
        const by = minimum === undefined ? FILED : { ...FILED, minimumMonthlyFen: yuan(minimum) };
        const line = buildLine(month({ work: [one] }), by);
        assert.deepEqual([line?.deductedFen, line?.owedFen], [yuan(off), yuan(gross - off)]);
      });
  });

  it('a month before the conversion figure was set has none from it', () => {
    const early = {
      payMonth: payMonth('2024-09'),
      work: [{ attended: attended(1000), rate: monthRate(6525) }],
    };
    assert.equal(buildLine(month(early), FILED)?.lacks.length, 1);
  });
  it('each figure says where it comes from', () => {
    const line = buildLine(
      month({
        work: [{ attended: attended(2600), rate: dayRate(300), payroll: payroll(7000) }],
        credits: [credit(3000, '2026-10-16')],
        statedFen: yuan(5000),
      }),
      FILED,
    );
    assert.deepEqual(
      line?.sources.map(({ source, recordId }) => [source, recordId]),
      [
        ['attendance', 'a'],
        ['payrollLine', 'p'],
        ['bankRow', 'b'],
        ['stated', undefined],
      ],
    );
  });
});

describe('credits by the month they are for', () => {
  it('back pay goes to the month it makes up for, never more than arrived', () => {
    const may = payMonth('2026-05');
    const march = payMonth('2026-03');
    const row = (amount: number, late: number) =>
      creditsByMonth([
        { payMonth: may, fen: yuan(amount), recordId: 'b', backPay: { fen: yuan(late), payMonth: march } },
      ]);
    assert.deepEqual(
      [row(6000, 1000).get(may)?.[0]?.fen, row(6000, 1000).get(march)?.[0]?.fen],
      [yuan(5000), yuan(1000)],
    );
    assert.deepEqual([row(600, 1000).get(may), row(600, 1000).get(march)?.[0]?.fen], [undefined, yuan(600)]);
  });
});

describe('additional compensation', () => {
  const today = plainDate('2026-11-22');
  const sums = { owedFen: yuan(10000), unpaidFen: yuan(4000) };
  it('is an outlook on what is owed until an order has run out, then half to all of what it left unpaid', () => {
    const before = compensationOf({ ...sums, rectifyBy: [today] }, today);
    assert.deepEqual([before?.isOutlook, before?.lowFen, before?.highFen], [true, yuan(5000), yuan(10000)]);
    const after = compensationOf({ ...sums, rectifyBy: [plainDate('2026-11-21')] }, today);
    assert.deepEqual([after?.isOutlook, after?.lowFen, after?.highFen], [false, yuan(2000), yuan(4000)]);
  });
  it('is nothing where nothing is left to pay', () => {
    assert.equal(
      compensationOf({ ...sums, unpaidFen: yuan(0), rectifyBy: [plainDate('2026-11-01')] }, today),
      null,
    );
  });
});
