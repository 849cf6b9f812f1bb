import type { Fen } from '../../core/kit/money.ts';
import { ZERO_FEN } from '../../core/kit/money.ts';
import type { SheetTotals } from './add-up-sheet.ts';
import { addUpSheet } from './add-up-sheet.ts';
import type { CaseRecord } from './case.record.ts';
import { findJoined } from './joined-complaints.ts';
import type { JoinedComplaint } from './joined-complaints.ts';

export type CaseTotals = Pick<CaseRecord, 'headcount' | 'owedFen' | 'seenFen' | 'sheet'>;

/** What the complaints say; several about one matter name the same people, so the largest of them counts. */
export function statedIn(complaints: readonly JoinedComplaint[]): { headcount: number; owedFen: number } {
  const standing = complaints.filter(({ state }) => state !== 'withdrawn' && state !== 'merged');
  return {
    headcount: Math.max(0, ...standing.map((one) => one.headcount)),
    owedFen: Math.max(0, ...standing.map((one) => one.owedFen)),
  };
}

/**
 * People and arrears of a case. While the sheet names fewer people than a complaint does, the larger figures stand:
 * somebody who is not on the sheet yet is not somebody who has been paid.
 */
export function totalsOf(sheet: SheetTotals, stated: { headcount: number; owedFen: number }): CaseTotals {
  const isWhole = sheet.people >= stated.headcount;
  const owedFen = isWhole ? sheet.owedFen : Math.max(sheet.owedFen, stated.owedFen);
  return {
    headcount: Math.max(sheet.people, stated.headcount),
    owedFen: owedFen as Fen, // both are whole fen
    seenFen: sheet.seenFen,
    sheet,
  };
}

/** The same, added up anew after the sheet or the complaints changed; in the transaction of that change. */
export async function addUpCase(caseId: string, complaintIds: readonly string[]): Promise<CaseTotals> {
  // One after the other: a transaction has no parallel questions.
  const sheet = await addUpSheet(caseId);
  return totalsOf(sheet, statedIn(await findJoined(complaintIds)));
}

/** A case before anybody stands on its sheet. */
export const EMPTY_TOTALS: CaseTotals = totalsOf(
  { people: 0, paidPeople: 0, owedFen: ZERO_FEN, seenFen: ZERO_FEN },
  { headcount: 0, owedFen: ZERO_FEN },
);

/** Those whose money the case still has to see: not those who left, nor those found to be owed nothing. */
export const peopleToPay = ({ headcount, sheet }: Pick<CaseTotals, 'headcount' | 'sheet'>): number =>
  headcount - (sheet.leftPeople ?? 0) - (sheet.nothingOwedPeople ?? 0);

/**
 * Is every person's money seen in full? Nobody on the sheet is not everybody paid, and where nobody was paid because
 * all left or were owed nothing, nothing was paid either.
 */
export const isAllSeen = (totals: Pick<CaseTotals, 'headcount' | 'sheet'>): boolean =>
  totals.sheet.paidPeople > 0 && totals.sheet.paidPeople >= peopleToPay(totals);
