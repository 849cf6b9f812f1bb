import type { Ctx } from '../../../platform/context.ts';
import type { ProceedingRecord } from './proceeding.record.ts';

type Heard = (step: { caseId: string; proceeding: ProceedingRecord }, ctx: Ctx) => Promise<void>;
const told: Heard[] = [];

/** A feature whose records rest on a proceeding hears of each of its steps; in the same transaction. */
export function onProceedingStep(hear: Heard): void {
  told.push(hear);
}

export async function tellProceedingStep(
  caseId: string,
  proceeding: ProceedingRecord,
  ctx: Ctx,
): Promise<void> {
  for (const hear of told) await hear({ caseId, proceeding }, ctx);
}
