import type { ArrearsPerson, LineStanding } from '../../core/contract/arrears.ts';
import type { Page } from '../../core/contract/page.ts';
import { addUpLines } from '../../core/arrears/standing.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { groupBy } from './group-by.ts';
import { judged, linesOfSheet } from './line.model.ts';
import { namesOf } from './line-view.ts';
import { getSheet } from './sheet-reach.ts';
import type { LineRecord } from './sheet.record.ts';

export interface ListPeople {
  q?: string;
  standing?: LineStanding;
  cursor?: string;
  limit?: number;
}

const FIELDS = {
  ...{ claimId: 1, no: 1, earnedFen: 1, paidFen: 1, owedFen: 1, lacks: 1 },
  ...{ 'worker.mark': 1, 'employer.mark': 1, found: 1 },
} as const;

/**
 * The people of a sheet with their sums: those with an undecided dispute first, then those without data, then in the order
 * of the sheet. Added up from the lines, which are read once without sources and histories (index sheetId+place).
 */
export async function listPeople(sheetId: string, query: ListPeople, ctx: Ctx): Promise<Page<ArrearsPerson>> {
  const { record } = await getSheet(sheetId, ctx);
  const lines = await linesOfSheet(sheetId, FIELDS);
  const people = [...groupBy(lines, ({ claimId }) => claimId)].map(([claimId, own]) =>
    personOf(claimId, own),
  );
  const asked = people.filter(
    ({ lines: count }) => query.standing === undefined || count[query.standing] > 0,
  );
  const names =
    query.q === undefined
      ? null
      : await namesOf(
          asked.map(({ claimId }) => claimId),
          record,
          ctx,
        );
  const named =
    names === null
      ? asked
      : asked.filter(({ claimId }) => names.get(claimId)?.personName?.includes(query.q ?? ''));
  const ordered = named.sort((a, b) => rankOf(a) - rankOf(b) || a.no - b.no);
  const from = offsetOf(query.cursor);
  const shown = ordered.slice(from, from + (query.limit ?? 50));
  const known =
    names ??
    (await namesOf(
      shown.map(({ claimId }) => claimId),
      record,
      ctx,
    ));
  const next = from + shown.length;
  return {
    items: shown.map((one) => ({ ...one, ...(known.get(one.claimId) ?? { identityHidden: true }) })),
    nextCursor: next < ordered.length ? String(next) : null,
    total: ordered.length,
  };
}

type Bare = Omit<ArrearsPerson, 'personName' | 'identityHidden'>;

function personOf(claimId: string, lines: readonly LineRecord[]): Bare {
  const { earnedFen, paidFen, owedFen, lines: counts } = addUpLines(lines.map(judged));
  return { claimId, no: lines[0]?.no ?? 0, months: lines.length, earnedFen, paidFen, owedFen, lines: counts };
}

const rankOf = ({ lines }: Bare): number => (lines.disputed > 0 ? 0 : lines.unknown > 0 ? 1 : 2);

/** People move within this order when somebody speaks, so a place is all a cursor can hold. */
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/u.test(cursor)) return Number(cursor);
  const words = {
    zh: '分页位置无效，请从第一页开始',
    en: 'Not a valid place in this list; start from the first page',
  };
  throw new AppError('invalidInput', { count: 1 }, [
    { in: 'query', path: 'cursor', rule: 'cursor', ...words },
  ]);
}
