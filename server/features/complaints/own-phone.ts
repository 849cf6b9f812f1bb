import type { Ctx } from '../../platform/context.ts';
import { findOwnPhone } from '../accounts/index.ts';
import { complaintSecrets } from './complaint.model.ts';
import { AppError } from '../../platform/app-error.ts';
import type { ComplaintFilter } from './complaint-queries.model.ts';
import { findByReceipt } from './complaint-queries.model.ts';
import type { MoveTarget } from './move-complaint.ts';

/** The phone of the signed-in person; null for anybody without one. */
export async function ownPhone(ctx: Ctx): Promise<string | null> {
  if (ctx.actor.kind !== 'user') return null;
  return findOwnPhone(ctx.actor.userId);
}

/** What was filed from, or registered for, the phone that signed in; nothing for anybody else. */
export async function ownComplaints(ctx: Ctx): Promise<ComplaintFilter> {
  const phone = await ownPhone(ctx);
  return phone === null ? { _id: { $in: [] } } : complaintSecrets.where('phone', phone);
}

/** One own complaint as its complainant moves it; somebody else's is not found. */
export async function ownTarget(receiptNumber: string, ctx: Ctx): Promise<MoveTarget> {
  const limits = await ownComplaints(ctx);
  const complaint = await findByReceipt(receiptNumber, limits);
  if (complaint === null) throw new AppError('notFound');
  return { id: String(complaint._id), as: { limits, roles: ['complainant'] } };
}
