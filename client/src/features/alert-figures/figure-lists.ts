import type { AlertFigures } from '../../../../server/core/contract/alert-figures.ts';
import type { HitCounts } from './hit-lines.ts';

/** Where and from which day on the numbers of the tables count. */
export interface Counting {
  areaCode: string;
  from: string;
}
type AlertList = Record<string, string>;

/** Everything of the area that was raised since, what is over included. */
const all = ({ areaCode, from }: Counting): AlertList => ({ areaCode, raisedFrom: from, open: 'all' });

type Answered = AlertFigures['answered'][number];
export type AnsweredColumn = 'asked' | 'inTime' | 'late' | 'unanswered';
const ANSWERED = { asked: 'due', inTime: 'inTime', late: 'late', unanswered: 'none' } as const;

/** The alerts whose answers a number counts; of nothing there is no list. */
export const answeredList = (
  row: Answered,
  column: AnsweredColumn,
  counting: Counting,
): AlertList | undefined =>
  row[column] === 0 ? undefined : { ...all(counting), answerIn: row.month, answered: ANSWERED[column] };

const JUDGED = { judged: 'any', right: 'right' } as const;

/** The alerts of a rule that a number counts, of one month or of all of them. */
export function hitList(
  counts: HitCounts,
  column: keyof HitCounts,
  { rule, month }: { rule: string; month?: string },
  counting: Counting,
): AlertList | undefined {
  if (counts[column] === 0) return undefined;
  const list = { ...all(counting), rule };
  if (column === 'raised') return { ...list, ...(month !== undefined && { raisedIn: month }) };
  const ended = { ...list, ...(month !== undefined && { endedIn: month }) };
  return column === 'cured' ? { ...ended, state: 'cured' } : { ...ended, judged: JUDGED[column] };
}
