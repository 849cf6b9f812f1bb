import { answersIn, truthFigures } from '../../core/alerts/truth-figures.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { areaReported } from './population.ts';
import { forgetAnswers } from './truth-ask.model.ts';
import { closeSample, findOpenSamples, keepReported } from './truth-sample.model.ts';

/**
 * Looks again at what the payrolls report of months that are being asked about, and closes those whose time is over: the
 * counts go into the chain, and the single answers are deleted, so that nobody can ever find out who said what. For the
 * same reason no event is written when somebody answers.
 */
export async function closeTruthSamples(ctx: Ctx, signal?: AbortSignal): Promise<{ closed: number }> {
  let closed = 0;
  for (const { _id, areaCode, month, closesOn } of await findOpenSamples()) {
    if (signal?.aborted === true) break;
    await keepReported(_id, { ...(await areaReported(areaCode, month)), on: ctx.today });
    if (closesOn >= ctx.today) continue;
    closed += await inTransaction(async () => {
      const sample = await closeSample(_id);
      if (sample === null) return 0;
      await forgetAnswers(String(_id));
      const { counts } = sample;
      const facts = { month, answered: answersIn(counts), ...(truthFigures(counts) ?? {}) };
      const subject = `truthSample:${String(_id)}` as const;
      await appendEvent({ subject, areaCode, action: 'truthSample.close', facts }, ctx);
      return 1;
    });
  }
  return { closed };
}
