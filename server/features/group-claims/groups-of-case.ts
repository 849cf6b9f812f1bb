import type { GroupView } from '../../core/contract/group-claims.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCaseRecord } from '../cases/index.ts';
import { findComplaint } from '../complaints/index.ts';
import { groupOf } from './group-of.ts';
import { groupView } from './group-view.ts';

/** The group complaints of a case, for whoever of the office sees the case. */
export async function listGroupsOfCase(caseId: string, ctx: Ctx): Promise<Page<GroupView>> {
  const { complaintIds } = await getCaseRecord(caseId, ctx);
  const items: GroupView[] = [];
  for (const id of complaintIds) {
    const complaint = await findComplaint(id, {});
    if (complaint?.isGroup !== true || complaint.intakeKind !== 'COMPLAINT') continue;
    items.push(await groupView(await groupOf(complaint), ctx));
  }
  return { items, nextCursor: null, total: items.length };
}
