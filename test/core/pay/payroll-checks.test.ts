import assert from 'node:assert/strict';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { checkEntry } from '../../../server/core/pay/check-entry.ts';
import { checkSheet } from '../../../server/core/pay/check-sheet.ts';
import { minimumFor } from '../../../server/core/pay/minimum-wage.ts';
import type { MonthFacts, PayrollRow, PersonFacts } from '../../../server/core/pay/payroll-row.ts';
import type { PayrollRuleId } from '../../../server/core/pay/payroll-rules.ts';
import { levelOf, PAYROLL_RULES, payrollRule, wordFinding } from '../../../server/core/pay/payroll-rules.ts';

/** Valid by its check digit, of nobody. */
const ID = '11010519491231002X';
const CARD = '6222020200112233446';

const MONTH: MonthFacts = {
  payMonth: payMonth('2026-10'),
  today: plainDate('2026-11-20'),
  minimumMonthlyFen: fen(180_000),
  minimumHourlyFen: null,
  outlier: null,
};
const ROW: PayrollRow = {
  row: 2,
  ...{ name: '张大山', citizenId: ID, bankCard: CARD, personKey: 'p1', cardKey: 'c1' },
  ...{ payKind: 'TIME_RATE', daysHundredths: 2000, hoursHundredths: null, dayRateFen: 30_000 },
  ...{ piecesHundredths: null, piecePriceFen: null, overtimeFen: 0, allowancesFen: 0 },
  ...{ backPayFen: 0, backPayMonth: null, grossFen: 600_000, advanceFen: 0 },
  deductions: { incomeTax: 0, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 },
  ...{ otherGround: null, netFen: 600_000, isSigned: true },
};
const PERSON: PersonFacts = {
  ...{ personKey: 'p1', name: '张大山', hasContract: true, cardKey: 'c1' },
  ...{ dayRateFen: fen(30_000), attendedHundredths: 2000 },
};
const off = (what: Partial<PayrollRow['deductions']>): PayrollRow['deductions'] => ({
  ...ROW.deductions,
  ...what,
});
const piece = (over: Partial<PayrollRow>): Partial<PayrollRow> => ({
  ...{ payKind: 'PIECE_RATE', dayRateFen: null, daysHundredths: 1000 },
  ...over,
});
const net = (grossFen: number): Partial<PayrollRow> => ({ grossFen, netFen: grossFen });

interface Example {
  row?: Partial<PayrollRow>;
  /** null: not on the roster. */
  person?: Partial<PersonFacts> | null;
  month?: Partial<MonthFacts>;
  finds: readonly PayrollRuleId[];
}

/** A hit, the nearest row that is right, and the case in which nothing is known. */
const ENTRIES: Readonly<Record<string, Example>> = {
  'a sound row has no fault': { finds: [] },
  'no name': { row: { name: null }, finds: ['name.missing'] },
  'another name than the roster’s': { row: { name: '张小山' }, finds: ['name.differs'] },
  'the same name with a blank or a dot': {
    row: { name: '买买提·艾力' },
    person: { name: '买买提 艾力' },
    finds: [],
  },
  'no citizen number': { row: { citizenId: null, personKey: null }, finds: ['identity.missing'] },
  '17 digits': { row: { citizenId: ID.slice(0, 17) }, finds: ['identity.format'] },
  'one digit wrong': { row: { citizenId: '110105194912310021' }, finds: ['identity.checkDigit'] },
  'a thirteenth month of birth': { row: { citizenId: '110105194913310021' }, finds: ['identity.birthDate'] },
  'a small x at the end is a number': { row: { citizenId: ID.toLowerCase() }, finds: [] },
  'not on the roster': { person: null, finds: ['roster.missing'] },
  'no contract': { person: { hasContract: false }, finds: ['roster.contract'] },
  'on another sheet of the month': {
    person: { elsewhere: { sheets: 1, daysHundredths: 1100 } },
    finds: ['person.elsewhere'],
  },
  'more days on two sheets than the month has': {
    person: { elsewhere: { sheets: 2, daysHundredths: 1101 } },
    finds: ['person.elsewhere', 'days.overMonthTogether'],
  },
  'half a day more than attended': {
    row: { daysHundredths: 2050, ...net(615_000) },
    finds: ['days.overAttendance'],
  },
  'fewer days than attended': { row: { daysHundredths: 1950, ...net(585_000) }, finds: [] },
  'no attendance on record is not no attendance': {
    row: { daysHundredths: 3100, ...net(930_000) },
    person: { attendedHundredths: undefined } as never,
    finds: [],
  },
  'attendance of nothing': { person: { attendedHundredths: 0 }, finds: ['days.overAttendance'] },
  '31.5 days in October': {
    row: { daysHundredths: 3150, ...net(945_000) },
    person: { attendedHundredths: 3150 },
    finds: ['days.overMonth'],
  },
  'gross a fen too high on a whole product': { row: net(600_001), finds: ['gross.arithmetic'] },
  'gross a fen too low': { row: net(599_999), finds: ['gross.arithmetic'] },
  'gross with overtime, allowances and back pay': {
    row: {
      ...{ overtimeFen: 10_000, allowancesFen: 5_000, backPayFen: 20_000 },
      ...{ backPayMonth: payMonth('2026-09'), ...net(635_000) },
    },
    finds: [],
  },
  // 10.33 × 12.55 = 129.6415
  'pieces rounded down': {
    row: piece({ piecesHundredths: 1033, piecePriceFen: 1255, ...net(12_964) }),
    month: { minimumMonthlyFen: null },
    finds: [],
  },
  'pieces rounded up': {
    row: piece({ piecesHundredths: 1033, piecePriceFen: 1255, ...net(12_965) }),
    month: { minimumMonthlyFen: null },
    finds: [],
  },
  'pieces a fen past either rounding': {
    row: piece({ piecesHundredths: 1033, piecePriceFen: 1255, ...net(12_966) }),
    month: { minimumMonthlyFen: null },
    finds: ['gross.arithmetic'],
  },
  'no day rate: nothing to compare with': { row: { dayRateFen: null }, finds: ['rate.missing'] },
  'no pieces': { row: piece({ piecePriceFen: 1255 }), finds: ['rate.missing'] },
  'a rate below the agreed one': {
    row: { dayRateFen: 29_999, ...net(599_980) },
    finds: ['rate.belowAgreed'],
  },
  'a rate above it': { row: { dayRateFen: 30_001, ...net(600_020) }, finds: [] },
  'net without the advance taken off': { row: { advanceFen: 100_000 }, finds: ['net.arithmetic'] },
  'net with the advance and tax taken off': {
    row: { advanceFen: 100_000, deductions: off({ incomeTax: 1_234 }), netFen: 498_766 },
    finds: [],
  },
  'net a fen off': { row: { netFen: 600_001 }, finds: ['net.arithmetic'] },
  'more taken off than earned': {
    row: { advanceFen: 700_000, netFen: -100_000 },
    finds: ['amount.negative'],
  },
  'negative days': { row: { daysHundredths: -100 }, finds: ['amount.negative'] },
  'gross not there': { row: { grossFen: null }, finds: ['amount.missing'] },
  'a negative net that is not what is left either': {
    row: { netFen: -100 },
    finds: ['amount.negative', 'net.arithmetic'],
  },
  'a negative advance hides no wrong gross': {
    row: { advanceFen: -1, grossFen: 600_001 },
    finds: ['amount.negative', 'gross.arithmetic'],
  },
  'negative overtime hides no wrong net': {
    row: { overtimeFen: -1, netFen: 599_999 },
    finds: ['amount.negative', 'net.arithmetic'],
  },
  'a missing net hides no wrong gross, too low a rate, nor deduction without the law': {
    row: { dayRateFen: 29_999, netFen: null, deductions: off({ other: 100 }) },
    finds: ['amount.missing', 'gross.arithmetic', 'rate.belowAgreed', 'deduction.noGround'],
  },
  'a missing gross hides no days over the attendance': {
    row: { daysHundredths: 2050, grossFen: null },
    finds: ['amount.missing', 'days.overAttendance'],
  },
  'missing days hide no missing rate and no wrong net': {
    row: { daysHundredths: null, dayRateFen: null, netFen: 1 },
    finds: ['amount.missing', 'rate.missing', 'net.arithmetic'],
  },
  'missing days are said once': { row: { daysHundredths: null }, finds: ['amount.missing'] },
  'a negative gross is no wage below the minimum': {
    row: { grossFen: -600_000, netFen: 600_000 },
    finds: ['amount.negative', 'gross.arithmetic'],
  },
  'a slipped decimal point beyond all reason': {
    row: net(10_000_000_001),
    finds: ['amount.tooLarge', 'amount.tooLarge'],
  },
  'something else taken off without the law': {
    row: { deductions: off({ other: 100 }), netFen: 599_900 },
    finds: ['deduction.noGround'],
  },
  'with blanks for the law': {
    row: { deductions: off({ other: 100 }), netFen: 599_900, otherGround: '  ' },
    finds: ['deduction.noGround'],
  },
  'with the law': {
    row: { deductions: off({ other: 100 }), netFen: 599_900, otherGround: '工会法第四十三条' },
    finds: [],
  },
  'a fifth of the wage for damage': {
    row: { deductions: off({ damage: 120_000 }), netFen: 480_000 },
    finds: [],
  },
  'a fen more than a fifth': {
    row: { deductions: off({ damage: 120_001 }), netFen: 479_999 },
    finds: ['deduction.damageShare'],
  },
  'back pay is not this month’s wage': {
    row: {
      ...{ backPayFen: 100_000, backPayMonth: payMonth('2026-09'), grossFen: 700_000 },
      ...{ deductions: off({ damage: 130_000 }), netFen: 570_000 },
    },
    finds: ['deduction.damageShare'],
  },
  // 20 days: 1,800 × 20 ÷ 21.75 = 1,655.17
  'damage that leaves less than the minimum wage': {
    row: {
      ...{ dayRateFen: 10_000, grossFen: 200_000 },
      ...{ deductions: off({ damage: 40_000 }), netFen: 160_000 },
    },
    person: { dayRateFen: fen(10_000) },
    finds: ['deduction.damageRemainder'],
  },
  'below the minimum wage for the time': {
    row: { dayRateFen: 8_275, ...net(165_500) },
    person: { dayRateFen: fen(8_275) },
    finds: ['wage.belowMinimum'],
  },
  'just the minimum wage for the time': {
    row: { allowancesFen: 17, dayRateFen: 8_275, ...net(165_517) },
    person: { dayRateFen: fen(8_275) },
    finds: [],
  },
  'overtime does not lift a wage to the minimum': {
    row: { overtimeFen: 17, dayRateFen: 8_275, ...net(165_517) },
    person: { dayRateFen: fen(8_275) },
    finds: ['wage.belowMinimum'],
  },
  'no minimum wage set: not checked': {
    row: { dayRateFen: 1, ...net(20) },
    person: { dayRateFen: fen(1) },
    month: { minimumMonthlyFen: null },
    finds: [],
  },
  'only the hourly standard set': {
    row: { hoursHundredths: 16_000, dayRateFen: 8_275, ...net(165_500) },
    person: { dayRateFen: fen(8_275) },
    month: { minimumMonthlyFen: null, minimumHourlyFen: fen(1_600) },
    finds: ['wage.belowMinimum'],
  },
  'two hours over eight a day without overtime pay': {
    row: { hoursHundredths: 16_200 },
    finds: ['overtime.unpaid'],
  },
  'eight hours a day': { row: { hoursHundredths: 16_000 }, finds: [] },
  'back pay of no month': { row: { backPayFen: 100, ...net(600_100) }, finds: ['backPay.month'] },
  'back pay of the month itself': {
    row: { backPayFen: 100, backPayMonth: payMonth('2026-10'), ...net(600_100) },
    finds: ['backPay.month'],
  },
  'no card here, one on the roster': { row: { bankCard: null, cardKey: null }, finds: [] },
  'no card at all': {
    row: { bankCard: null, cardKey: null },
    person: { cardKey: undefined } as never,
    finds: ['card.missing'],
  },
  'twelve digits': { row: { bankCard: '622202020011' }, finds: ['card.format'] },
  'a wrong last digit of the card': { row: { bankCard: '6222020200112233445' }, finds: ['card.luhn'] },
  'another card than on the roster': { row: { cardKey: 'c2' }, finds: ['card.differs'] },
  'a card where the roster knows none': { person: { cardKey: undefined } as never, finds: [] },
};

describe('what is asked of one payroll row', () => {
  for (const [title, { row, person, month, finds }] of Object.entries(ENTRIES)) {
    it(title, () => {
      const known = person === null ? undefined : { ...PERSON, ...person };
      const found = checkEntry({ ...ROW, ...row }, known, { ...MONTH, ...month });
      assert.deepEqual(found.map(({ rule }) => rule).sort(), [...finds].sort());
      assert.ok(found.every((one) => one.row === 2));
    });
  }

  it('says which amount is negative, too large or missing', () => {
    const rows = [{ advanceFen: -1 }, { deductions: off({ damage: -1 }) }, { netFen: null }];
    const found = rows.flatMap((row) => checkEntry({ ...ROW, ...row }, PERSON, MONTH));
    assert.deepEqual(
      found.map(({ column }) => column),
      ['advanceFen', 'damage', 'netFen'],
    );
  });
});

const row = (at: number, over: Partial<PayrollRow> = {}): PayrollRow => ({
  ...ROW,
  ...{ row: at, personKey: `p${at}`, cardKey: `c${at}` },
  ...over,
});
const someone = (at: number, over: Partial<PersonFacts> = {}): [string, PersonFacts] => [
  `p${at}`,
  { ...PERSON, personKey: `p${at}`, cardKey: `c${at}`, name: `工人${at}`, ...over },
];
const OUTLIER = { timesMedianHundredths: 300, leastPeople: 5 };
const five = [2, 3, 4, 5].map((at) => row(at));

interface SheetExample {
  rows: PayrollRow[];
  people?: [string, PersonFacts][];
  month?: Partial<MonthFacts>;
  finds: readonly (readonly [PayrollRuleId, number])[];
}
const SHEETS: Readonly<Record<string, SheetExample>> = {
  'nobody on the sheet': { rows: [], finds: [['sheet.empty', 0]] },
  'two sound rows': { rows: [row(2), row(3)], finds: [] },
  'the same person twice: the second and third row': {
    rows: [row(2), row(3, { personKey: 'p2', cardKey: null }), row(4, { personKey: 'p2', cardKey: null })],
    people: [someone(2)],
    finds: [
      ['person.twice', 3],
      ['person.twice', 4],
    ],
  },
  'one card for two people': {
    rows: [row(2), row(3, { cardKey: 'c2' })],
    finds: [
      ['card.shared', 2],
      ['card.shared', 3],
    ],
  },
  'the same person’s card twice is one fault, not two': {
    rows: [row(2), row(3, { personKey: 'p2', cardKey: 'c2' })],
    people: [someone(2)],
    finds: [['person.twice', 3]],
  },
  'rows without a card share none': {
    rows: [row(2, { cardKey: null }), row(3, { cardKey: null })],
    finds: [],
  },
  'the card of somebody else on the roster': {
    rows: [row(2, { cardKey: 'c3' })],
    people: [someone(2), someone(3, { attendedHundredths: 0 })],
    finds: [['card.ofAnother', 2]],
  },
  'far above the middle': {
    rows: [...five, row(6, { grossFen: 1_800_001 })],
    month: { outlier: OUTLIER },
    finds: [['gross.outlier', 6]],
  },
  'three times the middle': {
    rows: [...five, row(6, { grossFen: 1_800_000 })],
    month: { outlier: OUTLIER },
    finds: [],
  },
  'too few people for a middle': {
    rows: [...five.slice(1), row(6, { grossFen: 9_000_000 })],
    month: { outlier: OUTLIER },
    people: [3, 4, 5, 6].map((at) => someone(at)),
    finds: [],
  },
  'paid by the piece is another middle': {
    rows: [...five, row(6, { payKind: 'PIECE_RATE', grossFen: 9_000_000 })],
    month: { outlier: OUTLIER },
    finds: [],
  },
  'somebody who worked is missing': {
    rows: [row(2)],
    people: [someone(2), someone(9)],
    finds: [['roster.absent', 0]],
  },
  'somebody without attendance is not missing': {
    rows: [row(2)],
    people: [
      someone(2),
      someone(8, { attendedHundredths: undefined } as never),
      someone(9, { attendedHundredths: 0 }),
    ],
    finds: [],
  },
  'nobody of two has attendance: said once': {
    rows: [row(2), row(3)],
    people: [2, 3].map((at) => someone(at, { attendedHundredths: undefined } as never)),
    finds: [['attendance.none', 0]],
  },
  'one of two has not signed': {
    rows: [row(2), row(3, { isSigned: false })],
    finds: [['signature.missing', 3]],
  },
  'nobody has signed: said once': {
    rows: [row(2, { isSigned: false }), row(3, { isSigned: false })],
    finds: [['signature.none', 0]],
  },
  'a month that has not come': {
    rows: [row(2)],
    month: { payMonth: payMonth('2026-12') },
    finds: [['month.future', 0]],
  },
  'this month': { rows: [row(2)], month: { payMonth: payMonth('2026-11') }, finds: [] },
  'nothing set for the area: said once each': {
    rows: [row(2), row(3)],
    month: { minimumMonthlyFen: null, outlier: null },
    finds: [
      ['minimumWage.notSet', 0],
      ['outlier.notSet', 0],
    ],
  },
};

describe('what shows only over a whole payroll sheet', () => {
  for (const [title, { rows, people, month, finds }] of Object.entries(SHEETS)) {
    it(title, () => {
      const known = new Map(people ?? rows.map(({ row: at }) => someone(at)));
      const set = { ...MONTH, outlier: { timesMedianHundredths: 100_000, leastPeople: 1000 }, ...month };
      const found = checkSheet(rows, known, set).map(({ rule, row: at }) => [rule, at] as const);
      assert.deepEqual(found, finds);
    });
  }
});

describe('the minimum wage for the time worked', () => {
  const of = (days: number | null, hours: number | null, month: Partial<MonthFacts> = {}) =>
    minimumFor({ daysHundredths: days, hoursHundredths: hours }, { ...MONTH, ...month });
  const CASES: readonly [string, number | null, number | null, Partial<MonthFacts>, number | null][] = [
    ['ten days of 21.75', 1000, null, {}, 82_758],
    ['a whole month', 2175, null, {}, 180_000],
    ['26 days: never more than the standard', 2600, null, {}, 180_000],
    ['fewer hours than the days make', 1000, 4000, {}, 41_379],
    ['hours alone', 0, 8000, {}, 82_758],
    [
      'only the hourly standard',
      1000,
      8000,
      { minimumMonthlyFen: null, minimumHourlyFen: fen(1_750) },
      140_000,
    ],
    ['no standard', 1000, 8000, { minimumMonthlyFen: null }, null],
    ['no time known', 0, null, {}, null],
    ['a month before the rule of 21.75 was renewed', 1000, null, { payMonth: payMonth('2024-12') }, null],
  ];
  for (const [title, days, hours, month, expected] of CASES) {
    it(title, () => assert.equal(of(days, hours, month), expected));
  }
});

describe('the levels of the payroll rules', () => {
  it('are the area’s own where it decided, but not for what cannot be stored or paid', () => {
    const levels = { 'wage.belowMinimum': 'block', 'person.twice': 'notice' } as const;
    assert.equal(levelOf('wage.belowMinimum', {}), 'notice');
    assert.equal(levelOf('wage.belowMinimum', levels), 'block');
    assert.equal(levelOf('person.twice', levels), 'block');
  });

  it('every text is filled in, in both languages, and the law is named where it is certain', () => {
    const found = checkEntry({ ...ROW, deductions: off({ damage: 120_001 }), netFen: 1 }, PERSON, MONTH);
    const said = found.map((finding) => wordFinding(finding, {}));
    assert.deepEqual(
      said.map(({ rule, column, level }) => [rule, column, level]),
      [
        ['net.arithmetic', 'netFen', 'block'],
        ['deduction.damageShare', 'damage', 'block'],
      ],
    );
    assert.match(said[0]?.zh ?? '', /4799\.99 元/u);
    assert.match(said[1]?.zh ?? '', /1200\.01 元.*最多 1200\.00 元.*第十六条/u);
    assert.match(said[1]?.en ?? '', /1200\.01 yuan.*16/u);
    for (const { zh, en } of said) assert.doesNotMatch(zh + en, /[{}]|undefined/u);
  });

  it('no rule speaks in one language only', () => {
    for (const id of Object.keys(PAYROLL_RULES) as PayrollRuleId[]) {
      const { zh, en } = payrollRule(id);
      const named = (text: string): string[] =>
        [...text.matchAll(/\{(\w+?)(?:En)?\}/gu)].map((one) => one[1] ?? '');
      assert.deepEqual(named(zh).sort(), named(en).sort(), id);
    }
  });
});
