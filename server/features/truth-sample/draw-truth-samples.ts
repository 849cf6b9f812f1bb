import { Types } from 'mongoose';
import { sampleSize } from '../../core/alerts/seeded-sample.ts';
import { MOST_MADE_UP_MONTHS } from '../../core/alerts/truth-figures.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import {
  addDays,
  lastDayOf,
  nextPayMonth,
  partsOf,
  payMonthOf,
  previousPayMonth,
  toShanghaiDay,
} from '../../core/kit/plain-date.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { listAreas } from '../areas/index.ts';
import { askMessages } from './ask-messages.ts';
import { drawPeople } from './draw-people.ts';
import { drawSeed } from './draw-seed.ts';
import { areaPeople, areaReported } from './population.ts';
import { sampleNumbers } from './sample-numbers.ts';
import { insertAsks } from './truth-ask.model.ts';
import type { TruthAskRecord } from './truth-ask.model.ts';
import { insertSample, isDrawn, newestDrawn } from './truth-sample.model.ts';

/**
 * Draws in each county, once for each month and from the day of the month on that the area names, who is asked whether
 * last month's wage arrived. Sample, questions and messages of an area stand or fall together: a run that was stopped
 * goes on with the areas that are missing and asks nobody twice. Months nobody drew while the jobs stood still are made up,
 * by the seed and the numbers they would have been drawn by in time; the days to answer count from when people are asked.
 */
export async function drawTruthSamples(
  ctx: Ctx,
  signal?: AbortSignal,
): Promise<{ drawn: number; asked: number }> {
  const counts = { drawn: 0, asked: 0 };
  for await (const areaCode of counties(ctx))
    for (const month of await monthsDue(areaCode, ctx)) {
      if (signal?.aborted === true) return counts;
      if (await isDrawn(areaCode, month)) continue;
      const asked = await drawArea(areaCode, month, ctx);
      if (asked === null) continue;
      counts.drawn += 1;
      counts.asked += asked;
    }
  return counts;
}

/** Last month, and before it those since the newest one drawn; an area that never drew begins with last month. */
async function monthsDue(areaCode: string, { today }: Ctx): Promise<PayMonth[]> {
  const last = previousPayMonth(payMonthOf(today));
  const newest = await newestDrawn(areaCode);
  if (newest === null || newest >= last) return [last];
  const missed: PayMonth[] = [];
  for (let month = nextPayMonth(newest); month <= last; month = nextPayMonth(month)) missed.push(month);
  return missed.slice(-MOST_MADE_UP_MONTHS);
}

async function* counties(ctx: Ctx): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await listAreas({ level: 'county', ...(cursor === undefined ? {} : { cursor }) }, ctx);
    yield* page.items.map(({ code }) => code);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a);

async function drawArea(areaCode: string, month: PayMonth, ctx: Ctx): Promise<number | null> {
  const lastDay = lastDayOf(nextPayMonth(month));
  const isLate = ctx.today > lastDay;
  const { values, numbers } = await sampleNumbers(areaCode, isLate ? lastDay : ctx.today);
  if (!isLate && partsOf(ctx.today).day < values.truthSampleDay) return null;
  const people = await areaPeople(areaCode, month);
  const size = sampleSize(people.population.length, {
    shareBasisPoints: values.truthSampleShare,
    least: values.truthSampleLeast,
    most: values.truthSampleMost,
  });
  if (size === 0) return null;
  const seed = await drawSeed(areaCode, month);
  const drawn = drawPeople(people.population, seed.seed, size);
  const _id = new Types.ObjectId();
  // A run for a day that was missed asks people today.
  const drawnOn = later(ctx.today, toShanghaiDay(ctx.now.getTime()));
  const closesOn = addDays(drawnOn, values.truthSampleOpenDays);
  const asks = drawn.map(({ workerId, projectId }): TruthAskRecord => ({
    ...{ _id: new Types.ObjectId(), sampleId: String(_id), workerId, month, closesOn },
    enrolmentIds: people.enrolmentsOf(workerId, projectId),
    projectName: people.projectName(projectId),
  }));
  const { reached, enqueueAll } = await askMessages(asks, areaCode);
  const reported = { ...(await areaReported(areaCode, month)), on: drawnOn };
  const sample = {
    ...{ _id, areaCode, month, drawnOn, closesOn, closed: false, ...seed },
    ...{ population: people.population.length, size: drawn.length, reached },
    drawnIds: drawn.map(({ workerId }) => workerId),
    ...{ counts: { full: 0, part: 0, none: 0, notMe: 0 }, reported, numbers },
  };
  return inTransaction(async () => {
    // Another worker was here in between.
    if (await isDrawn(areaCode, month)) return null;
    await insertSample(sample, people.population);
    await insertAsks(asks);
    await enqueueAll(ctx);
    const facts = { month, ...seed, population: sample.population, size };
    const subject = `truthSample:${String(_id)}` as const;
    await appendEvent({ subject, areaCode, action: 'truthSample.draw', facts }, ctx, { isNewSubject: true });
    return asks.length;
  });
}
