import type { Reassigned, ReassignCases } from '../../../core/contract/office-work.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { errorWords } from '../../../platform/error-words.ts';
import { assignCase } from '../assign-case.ts';
import { casesInReach } from '../case-reach.ts';
import { findCaseWithin } from '../case-queries.model.ts';

/**
 * The head gives several cases to other inspectors at once; each is a move of its own, so one that cannot be moved
 * holds up none of the others and is answered with why. Asked a second time, it changes nothing.
 * @law INS-16-1
 */
export async function reassignCases(input: ReassignCases, ctx: Ctx): Promise<{ items: Reassigned[] }> {
  const items: Reassigned[] = [];
  for (const one of input.cases) items.push(await reassignOne(one, input, ctx));
  return { items };
}

async function reassignOne(
  { id, version }: ReassignCases['cases'][number],
  { leadInspectorId, coInspectorId, reason }: ReassignCases,
  ctx: Ctx,
): Promise<Reassigned> {
  const record = await findCaseWithin(id, casesInReach(ctx));
  if (record === null) return { id, outcome: 'refused', why: wordsOf(new AppError('notFound')) };
  const { caseNumber, leadInspector, coInspector } = record;
  const to = {
    leadInspectorId: leadInspectorId ?? leadInspector.id,
    coInspectorId: coInspectorId ?? coInspector.id,
  };
  if (to.leadInspectorId === leadInspector.id && to.coInspectorId === coInspector.id)
    return { id, caseNumber, outcome: 'unchanged' };
  try {
    await assignCase(id, version, { ...to, reason }, ctx);
    return { id, caseNumber, outcome: 'moved' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id, caseNumber, outcome: 'refused', why: wordsOf(error) };
  }
}

/** What the door would have said: of a field its own words, otherwise those of the refusal. */
function wordsOf(error: AppError): { zh: string; en: string } {
  const { zh, en } = error.fields?.[0] ?? errorWords(error);
  return { zh, en };
}
