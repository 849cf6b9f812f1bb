import { TRUTH_ANSWERS } from '../../server/core/contract/truth-sample.ts';
import type { TruthAnswer, TruthSampleView } from '../../server/core/contract/truth-sample.ts';
import { addDays, addPayMonths, firstDayOf, payMonthOf } from '../../server/core/kit/plain-date.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { findUserByPhone, openWorkerAccount } from '../../server/features/accounts/index.ts';
import {
  answerTruthQuestion,
  closeTruthSamples,
  drawTruthSamples,
  listTruthSamples,
  myTruthQuestion,
  redrawTruthSample,
} from '../../server/features/truth-sample/index.ts';
import { phonesOfWorkers } from '../../server/features/workers/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { worker } from '../demo-office.ts';
import { onDay } from '../pay-side/on-day.ts';

/**
 * The months asked about, oldest first: how many answered. Of seven nothing but the number may be shown; the last one is
 * still open.
 */
const ANSWERED = [17, 7, 15, 4] as const;
/** Out of every ten who answer: seven got it all. */
const SAID: readonly TruthAnswer[] = [
  'full',
  'full',
  'part',
  'full',
  'full',
  'none',
  'full',
  'full',
  'notMe',
  'full',
];
const DAYS_TO_ANSWER = 5;

/** What workers drawn by lot said of the past months; what was drawn already is left as it is. */
export async function seedTruthSamples(ctx: Ctx): Promise<number> {
  if ((await listTruthSamples({ limit: 1 }, ctx)).items.length > 0) return 0;
  const now = payMonthOf(ctx.today);
  let asked = 0;
  for (const [at, answered] of ANSWERED.entries()) {
    const back = ANSWERED.length - 1 - at;
    const drawn = back === 0 ? ctx : onDay(firstDayOf(addPayMonths(now, -back)));
    asked += (await drawTruthSamples(drawn)).asked;
    const month = addPayMonths(payMonthOf(drawn.today), -1);
    for (const sample of (await listTruthSamples({ month }, ctx)).items)
      await answerSome(sample, answered, back === 0 ? ctx.today : addDays(drawn.today, DAYS_TO_ANSWER));
    if (back > 0) await closeTruthSamples(onDay(firstDayOf(addPayMonths(now, 1 - back))));
  }
  return asked;
}

/** The first of those drawn answer on their phones. */
async function answerSome({ id }: TruthSampleView, count: number, day: PlainDate): Promise<void> {
  const { drawnIds } = await redrawTruthSample(id);
  const phones = await phonesOfWorkers(drawnIds);
  let said = 0;
  for (const phone of drawnIds.flatMap((one) => phones.get(one) ?? [])) {
    if (said === count) return;
    if ((await findUserByPhone(phone)) === null)
      await inTransaction(() => openWorkerAccount(phone, onDay(day)));
    const person = (await worker(phone)).on(day);
    const question = await myTruthQuestion(person);
    if (question === null || question.answer !== undefined) continue;
    await answerTruthQuestion(question.id, SAID[said % SAID.length] ?? TRUTH_ANSWERS[0], person);
    said += 1;
  }
}
