import type { CaseReason, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveComplaint } from '../complaints/index.ts';
import { findJoined } from './joined-complaints.ts';
import { moveCase } from './move-case.ts';
import { tellComplainants, tellInspectors } from './tell-case.ts';

/** The head takes a closed case up again; its complaints are open again with it, and the investigation runs anew. */
export async function reopenCase(
  id: string,
  version: number,
  { reason }: CaseReason,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'reopen', version, given: { reason } }, ctx, (record) => ({
    unset: { closure: 1, closureCode: 1, closedOn: 1, extension: 1, archive: 1 },
    reason,
    facts: { ...(record.closureCode === undefined ? {} : { closureCode: record.closureCode }) },
    andAlso: async (changed) => {
      for (const complaint of await findJoined(record.complaintIds)) {
        if (complaint.state !== 'answered') continue;
        await moveComplaint({ id: complaint.id }, 'reopen', { reason }, ctx, () => ({ reason }));
      }
      await tellComplainants(changed, 'caseTakenUpAgain', {}, ctx);
      await tellInspectors(changed, 'caseReopened', ctx);
    },
  }));
}
