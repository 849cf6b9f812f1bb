import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import { fen, shareOf } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { printCitation } from '../law/articles.ts';
import { thresholdOn } from '../law/thresholds.ts';
import { ROUNDING } from './person-month.ts';

export interface Compensation {
  /** No order has expired: what a missed one could cost. */
  isOutlook: boolean;
  baseFen: Fen;
  lowFen: Fen;
  highFen: Fen;
  citation: Words;
}

/**
 * 加付赔偿金: 50–100 % of what an order that has run out left unpaid; before that an outlook on what is owed. A range,
 * never a decision. Null where nothing would be left to pay.
 * @law INS-26-1
 * @example 10,000.00 left unpaid // 5,000.00 to 10,000.00
 */
export function compensationOf(
  { owedFen, unpaidFen, rectifyBy }: { owedFen: Fen; unpaidFen: Fen; rectifyBy: readonly PlainDate[] },
  today: PlainDate,
): Compensation | null {
  const range = thresholdOn('additionalCompensation', today);
  const isOutlook = !rectifyBy.some((day) => day < today);
  const baseFen = fen(Math.max(0, isOutlook ? owedFen : unpaidFen));
  if (range === null || baseFen === 0) return null;
  return {
    ...{ isOutlook, baseFen },
    lowFen: shareOf(baseFen, range.from, ROUNDING),
    highFen: shareOf(baseFen, range.to, ROUNDING),
    citation: { zh: printCitation('INS-26-1', 'zh'), en: printCitation('INS-26-1', 'en') },
  };
}
