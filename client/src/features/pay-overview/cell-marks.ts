import type { PayGridCell } from '../../../../server/core/contract/pay-overview.ts';

export const MARKS = ['filed', 'signed', 'paid', 'answered'] as const;
export type CellMark = (typeof MARKS)[number];
/** How much of the team's month is there: of everybody, of some, of nobody. */
export type MarkLevel = 'all' | 'some' | 'none';

const of = (count: number, people: number): MarkLevel =>
  count <= 0 ? 'none' : count < people ? 'some' : 'all';

/** The four small marks of a filed month; a month without a payroll has none, for nothing is known of it. */
export function marksOf(cell: PayGridCell): { mark: CellMark; level: MarkLevel }[] {
  const { sheetId, state, people = 0, credited = 0, answers } = cell;
  if (sheetId === undefined) return [];
  const isApproved = state !== 'signing' && state !== 'returned';
  const levels: Record<CellMark, MarkLevel> = {
    filed: 'all',
    signed: isApproved ? 'all' : 'none',
    paid: of(credited, people),
    answered: of(people - (answers?.unanswered ?? people), people),
  };
  return MARKS.map((mark) => ({ mark, level: levels[mark] }));
}
