import type { Page } from '../../core/contract/page.ts';
import type { MyComplaintRow } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import { listOwnPayments } from '../cases/index.ts';
import { caseOfComplaint, listOwnComplaints, ownPhone } from '../complaints/index.ts';
import { waitsForMe } from './my-money.ts';
import { myRow } from './my-complaint-view.ts';

/** Everything filed from, or registered for, the phone that signed in, newest first. */
export async function listMyComplaints(ctx: Ctx): Promise<Page<MyComplaintRow>> {
  const [phone, complaints] = await Promise.all([ownPhone(ctx), listOwnComplaints(ctx)]);
  const items: MyComplaintRow[] = [];
  for (const complaint of complaints) {
    const caseId = await caseOfComplaint(complaint);
    const payments = phone === null || caseId === undefined ? [] : await listOwnPayments(phone, caseId);
    items.push(myRow(complaint, waitsForMe(payments)));
  }
  return { items, nextCursor: null, total: items.length };
}
