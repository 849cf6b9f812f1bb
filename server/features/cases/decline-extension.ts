import type { CaseReason, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveCase } from './move-case.ts';
import { tellInspectors } from './tell-case.ts';

/** The head declines the extension with his reason; the last day stays what it was. */
export async function declineExtension(
  id: string,
  version: number,
  { reason }: CaseReason,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'declineExtension', version, given: { reason } }, ctx, (record) => ({
    set: { extension: { ...record.extension, outcome: 'declined', decidedOn: ctx.today, words: reason } },
    unset: { pending: 1 },
    reason,
    andAlso: (changed) => tellInspectors(changed, 'caseExtensionDeclined', ctx),
  }));
}
