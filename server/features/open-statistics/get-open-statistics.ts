import type { AskOpenStatistics, OpenStatistics } from '../../core/contract/open-statistics.ts';
import { finishedQuarters } from '../../core/open-statistics/quarter.ts';
import type { Quarter } from '../../core/open-statistics/quarter.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { countQuarter } from './count-quarter.ts';
import type { OpenQuarter } from './open-quarter.model.ts';
import { findOpenQuarter, keepOpenQuarter } from './open-quarter.model.ts';

type At = Pick<Ctx, 'today'>;

/** Two years back: enough to compare a quarter with the same one of the year before. */
const PUBLISHED = 8;

export const publishedQuarters = ({ today }: At): Quarter[] => finishedQuarters(today, PUBLISHED);

/**
 * What everybody may read of a quarter that is over: complaints, closed cases, people, money that was seen and days, by
 * area, channel and industry; small numbers and whatever would tell them are not shown. Counted once a day.
 */
export async function getOpenStatistics({ quarter }: AskOpenStatistics, at: At): Promise<OpenStatistics> {
  const quarters = publishedQuarters(at);
  const asked = quarter === undefined ? quarters[0] : quarters.find((one) => one === quarter);
  if (asked === undefined) throw new AppError('notFound');
  return { ...(await openQuarter(asked, at)), quarters };
}

/** Many may ask at once in the morning: one of them counts. */
const counting = new Map<string, Promise<OpenQuarter>>();

export async function openQuarter(quarter: Quarter, { today }: At): Promise<OpenQuarter> {
  const known = await findOpenQuarter(quarter, today);
  if (known !== null) return known;
  const key = `${quarter} ${today}`;
  const running = counting.get(key) ?? countAndKeep(quarter, { today });
  counting.set(key, running);
  try {
    return await running;
  } finally {
    counting.delete(key);
  }
}

async function countAndKeep(quarter: Quarter, { today }: At): Promise<OpenQuarter> {
  const shown = await countQuarter(quarter, today);
  await keepOpenQuarter(shown, today);
  return shown;
}
