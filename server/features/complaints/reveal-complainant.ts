import type { RevealComplainant, RevealedComplainant } from '../../core/contract/complaint-moves.ts';
import type { Ctx } from '../../platform/context.ts';
import { revealField } from '../../platform/crypto/index.ts';
import { complaintSecrets, only } from './complaint.model.ts';
import { getComplaintRecord } from './get-complaint.ts';
import { mayKnowComplainant } from './identity.ts';

/** One value in full, for a stated reason, after the view was recorded; to those alone who may know the person. */
export async function revealComplainant(
  id: string,
  { field, reason }: RevealComplainant,
  ctx: Ctx,
): Promise<RevealedComplainant> {
  const complaint = await getComplaintRecord(id, ctx);
  const known = await mayKnowComplainant(complaint, ctx);
  const request = {
    subject: `complaint:${id}` as const,
    areaCode: complaint.officeCode,
    field,
    reason,
    read: () =>
      Promise.resolve(known ? complaintSecrets.openFields(only(complaint, field))[field] : undefined),
  };
  return { value: await revealField(request, ctx) };
}
