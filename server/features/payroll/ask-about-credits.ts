import type { Ctx } from '../../platform/context.ts';
import { askWorkersLater } from './pay-ask.model.ts';
import type { PayAsk } from './pay-ask.model.ts';

/** A line whose worker is to be told, and how many of its credits had been taken back when that was decided. */
export interface CreditToTell {
  lineId: string;
  takenBack: number;
}

/**
 * Notes that these workers are to be told of their credits, or that they were wrong. By how often it was taken back the
 * job knows whether what it is to say still holds, and a credit after a wrong one is told anew.
 */
export async function askAboutCredits(
  of: Pick<PayAsk, 'sheetId' | 'areaCode'> & { occasion: 'credited' | 'takenBack' },
  lines: readonly CreditToTell[],
  ctx: Pick<Ctx, 'now'>,
): Promise<void> {
  for (const again of new Set(lines.map(({ takenBack }) => takenBack))) {
    const lineIds = lines.flatMap(({ lineId, takenBack }) => (takenBack === again ? [lineId] : []));
    await askWorkersLater({ ...of, lineIds, ...(again === 0 ? {} : { again }) }, ctx);
  }
}
