import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/app-error.ts';
import { requireOffice } from '../../platform/office-reach.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { companiesAfter } from '../companies/index.ts';
import { putRating } from './open-rating.ts';
import { ratedIn } from './rating.model.ts';
import { readGrades, yearOf } from './read-grade.ts';

/** Companies whose records are read at once. */
const BATCH = 100;
/** As many as one request may open; the next request goes on where this one ended. */
const MOST_AT_ONCE = 200;

export interface ProposedGrades {
  year: number;
  opened: number;
  /** Nothing of that year is on record about them: no grade is proposed. */
  withoutRecord: number;
  finished: boolean;
}

/**
 * Proposes the grades of a past year for every company of an area that has none yet: the year that was over last unless
 * another is named. A second run does nothing; one that was ended goes on.
 * @law CRD-1
 */
export async function proposeGrades(
  { areaCode = '', year }: { areaCode?: string; year?: number },
  ctx: Ctx,
  { signal, most = Number.POSITIVE_INFINITY }: { signal?: AbortSignal; most?: number } = {},
): Promise<ProposedGrades> {
  const done = { year: year ?? yearOf(ctx.today) - 1, opened: 0, withoutRecord: 0 };
  let after: string | undefined;
  for (;;) {
    const companies = await companiesAfter(areaCode, after, BATCH);
    const last = companies.at(-1);
    if (last === undefined) return { ...done, finished: true };
    after = last.id;
    const rated = await ratedIn(
      done.year,
      companies.map(({ id }) => id),
    );
    const missing = companies.filter(({ id }) => !rated.has(id));
    const read = await readGrades(
      missing.map(({ id }) => id),
      done.year,
      ctx.today,
    );
    for (const company of missing) {
      if (signal?.aborted === true || done.opened >= most) return { ...done, finished: false };
      const record = read.get(company.id);
      if (record === undefined || !record.isOnRecord) {
        done.withoutRecord += 1;
        continue;
      }
      // Somebody may have opened it by hand a moment ago: then it is there, which is all that is wanted.
      done.opened += await putRating(company, record, {}, ctx).then(
        () => 1,
        (error: unknown) => {
          if (error instanceof AppError && error.code === 'alreadyExists') return 0;
          throw error;
        },
      );
    }
  }
}

/** The same on request, a stretch at a time. */
export async function computeYear(
  { areaCode, year }: { areaCode: string; year: number },
  ctx: Ctx,
): Promise<ProposedGrades> {
  requireOffice(ctx, areaCode);
  if (year >= yearOf(ctx.today))
    throw wrongField(
      'year',
      '年度还没有结束，只评价上一年度',
      'That year is not over: a grade is about a past one',
    );
  return proposeGrades({ areaCode, year }, ctx, { most: MOST_AT_ONCE });
}
