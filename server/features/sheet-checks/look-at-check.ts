import type { SheetCheckView } from '../../core/contract/sheet-checks.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { endOfReading } from './reading-now.ts';
import { getOwnCheck, sheetCheckView } from './sheet-check-view.ts';

/** Shorter than anybody minds waiting for how far it is, longer than most sheets take. */
const MOMENT_MS = 250;

/**
 * How far a check is and what it found. Who looks while this process reads the sheet gets the findings themselves where
 * they come within a moment: looking again and again would only take the time that the check needs.
 */
export async function lookAtCheck(id: string, ctx: Ctx): Promise<SheetCheckView> {
  await endOfReading(id, actorUserId(ctx), MOMENT_MS);
  return sheetCheckView(await getOwnCheck(id, ctx), ctx);
}
