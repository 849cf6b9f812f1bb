import type { MyPayment } from '../../core/contract/tracking.ts';
import type { ClaimState } from '../../core/contract/claims.ts';
import type { Fen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { GroupMember } from '../complaints/index.ts';
import { findCaseWithin } from './case-queries.model.ts';
import type { CaseRecord } from './case.record.ts';
import type { ClaimRecord } from './claim.model.ts';
import { changeClaim, Claims } from './claim.model.ts';
import { claimState } from './claim-view.ts';
import { metByPayment } from './met-by-payment.ts';
import { saveStep } from './move-case.ts';
import { paymentsOfClaims } from './own-payments.ts';
import { must, putMember, rowOfMember } from './put-member.ts';
import { addUpCase } from './sheet-totals.ts';

/** The case, whoever asks: a member acts on his own row without seeing the case. */
async function caseAsIs(caseId: string): Promise<CaseRecord> {
  const record = await findCaseWithin(caseId, {});
  if (record === null) throw new AppError('notFound');
  if (!record.open) throw new AppError('groupEnded');
  return record;
}

/** Writes what a member did into the case: its figures, its history and its event. He is named in none of them. */
async function saveMembers(
  record: CaseRecord,
  action: 'memberJoined' | 'memberLeft',
  facts: Record<string, string | number | boolean>,
  ctx: Ctx,
): Promise<void> {
  const totals = await addUpCase(String(record._id), record.complaintIds);
  // Who leaves may be the last who was waited for: then all that is asked for is paid.
  const met = await metByPayment(String(record._id), record.deadlines, totals, ctx);
  await saveStep(record, action, null, { set: { ...totals }, ...met, facts }, ctx);
}

/** Who joins after the case was filed comes to its sheet as an addition that the inspector has to look at. */
export async function joinCaseAsMember(
  caseId: string,
  complaintId: string,
  member: GroupMember,
  ctx: Ctx,
): Promise<void> {
  if (member.doubt === 'sameCitizenId') return;
  const record = await caseAsIs(caseId);
  await putMember(member, { caseId, areaCode: record.areaCode, complaintId }, { isLate: true }, ctx);
  await saveMembers(record, 'memberJoined', { owedFen: member.owedFen }, ctx);
}

/**
 * A member leaves: his row is kept and marked, and the others' go on. A row that others gave under another phone is not
 * his to end.
 */
export async function leaveCaseAsMember(caseId: string, member: GroupMember, ctx: Ctx): Promise<void> {
  const record = await caseAsIs(caseId);
  const row = await rowOfMember(caseId, member);
  if (row === undefined || member.doubt !== undefined) return;
  must(await changeClaim(row, { leftOn: ctx.today, memberId: member.id }, {}, ['toCheck']));
  await saveMembers(record, 'memberLeft', { claimId: String(row._id) }, ctx);
}

export interface MemberClaim {
  id: string;
  caseId: string;
  memberId: string;
  owedFen: Fen;
  seenFen: Fen;
  state: ClaimState;
  toCheck: boolean;
  /** Under the phone the member himself signs in with. */
  phoneIndex?: string;
}

/** The rows of these members in a case (index caseId+removed). */
export async function claimsOfMembers(caseId: string): Promise<MemberClaim[]> {
  const found: unknown = await Claims.find({ caseId, removed: false, memberId: { $exists: true } }).lean();
  // lean documents of this model
  return (found as ClaimRecord[]).map((claim) => ({
    ...{ id: String(claim._id), caseId, memberId: claim.memberId ?? '' },
    ...{ owedFen: claim.owedFen, seenFen: claim.seenFen, state: claimState(claim) },
    toCheck: claim.toCheck === true,
    ...(claim.phoneIndex === undefined ? {} : { phoneIndex: claim.phoneIndex }),
  }));
}

/** Payments of one row, those that wait for his word first. */
export const paymentsOfClaim = (claimId: string): Promise<MyPayment[]> => paymentsOfClaims([claimId]);
