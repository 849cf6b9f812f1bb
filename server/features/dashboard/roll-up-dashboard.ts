import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { rollUpReport, tallyArea } from '../reports/index.ts';
import { keepDay } from './day-copy.model.ts';
import { rollUpSites } from './roll-up-sites.ts';
import { EVERYWHERE, findSums } from './site-sum.model.ts';

/** Adds up projects and warnings anew and keeps what stands open today, so that the day can be looked at later. */
export async function rollUpDashboard(
  at: { today: PlainDate; now: Date },
  signal?: AbortSignal,
): Promise<{ counted: number; looked: number; sites: number }> {
  const { counted } = await rollUpReport(signal);
  const rolled = await rollUpSites(at, signal);
  if (signal?.aborted === true) return { counted, ...rolled };
  // Run by hand for another day, this is not how that day stood.
  if (at.today !== toShanghaiDay(at.now.getTime())) return { counted, ...rolled };
  const { standing } = await tallyArea('', []);
  await keepDay(at.today, {
    standing: [...standing],
    sums: await findSums(EVERYWHERE),
    sitesAt: at.now.toISOString(),
  });
  return { counted, ...rolled };
}
