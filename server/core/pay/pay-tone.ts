import type { CellTone } from '../contract/pay-overview.ts';
import type { Fen } from '../kit/money.ts';
import { fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';

/** One person's wages of a month as far as money is concerned. */
export interface OwedAndCredited {
  netFen: Fen;
  creditedFen: Fen;
}

/**
 * Has the day on which wages had to be paid gone by? On the day itself there is still time; without an agreed day
 * nothing is known, and what is not known is never late.
 * @law REG-14-2
 */
export function isPastPayDay(payOn: PlainDate | undefined, today: PlainDate): boolean {
  return payOn !== undefined && today > payOn;
}

/**
 * What is still owed of one person's month: wages less bank credits, never below nothing. One person paid too much
 * pays nobody else's wages, so people are added up after this and not before.
 */
export function shortOf({ netFen, creditedFen }: OwedAndCredited): Fen {
  return fen(Math.max(0, netFen - creditedFen));
}

/**
 * Arrears of a month: nothing before the agreed day is over, then what no bank has credited. Undefined where no pay
 * day is agreed or the amount of wages is not on record: nobody types arrears, and nobody guesses them.
 * @example pay day 2026-11-13 (the 15th is a Sunday), 5 000 owed, 3 000 credited, today 2026-11-14 → 2 000
 * @law REG-14-2
 */
export function arrearsOn(
  { payOn, shortFen }: { payOn?: PlainDate; shortFen?: Fen },
  today: PlainDate,
): Fen | undefined {
  if (payOn === undefined || shortFen === undefined) return undefined;
  return today > payOn ? shortFen : fen(0);
}

/** What is on record of one team's month. */
export interface CellFacts {
  payOn?: PlainDate;
  /** People with any attendance in the month; 0 where nobody recorded any. */
  attended: number;
  /** The sheet that stands; absent while none is filed. */
  sheet?: {
    people: number;
    /** People on it whose wages are credited in full, and what the others still lack. */
    credited: number;
    shortFen: Fen;
    /** Answers of workers that say something else than the sheet. */
    denied: number;
    /** Lines whose credit is not the amount of the sheet. */
    otherAmounts: number;
  };
}

/**
 * The colour of one team's month. Without a record there is no colour but that of no data, never that of paid nor of
 * unpaid; records that contradict each other come before what is merely late.
 */
export function toneOf({ payOn, attended, sheet }: CellFacts, today: PlainDate): CellTone {
  const isPast = isPastPayDay(payOn, today);
  if (sheet === undefined) {
    if (attended === 0) return 'noData';
    return isPast ? 'late' : 'waiting';
  }
  const headsDiffer = attended > 0 && attended !== sheet.people;
  if (sheet.denied > 0 || sheet.otherAmounts > 0 || headsDiffer) return 'disagree';
  if (sheet.shortFen === 0) return 'good';
  return isPast ? 'late' : 'waiting';
}
