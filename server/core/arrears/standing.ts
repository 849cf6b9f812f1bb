import type { LineStanding } from '../contract/arrears.ts';
import { LINE_STANDINGS } from '../contract/arrears.ts';
import type { Fen } from '../kit/money.ts';
import { fen } from '../kit/money.ts';

interface Marked {
  mark: 'agreed' | 'disputed';
}
/** A line as far as its standing and the sums go. */
export interface JudgedLine {
  earnedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  /** The records give no figure. */
  isUnknown: boolean;
  worker?: Marked;
  employer?: Marked;
  found?: { owedFen: Fen };
}

/**
 * What both sides have said of a line. Agreed needs the word of both: silence is neither agreed nor disputed. What the
 * inspector found settles what was disputed or had no figure.
 */
export function standingOf({
  isUnknown,
  worker,
  employer,
  found,
}: Omit<JudgedLine, 'earnedFen' | 'paidFen' | 'owedFen'>): LineStanding {
  if (found !== undefined) return 'found';
  if (isUnknown) return 'unknown';
  if (worker?.mark === 'disputed' || employer?.mark === 'disputed') return 'disputed';
  return worker?.mark === 'agreed' && employer?.mark === 'agreed' ? 'agreed' : 'open';
}

/** What counts as owed: the inspector's finding before the reckoned figure; nothing where there is no figure. */
export const countedOwed = ({
  owedFen,
  isUnknown,
  found,
}: Pick<JudgedLine, 'owedFen' | 'isUnknown' | 'found'>): Fen =>
  found?.owedFen ?? (isUnknown ? fen(0) : owedFen);

export interface ArrearsSums {
  earnedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  agreedFen: Fen;
  disputedFen: Fen;
  openFen: Fen;
  foundFen: Fen;
  lines: Record<LineStanding, number>;
}

/** Nothing on the sheet. */
export const noSums = (): ArrearsSums => ({
  ...{ earnedFen: fen(0), paidFen: fen(0), owedFen: fen(0) },
  ...{ agreedFen: fen(0), disputedFen: fen(0), openFen: fen(0), foundFen: fen(0) },
  lines: Object.fromEntries(LINE_STANDINGS.map((one) => [one, 0])) as Record<LineStanding, number>, // every standing once
});

const SUM_OF = { agreed: 'agreedFen', disputed: 'disputedFen', open: 'openFen', found: 'foundFen' } as const;

/** Adds lines up: what is owed is what is agreed, disputed, open and found together, to the fen. */
export function addUpLines(lines: Iterable<JudgedLine>): ArrearsSums {
  const sums = noSums();
  for (const line of lines) {
    const standing = standingOf(line);
    sums.lines[standing] += 1;
    if (standing === 'unknown') continue;
    const owed = countedOwed(line);
    sums.earnedFen = fen(sums.earnedFen + line.earnedFen);
    sums.paidFen = fen(sums.paidFen + line.paidFen);
    sums.owedFen = fen(sums.owedFen + owed);
    const key = SUM_OF[standing];
    sums[key] = fen(sums[key] + owed);
  }
  return sums;
}
