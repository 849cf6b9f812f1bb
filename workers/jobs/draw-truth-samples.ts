import { closeTruthSamples, drawTruthSamples as draw } from '../../server/features/truth-sample/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Closes the samples whose time is over and draws those that are due. */
export function drawTruthSamples(): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('drawTruthSamples', { today, now });
      return { ...(await closeTruthSamples(ctx, signal)), ...(await draw(ctx, signal)) };
    },
  };
}
