import type { CaseView, JoinComplaint } from '../../core/contract/cases.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { rolesOn } from './case-reach.ts';
import { caseSearchFields } from './case-search.ts';
import { enterPeople } from './claims-of-complaint.ts';
import { putInto } from './file-case.ts';
import { findJoined } from './joined-complaints.ts';
import { moveCase } from './move-case.ts';

import { addUpCase } from './sheet-totals.ts';
import { tellOneComplainant } from './tell-case.ts';

/** A further accepted complaint of the office joins the case; its people join the sheet unless they stand there. */
export async function joinComplaint(
  id: string,
  version: number,
  { complaintId, reason }: JoinComplaint,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'joinComplaint', version, given: { reason } }, ctx, async (record) => {
    const [complaint] = await findJoined([complaintId]);
    if (complaint === undefined || !rolesOn(complaint, ctx).includes('inspector'))
      throw new AppError('notFound');
    if (complaint.officeCode !== record.officeCode)
      throw wrongField('complaintId', '不属于同一监察机构', 'It lies with another office');
    await putInto(record, complaint, ctx, { reason });
    await enterPeople([complaint], { caseId: id, areaCode: record.areaCode }, ctx);
    const complaintIds = [...record.complaintIds, complaintId];
    const search = caseSearchFields(record, await findJoined(complaintIds));
    return {
      set: { complaintIds, ...(await addUpCase(id, complaintIds)), ...search },
      reason,
      facts: { complaintId, receiptNumber: complaint.receiptNumber },
      andAlso: (changed) =>
        tellOneComplainant(changed, complaint, 'caseFiled', { caseNumber: record.caseNumber }, ctx),
    };
  });
}
