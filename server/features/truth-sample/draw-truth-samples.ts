import { Types } from 'mongoose';
import { sampleSize } from '../../core/alerts/seeded-sample.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { addDays, partsOf, payMonthOf, previousPayMonth } from '../../core/kit/plain-date.ts';
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
import { insertSample, isDrawn } from './truth-sample.model.ts';

/**
 * Draws in each county, once for each month and from the day of the month on that the area names, who is asked whether
 * last month's wage arrived. Sample, questions and messages of an area stand or fall together: a run that was stopped
 * goes on with the areas that are missing and asks nobody twice. A month that nobody drew before the next one began is
 * left out: people answer what they remember.
 */
export async function drawTruthSamples(
  ctx: Ctx,
  signal?: AbortSignal,
): Promise<{ drawn: number; asked: number }> {
  const counts = { drawn: 0, asked: 0 };
  const month = previousPayMonth(payMonthOf(ctx.today));
  for await (const areaCode of counties(ctx)) {
    if (signal?.aborted === true) break;
    if (await isDrawn(areaCode, month)) continue;
    const asked = await drawArea(areaCode, month, ctx);
    if (asked === null) continue;
    counts.drawn += 1;
    counts.asked += asked;
  }
  return counts;
}

async function* counties(ctx: Ctx): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await listAreas({ level: 'county', ...(cursor === undefined ? {} : { cursor }) }, ctx);
    yield* page.items.map(({ code }) => code);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function drawArea(areaCode: string, month: PayMonth, ctx: Ctx): Promise<number | null> {
  const { values, numbers } = await sampleNumbers(areaCode, ctx.today);
  if (partsOf(ctx.today).day < values.truthSampleDay) return null;
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
  const closesOn = addDays(ctx.today, values.truthSampleOpenDays);
  const asks = drawn.map(({ workerId, projectId }): TruthAskRecord => ({
    ...{ _id: new Types.ObjectId(), sampleId: String(_id), workerId, month, closesOn },
    enrolmentIds: people.enrolmentsOf(workerId, projectId),
    projectName: people.projectName(projectId),
  }));
  const { reached, enqueueAll } = await askMessages(asks, areaCode);
  const reported = { ...(await areaReported(areaCode, month)), on: ctx.today };
  const sample = {
    ...{ _id, areaCode, month, drawnOn: ctx.today, closesOn, closed: false, ...seed },
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
