import type { ChangeRepresentative, GroupView } from '../../core/contract/group-claims.ts';
import type { WithReason } from '../../core/contract/complaint-moves.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { MemberRecord } from '../complaints/index.ts';
import {
  changeGroup,
  changeMember,
  isStanding,
  recordComplaintEvent,
  tellOffices,
} from '../complaints/index.ts';
import type { Group } from './group-of.ts';
import { groupAtDesk, groupOf, isComplainant, represents, requireOpen } from './group-of.ts';
import { countRepresentatives, groupView, mostRepresentatives } from './group-view.ts';

interface GroupTarget {
  complaintId: string;
  version: number;
}

async function atVersion({ complaintId, version }: GroupTarget, ctx: Ctx): Promise<Group> {
  const found = await groupAtDesk(complaintId, ctx);
  if (found.group.version !== version) throw new AppError('staleVersion');
  return found;
}

/** Somebody speaks for the group from now on, as far as the area lets so many; or does so no longer. */
export async function changeRepresentative(
  target: GroupTarget,
  { memberId, represents: shall, reason }: ChangeRepresentative,
  ctx: Ctx,
): Promise<GroupView> {
  return inTransaction(async () => {
    const found = await atVersion(target, ctx);
    requireOpen(found.complaint);
    const member = memberId === undefined ? undefined : memberOf(found, memberId);
    const isFiler = member === undefined || isComplainant(member, found.complaint);
    const already = isFiler ? found.group.complainantRepresents : represents(member, found);
    if (already !== shall) {
      if (shall) await requireRoom(found, ctx);
      if (!isFiler && (await changeMember(member, { represents: shall })) === null)
        throw new AppError('staleVersion');
      const change = isFiler ? { complainantRepresents: shall } : {};
      if ((await changeGroup(found.group, change)) === null) throw new AppError('staleVersion');
      const facts = { memberId, represents: shall, reasonLength: reason.length };
      await recordComplaintEvent(found.complaint, 'changeRepresentative', facts, ctx);
      tellOffices(found.complaint);
    }
    return groupView(await groupOf(found.complaint), ctx);
  });
}

function memberOf({ members }: Group, id: string): MemberRecord {
  const member = members.find((one) => String(one._id) === id);
  if (member === undefined || !isStanding(member) || member.doubt !== undefined)
    throw new AppError('notFound');
  return member;
}

async function requireRoom(found: Group, ctx: Ctx): Promise<void> {
  const most = await mostRepresentatives(found.complaint.areaCode, ctx);
  if (countRepresentatives(found) >= most.count)
    throw new AppError('tooManyRepresentatives', { most: most.count });
}

/** The office ends the link, e.g. because it went to people it is not for; who joined stays. */
export async function revokeLinkAtDesk(
  target: GroupTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<GroupView> {
  return inTransaction(async () => {
    const found = await atVersion(target, ctx);
    if (found.group.linkMadeOn !== undefined) {
      if ((await changeGroup(found.group, { link: null })) === null) throw new AppError('staleVersion');
      await recordComplaintEvent(found.complaint, 'revokeLink', { reasonLength: reason.length }, ctx);
      tellOffices(found.complaint);
    }
    return groupView(await groupOf(found.complaint), ctx);
  });
}
