import type { Fen } from '../../core/kit/money.ts';
import { Claims } from './claim.model.ts';

export interface SheetTotals {
  people: number;
  paidPeople: number;
  owedFen: Fen;
  seenFen: Fen;
  /** Counted apart: neither paid nor waited for. Absent on figures from before there were any. */
  leftPeople?: number;
  nothingOwedPeople?: number;
}

const has = (field: 'leftOn' | 'foundNothingOn') => ({ $gt: [`$${field}`, ''] });
const HAS_LEFT = has('leftOn');
/** Whom a settled sheet found to be owed nothing; money that was seen since speaks against it. */
const IS_OWED_NOTHING = {
  $and: [{ $not: [HAS_LEFT] }, has('foundNothingOn'), { $eq: ['$owedFen', 0] }],
};
/** Somebody of whom no arrears are entered yet has not been paid; nor has he who left. */
const isPaidExpression = {
  $and: [{ $not: [HAS_LEFT] }, { $gt: ['$owedFen', 0] }, { $gte: ['$seenFen', '$owedFen'] }],
};
const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });

/** People and money of a case's sheet, added up anew (index caseId+removed). */
export async function addUpSheet(caseId: string): Promise<SheetTotals> {
  const [sums] = await Claims.aggregate<SheetTotals>([
    { $match: { caseId, removed: false } },
    {
      $group: {
        _id: null,
        people: { $sum: 1 },
        paidPeople: count(isPaidExpression),
        leftPeople: count(HAS_LEFT),
        nothingOwedPeople: count(IS_OWED_NOTHING),
        // Of somebody who left, what he got is what he had from it; the rest is nobody's business here any more.
        owedFen: { $sum: { $cond: [HAS_LEFT, '$seenFen', '$owedFen'] } },
        seenFen: { $sum: '$seenFen' },
      },
    },
    { $project: { _id: 0 } },
  ]);
  return sums ?? { people: 0, paidPeople: 0, owedFen: 0 as Fen, seenFen: 0 as Fen }; // zero is whole fen
}
