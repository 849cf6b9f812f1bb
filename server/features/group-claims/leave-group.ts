import type { GroupView, LeaveGroup, MyMembership } from '../../core/contract/group-claims.ts';
import type { ConfirmWithdrawal, WithReason } from '../../core/contract/complaint-moves.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { enqueue, onUndelivered, sendsTexts } from '../../platform/outbox/index.ts';
import { leaveCaseAsMember } from '../cases/index.ts';
import type { ComplaintRecord, MemberRecord } from '../complaints/index.ts';
import {
  alertBulkWithdrawals,
  caseOfComplaint,
  changeGroup,
  changeMember,
  findMember,
  findComplaint,
  firstConfirmableDay,
  groupMember,
  headsOf,
  markUnread,
  openMember,
  recordComplaintEvent,
  tellOffices,
} from '../complaints/index.ts';
import { countAnew, groupAtDesk, groupOf, isComplainant, requireOpen } from './group-of.ts';
import { groupView } from './group-view.ts';
import { membershipView } from './membership-view.ts';
import { ownPlace } from './own-memberships.ts';

/**
 * A wish to leave changes nothing yet, for him or anybody else: the office asks back on a second channel after some days,
 * and the head hears of many wishes against one employer, and at once of one who says that he is pressed.
 */
async function wish(
  { member, complaint }: { member: MemberRecord; complaint: ComplaintRecord },
  { reason, pressed }: { reason: string; pressed?: boolean },
  ctx: Ctx,
): Promise<MemberRecord> {
  requireOpen(complaint);
  if (member.state !== 'joined') throw new AppError('conflict', { state: member.state });
  const confirmableOn = await firstConfirmableDay(complaint.areaCode, ctx);
  const said = { reason, askedOn: ctx.today, confirmableOn, ...(pressed === undefined ? {} : { pressed }) };
  const changed = saved(await changeMember(member, { state: 'leaving', leaving: said }));
  const facts = { memberId: String(member._id), confirmableOn, pressed };
  await recordComplaintEvent(complaint, 'askLeaving', facts, ctx);
  await markUnread(complaint._id, true);
  await alertBulkWithdrawals(complaint, ctx.today, ctx);
  if (pressed === true) await alertHeads('groupMemberPressed', complaint, changed, ctx);
  tellOffices(complaint);
  return changed;
}

async function alertHeads(
  template: 'groupMemberPressed' | 'groupMemberLeftUntold',
  complaint: ComplaintRecord,
  member: MemberRecord,
  ctx: Ctx,
): Promise<void> {
  const { receiptNumber, officeCode } = complaint;
  for (const userId of await headsOf(officeCode, ctx)) {
    const key = `${template}:${String(member._id)}:${ctx.today}:${userId}`;
    const link = `/complaints/${String(complaint._id)}?tab=group`;
    const told = { template, channel: 'inApp', to: { userId } } as const;
    await enqueue({ ...told, data: { receiptNumber }, areaCode: officeCode, link, key }, ctx);
  }
}

const saved = (changed: MemberRecord | null): MemberRecord => {
  if (changed === null) throw new AppError('staleVersion');
  return changed;
};

/** The member asks from his own phone; asking again is no second wish. */
export async function askOwnLeaving(id: string, input: LeaveGroup, ctx: Ctx): Promise<MyMembership> {
  return inTransaction(async () => {
    const place = await ownPlace(id, ctx);
    const member = place.member.state === 'leaving' ? place.member : await wish(place, input, ctx);
    return membershipView(member, place.complaint, ctx);
  });
}

/** He changed his mind before the office asked back. */
export async function stayInGroup(id: string, ctx: Ctx): Promise<MyMembership> {
  return inTransaction(async () => {
    const { member, complaint } = await ownPlace(id, ctx);
    if (member.state === 'joined') return membershipView(member, complaint, ctx);
    if (member.state === 'left') throw new AppError('conflict', { state: member.state });
    const changed = saved(await changeMember(member, { state: 'joined' }, { unset: ['leaving'] }));
    await recordComplaintEvent(complaint, 'stay', { memberId: id }, ctx);
    tellOffices(complaint);
    return membershipView(changed, complaint, ctx);
  });
}

interface DeskTarget {
  id: string;
  version: number;
}

/** A member as the desk moves him: of its own office, and in the version it saw. */
async function atDesk(
  { id, version }: DeskTarget,
  ctx: Ctx,
): Promise<{ member: MemberRecord; complaint: ComplaintRecord }> {
  const member = await findMember(id);
  if (member === null) throw new AppError('notFound');
  const { complaint } = await groupAtDesk(member.complaintId, ctx);
  if (member.version !== version) throw new AppError('staleVersion');
  return { member, complaint };
}

/** He asks at the counter or on the phone, and the desk writes it down. */
export async function askLeavingAtDesk(
  target: DeskTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<GroupView> {
  return inTransaction(async () => {
    const place = await atDesk(target, ctx);
    await wish(place, { reason }, ctx);
    return groupView(await groupOf(place.complaint), ctx);
  });
}

/**
 * Asked back by phone or in person, some days later, he still wants it and nobody presses him: his claim ends, kept and
 * marked; the others' go on. He is told in a message, which also reaches him who never asked; where none goes to him, the
 * head hears of it, so that not only whoever wrote the wish down knows.
 */
export async function confirmLeaving(
  target: DeskTarget,
  { confirmedBy, note }: ConfirmWithdrawal,
  ctx: Ctx,
): Promise<GroupView> {
  return inTransaction(async () => {
    const { member, complaint } = await atDesk(target, ctx);
    requireOpen(complaint);
    const { leaving } = member;
    if (member.state !== 'leaving' || leaving === undefined || ctx.today < leaving.confirmableOn)
      throw new AppError('conflict', { state: member.state });
    const changed = saved(
      await changeMember(member, {
        ...{ state: 'left', leftOn: ctx.today, represents: false },
        leaving: { ...leaving, outcome: 'confirmed', confirmedBy, note },
      }),
    );
    await endRepresenting(changed, complaint);
    const caseId = await caseOfComplaint(complaint);
    if (caseId !== undefined) await leaveCaseAsMember(caseId, groupMember(changed), ctx);
    await countAnew(String(complaint._id));
    const facts = { memberId: target.id, confirmedBy, pressed: false };
    await recordComplaintEvent(complaint, 'confirmLeaving', facts, ctx);
    await tellLeft(changed, complaint, ctx);
    tellOffices(complaint);
    return groupView(await groupOf(complaint), ctx);
  });
}

/** Who left speaks for nobody any more. */
async function endRepresenting(member: MemberRecord, complaint: ComplaintRecord): Promise<void> {
  if (!isComplainant(member, complaint)) return;
  const { group } = await groupOf(complaint);
  if (!group.complainantRepresents) return;
  if ((await changeGroup(group, { complainantRepresents: false })) === null)
    throw new AppError('staleVersion');
}

async function tellLeft(member: MemberRecord, complaint: ComplaintRecord, ctx: Ctx): Promise<void> {
  const { phone } = openMember(member);
  if (phone === undefined || !sendsTexts()) await alertHeads('groupMemberLeftUntold', complaint, member, ctx);
  if (phone === undefined) return;
  const { receiptNumber, officeCode: areaCode } = complaint;
  const key = `member:${String(member._id)}:left:v${member.version}`;
  const message = {
    template: 'groupMemberLeft',
    channel: 'sms',
    to: { phone },
    data: { receiptNumber },
  } as const;
  await enqueue({ ...message, areaCode, key }, ctx);
}

/** The message to whoever left was given up: the head hears of it as if there had been none. */
onUndelivered('groupMemberLeft', async (key, ctx) => {
  const [, id = ''] = key.split(':');
  const member = await findMember(id);
  const complaint = member === null ? null : await findComplaint(member.complaintId, {});
  if (member === null || complaint === null || member.state !== 'left') return;
  await alertHeads('groupMemberLeftUntold', complaint, member, ctx);
});

/** He did not mean it, could not be reached, or was pressed: he goes on as if nobody had asked. */
export async function doubtLeaving(target: DeskTarget, { reason }: WithReason, ctx: Ctx): Promise<GroupView> {
  return inTransaction(async () => {
    const { member, complaint } = await atDesk(target, ctx);
    const { leaving } = member;
    if (member.state !== 'leaving' || leaving === undefined)
      throw new AppError('conflict', { state: member.state });
    saved(
      await changeMember(member, {
        state: 'joined',
        leaving: { ...leaving, outcome: 'doubted', note: reason },
      }),
    );
    await recordComplaintEvent(complaint, 'doubtLeaving', { memberId: target.id }, ctx);
    tellOffices(complaint);
    return groupView(await groupOf(complaint), ctx);
  });
}
