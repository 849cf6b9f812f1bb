import type { MyComplaint } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import { getOwnComplaint, ownPhone } from '../complaints/index.ts';
import { myComplaintView } from './my-complaint-view.ts';

/** One own complaint by its receipt; somebody else's is not there. */
export async function getMyComplaint(receiptNumber: string, ctx: Ctx): Promise<MyComplaint> {
  const complaint = await getOwnComplaint(receiptNumber, ctx);
  return myComplaintView(complaint, { phone: await ownPhone(ctx) }, ctx);
}
