import type { CaseReason, CaseView } from '../../core/contract/cases.ts';
import { actorRef } from '../../platform/context.ts';
import type { Ctx } from '../../platform/context.ts';
import { idOf } from './case-reach.ts';
import { moveCase } from './move-case.ts';
import { tellHeads } from './tell-case.ts';

/**
 * A complex case asks the head for thirty working days more, once.
 * @law INS-17-1
 */
export async function askExtension(
  id: string,
  version: number,
  { reason }: CaseReason,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'askExtension', version, given: { reason } }, ctx, () => ({
    set: {
      pending: 'extension',
      extension: { reason, askedOn: ctx.today, askedBy: idOf(ctx) ?? actorRef(ctx.actor) },
    },
    reason,
    andAlso: (changed) => tellHeads(changed, 'caseExtensionAsked', ctx),
  }));
}
