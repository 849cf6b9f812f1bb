import type { CaseView } from '../../../core/contract/cases.ts';
import type { AskRecusal } from '../../../core/contract/office-work.ts';
import { actorRef } from '../../../platform/context.ts';
import type { Ctx } from '../../../platform/context.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { idOf } from '../case-reach.ts';
import type { CaseRecord, StaffRef } from '../case.record.ts';
import { moveCase } from '../move-case.ts';
import { tellHeads } from '../tell-case.ts';

/**
 * An inspector of the case declares that it concerns him, or what a party has against him is written down; the head
 * decides. Whatever waited for the head before waits on behind it.
 * @law INS-16-1
 */
export async function askRecusal(
  id: string,
  version: number,
  input: AskRecusal,
  ctx: Ctx,
): Promise<CaseView> {
  const { inspectorId, side, ground } = input;
  return moveCase({ id, action: 'askRecusal', version, given: input }, ctx, (record) => {
    const against = inspectorOf(record, inspectorId);
    if (side === 'SELF' && against.id !== idOf(ctx))
      throw wrongField('inspectorId', '只能由本人申请自行回避', 'Only the inspector himself declares this');
    const { pending } = record;
    const before = pending === 'extension' || pending === 'closure' ? { before: pending } : {};
    const asked = { askedOn: ctx.today, askedBy: idOf(ctx) ?? actorRef(ctx.actor) };
    return {
      set: { pending: 'recusal' },
      push: { recusals: [{ against, side, ground, ...asked, ...before }] },
      reason: ground,
      facts: { inspectorId: against.id, side },
      andAlso: (changed) => tellHeads(changed, 'caseRecusalAsked', ctx),
    };
  });
}

function inspectorOf({ leadInspector, coInspector }: CaseRecord, id: string): StaffRef {
  const found = [leadInspector, coInspector].find((one) => one.id === id);
  if (found === undefined)
    throw wrongField('inspectorId', '不是本案的承办监察员', 'Not an inspector of this case');
  return { id: found.id, name: found.name };
}
