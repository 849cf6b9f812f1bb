import assert from 'node:assert/strict';
import type { CellTone } from '../../../server/core/contract/pay-overview.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { agreedPayDay, payDateOn } from '../../../server/core/law/pay-date.ts';
import type { CellFacts } from '../../../server/core/pay/pay-tone.ts';
import { arrearsOn, shortOf, toneOf } from '../../../server/core/pay/pay-tone.ts';

const payDay = (month: string, day: number, payIn: 'current' | 'next') =>
  payDateOn(agreedPayDay(payMonth(month), day, payIn), NATIONAL_CALENDAR).payOn;

/** Month, agreed day, in which month, the last day on which nothing is owed yet, by the calendar of the notices. */
const LAST_DAYS: readonly [string, number, 'current' | 'next', string][] = [
  ['2026-10', 15, 'next', '2026-11-13'], // the 15th of November is a Sunday
  ['2026-01', 20, 'next', '2026-02-14'], // Spring Festival; Saturday the 14th is worked
  ['2025-09', 1, 'next', '2025-09-30'], // National Day: paid before it begins
  ['2026-02', 31, 'current', '2026-02-28'], // a month's last day; Saturday the 28th is worked
  ['2026-04', 30, 'current', '2026-04-30'],
  ['2025-12', 31, 'next', '2026-01-30'], // the 31st of January is a Saturday
];

describe('arrears of a month', () => {
  for (const [month, day, payIn, last] of LAST_DAYS) {
    it(`of ${month}, agreed for day ${day} (${payIn}), begin the day after ${last}`, () => {
      const payOn = payDay(month, day, payIn);
      assert.equal(payOn, last);
      const shortFen = fen(200_000);
      const next = plainDate(new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10));
      assert.equal(arrearsOn({ payOn, shortFen }, plainDate(last)), 0, 'nothing is late on the day itself');
      assert.equal(arrearsOn({ payOn, shortFen }, next), shortFen);
    });
  }

  it('are unknown where no pay day is agreed or nothing was filed, not zero', () => {
    const today = plainDate('2026-11-21');
    assert.equal(arrearsOn({ shortFen: fen(1) }, today), undefined);
    assert.equal(arrearsOn({ payOn: plainDate('2026-11-13') }, today), undefined);
  });

  it('of one person are never made up by what another got too much', () => {
    assert.equal(shortOf({ netFen: fen(500), creditedFen: fen(300) }), 200);
    assert.equal(shortOf({ netFen: fen(500), creditedFen: fen(900) }), 0);
  });
});

describe('the colour of a month of a team', () => {
  const today = plainDate('2026-11-21');
  const past = { payOn: plainDate('2026-11-13') };
  const ahead = { payOn: plainDate('2026-12-15') };
  const sheet = { people: 8, credited: 0, shortFen: fen(4_000_000), denied: 0, otherAmounts: 0 };
  const paid = { ...sheet, credited: 8, shortFen: fen(0) };

  const TONES: readonly [string, CellFacts, CellTone][] = [
    ['nothing on record stays without a colour, even after the pay day', { ...past, attended: 0 }, 'noData'],
    ['nothing on record and no pay day agreed', { attended: 0 }, 'noData'],
    ['people worked and nobody filed a sheet by the pay day', { ...past, attended: 8 }, 'late'],
    ['people worked and the pay day is still ahead', { ...ahead, attended: 8 }, 'waiting'],
    ['people worked and no pay day is agreed: late is not known', { attended: 8 }, 'waiting'],
    ['filed, not credited, pay day ahead', { ...ahead, attended: 8, sheet }, 'waiting'],
    ['filed, not credited, pay day gone', { ...past, attended: 8, sheet }, 'late'],
    ['the pay day itself is not late yet', { payOn: today, attended: 8, sheet }, 'waiting'],
    ['all credited', { ...past, attended: 8, sheet: paid }, 'good'],
    ['all credited, attendance not recorded', { ...past, attended: 0, sheet: paid }, 'good'],
    ['all credited, but one more worked than was paid', { ...past, attended: 9, sheet: paid }, 'disagree'],
    ['all credited, but fewer worked than were paid', { ...past, attended: 7, sheet: paid }, 'disagree'],
    ['all credited, one says otherwise', { ...past, attended: 8, sheet: { ...paid, denied: 1 } }, 'disagree'],
    ['a credit of another sum', { ...ahead, attended: 8, sheet: { ...paid, otherAmounts: 1 } }, 'disagree'],
  ];
  for (const [title, facts, tone] of TONES) {
    it(`${title}: ${tone}`, () => assert.equal(toneOf(facts, today), tone));
  }
});
