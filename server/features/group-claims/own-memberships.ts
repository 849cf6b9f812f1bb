import type { MyMembership, MyMembershipRow } from '../../core/contract/group-claims.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord, MemberRecord } from '../complaints/index.ts';
import {
  findComplaint,
  findMember,
  findMembersByPhone,
  marksOfPerson,
  ownPhone,
} from '../complaints/index.ts';
import { membershipRow, membershipView } from './membership-view.ts';

export interface OwnPlace {
  member: MemberRecord;
  complaint: ComplaintRecord;
}

/** One's own place in a group, by the phone that signed in; somebody else's is not there. */
export async function ownPlace(id: string, ctx: Ctx): Promise<OwnPlace> {
  const phone = await ownPhone(ctx);
  const member = await findMember(id);
  const isOwn = phone !== null && member?.phoneIndex === marksOfPerson({ phone }).phoneIndex;
  const complaint = member === null || !isOwn ? null : await findComplaint(member.complaintId, {});
  if (member === null || complaint === null) throw new AppError('notFound');
  return { member, complaint };
}

export async function getMembership(id: string, ctx: Ctx): Promise<MyMembership> {
  const { member, complaint } = await ownPlace(id, ctx);
  return membershipView(member, complaint, ctx);
}

/** Everything this phone joined, newest first. */
export async function listMemberships(ctx: Ctx): Promise<Page<MyMembershipRow>> {
  const phone = await ownPhone(ctx);
  const items: MyMembershipRow[] = [];
  for (const member of phone === null ? [] : await findMembersByPhone(phone)) {
    const complaint = await findComplaint(member.complaintId, {});
    if (complaint !== null) items.push(await membershipRow(member, complaint));
  }
  return { items, nextCursor: null, total: items.length };
}
