import type { TruthAnswer, TruthQuestion } from '../../core/contract/truth-sample.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { ownPerson } from '../payroll/index.ts';
import type { Asked, TruthAskRecord } from './truth-ask.model.ts';
import { findOwnAsk, findOwnAsks, keepAnswer } from './truth-ask.model.ts';
import { countAnswer } from './truth-sample.model.ts';

async function asked(ctx: Ctx): Promise<Asked> {
  const { workerIds, enrolments } = await ownPerson(ctx);
  return { workerIds, enrolmentIds: enrolments.map(({ id }) => id) };
}

const questionOf = ({ _id, month, projectName, answer }: TruthAskRecord): TruthQuestion => ({
  ...{ id: String(_id), month, projectName },
  ...(answer === undefined ? {} : { answer }),
});

/** What this person is asked now: what he has not answered first, then what he may still change; null for nobody's turn. */
export async function myTruthQuestion(ctx: Ctx): Promise<TruthQuestion | null> {
  const open = await findOwnAsks(await asked(ctx), ctx.today);
  const next = open.find(({ answer }) => answer === undefined) ?? open.at(-1);
  return next === undefined ? null : questionOf(next);
}

/**
 * Notes the answer and counts it; the same again changes nothing, another one takes its place until the sample closes.
 * The chain of events hears nothing of it: it would keep for ever who answered, and when.
 */
export async function answerTruthQuestion(id: string, answer: TruthAnswer, ctx: Ctx): Promise<TruthQuestion> {
  const person = await asked(ctx);
  return inTransaction(async () => {
    const ask = await findOwnAsk(id, person);
    if (ask === null) throw new AppError('notFound');
    if (ask.closesOn < ctx.today) throw new AppError('conflict', { state: 'closed' });
    if (ask.answer === answer) return questionOf(ask);
    const kept = await keepAnswer(ask, answer);
    if (kept === null) throw new AppError('staleVersion');
    await countAnswer(ask.sampleId, ask.answer, answer);
    return questionOf(kept);
  });
}
