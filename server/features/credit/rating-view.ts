import type { RatingView } from '../../core/contract/credit.ts';
import { entryKey } from '../../core/credit/entry.ts';
import { changedSince } from '../../core/credit/grade.ts';
import type { Ctx } from '../../platform/context.ts';
import { getLife, viewOfLife } from '../../platform/lives/index.ts';
import { filesOfSteps } from '../files/index.ts';
import { ownIdsOf, ratingsWithin, seesAll } from './credit-reach.ts';
import { readCreditEntries } from './credit-sources.ts';
import { entryView, gradeView, ratingRow, seesEntries } from './credit-view.ts';
import { ratingKind } from './rating-kind.ts';
import type { FrozenReading, RatingRecord } from './rating.model.ts';
import { isInYear } from './read-grade.ts';

/** What passes between company and office; how the office came to its grade is said among the office. */
const BETWEEN = ['tell', 'object', 'confirm', 'finish'];
/** The steps a reader sees: whoever sees the whole file all of them, the company what passes between them. */
export const stepsShown = <Step extends { action: string }>(
  history: readonly Step[],
  isWhole: boolean,
): Step[] => history.filter(({ action }) => isWhole || BETWEEN.includes(action));
const TOLD_FACTS = ['toldMode', 'toldOn', 'objectBy', 'objection', 'grade'];

/** The facts a grade rests on: those read last. */
export function readingOf({ readings }: Pick<RatingRecord, 'readings'>): FrozenReading {
  const reading = readings.at(-1);
  if (reading === undefined) throw new Error('A grade is opened with its facts');
  return reading;
}

/** The grade as this reader may see it: what it rests on, frozen, and what the record says otherwise today. */
export async function ratingView(record: RatingRecord, ctx: Ctx): Promise<RatingView> {
  const life = await viewOfLife(ratingKind(await ownIdsOf(ctx)), record, ctx);
  const isWhole = seesAll(record.areaCode, ctx);
  const sees = seesEntries(isWhole);
  const { companyId, year, creditCode } = record;
  const reading = readingOf(record);
  const today = (await readCreditEntries([companyId], ctx.today)).get(companyId) ?? [];
  const changed = changedSince(
    reading.entries,
    today.filter(({ on }) => isInYear(on, year)),
    entryKey,
  );
  const { version: _, ...row } = ratingRow(record);
  return {
    ...row,
    ...life,
    history: stepsShown(life.history, isWhole),
    facts: life.facts.filter(({ field }) => isWhole || TOLD_FACTS.includes(field.name)),
    ...(creditCode === undefined ? {} : { creditCode }),
    frozen: gradeView(reading, sees),
    readings: record.readings.length,
    changed: {
      added: changed.added.filter(sees).map(entryView),
      gone: changed.gone.filter(sees).map(entryView),
    },
    files: await filesOfSteps(stepsShown(record.history, isWhole)),
  };
}

/** One grade within the reader's limits. */
export async function getRating(id: string, ctx: Ctx): Promise<RatingView> {
  return ratingView(await getLife(ratingKind([]), id, await ratingsWithin(ctx)), ctx);
}
