import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/app-error.ts';
import { isSamePerson } from '../../core/claims/same-person.ts';
import type { ComplaintRecord, GroupRecord, MemberRecord } from '../complaints/index.ts';
import {
  complaintName,
  findComplaint,
  findGroup,
  findMembers,
  getComplaintRecord,
  isOwnOffice,
  isStanding,
  marksOfMember,
  rolesFor,
  setJoinedMembers,
} from '../complaints/index.ts';

/** A group complaint with everybody who joined it. */
export interface Group {
  complaint: ComplaintRecord;
  group: GroupRecord;
  members: MemberRecord[];
}

/** Only a named complaint of several people is joined: who stands behind a report stays unknown. */
const isGroupClaim = ({ isGroup, intakeKind }: ComplaintRecord): boolean =>
  isGroup && intakeKind === 'COMPLAINT';

export async function groupOf(complaint: ComplaintRecord | null): Promise<Group> {
  if (complaint === null || !isGroupClaim(complaint)) throw new AppError('notFound');
  const id = String(complaint._id);
  return { complaint, group: await findGroup(id), members: await findMembers([id]) };
}

/** The group of a complaint as the office that handles it reads it; for anybody else there is none. */
export async function groupAtOffice(complaintId: string, ctx: Ctx): Promise<Group> {
  const complaint = await getComplaintRecord(complaintId, ctx);
  if (ctx.actor.kind !== 'system' && !isOwnOffice(complaint, ctx)) throw new AppError('notFound');
  return groupOf(complaint);
}

/** The same for the desk, which may change it. */
export async function groupAtDesk(complaintId: string, ctx: Ctx): Promise<Group> {
  const found = await groupAtOffice(complaintId, ctx);
  if (!mayHandle(found.complaint, ctx)) throw new AppError('forbidden');
  return found;
}

export const mayHandle = (complaint: ComplaintRecord, ctx: Ctx): boolean =>
  rolesFor(complaint, ctx).some((role) => role === 'clerk' || role === 'inspector');

/** What was said to be over takes nobody in and lets nobody out. */
export function requireOpen({ open }: ComplaintRecord): void {
  if (!open) throw new AppError('groupEnded');
}

/** Is this member the one who filed it? He speaks for the group as its complainant. */
export function isComplainant(member: MemberRecord, complaint: ComplaintRecord): boolean {
  const { phoneIndex, citizenIdIndex } = complaint;
  if (member.phoneIndex !== phoneIndex) return false;
  const { complainantName } = complaintName(complaint);
  const filed = {
    ...(complainantName === undefined ? {} : { name: complainantName }),
    ...(phoneIndex === undefined ? {} : { phoneIndex }),
    ...(citizenIdIndex === undefined ? {} : { citizenIdIndex }),
  };
  return isSamePerson(filed, marksOfMember(member));
}

export const represents = (member: MemberRecord, { complaint, group }: Group): boolean =>
  isStanding(member) &&
  (member.represents || (group.complainantRepresents && isComplainant(member, complaint)));

/** How many others joined and stand: while there are any, nobody ends the complaint for them. */
export async function countAnew(complaintId: string): Promise<void> {
  const complaint = await findComplaint(complaintId, {});
  if (complaint === null) return;
  const members = await findMembers([complaintId]);
  const others = members.filter((one) => isStanding(one) && !isComplainant(one, complaint));
  await setJoinedMembers(complaintId, others.length);
}
