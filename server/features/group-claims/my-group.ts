import type { MyGroup } from '../../core/contract/group-claims.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { randomToken } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import {
  changeGroup,
  findByReceipt,
  isStanding,
  marksOfPerson,
  openMember,
  ownPhone,
  recordComplaintEvent,
  tellOffices,
  tokenOf,
} from '../complaints/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { Group } from './group-of.ts';
import { groupOf, isComplainant, represents, requireOpen } from './group-of.ts';
import { isLinkOpen } from './see-invitation.ts';

/** The group as one of its representatives reaches it, by the phone that signed in; for anybody else there is none. */
async function ownGroup(receiptNumber: string, ctx: Ctx): Promise<Group> {
  const phone = await ownPhone(ctx);
  const found = await groupOf(await findByReceipt(receiptNumber));
  const own = phone === null ? undefined : marksOfPerson({ phone }).phoneIndex;
  if (own === undefined) throw new AppError('notFound');
  const isFiler = found.group.complainantRepresents && found.complaint.phoneIndex === own;
  const isNamed = found.members.some((one) => one.phoneIndex === own && represents(one, found));
  if (!isFiler && !isNamed) throw new AppError('notFound');
  return found;
}

/** Numbers of everybody; names of those alone who said he may see them; nobody's sum, phone or wish to leave. */
function myGroupView(found: Group, ctx: Ctx): MyGroup {
  const { complaint, group, members } = found;
  const standing = members.filter(isStanding);
  const token = tokenOf(group);
  return {
    receiptNumber: complaint.receiptNumber,
    headcount: complaint.headcount,
    counts: {
      joined: standing.length,
      consenting: standing.filter(({ consents }) => consents).length,
      left: members.filter(({ state }) => state === 'left').length,
    },
    names: standing
      .filter((one) => one.shownToRepresentative && !isComplainant(one, complaint))
      .flatMap((one) => openMember(one).name ?? []),
    ...(token === undefined || group.linkMadeOn === undefined
      ? {}
      : {
          link: {
            path: `/j/${token}`,
            madeOn: group.linkMadeOn,
            ...(group.linkEndsOn === undefined ? {} : { endsOn: group.linkEndsOn }),
          },
        }),
    isOpen: isLinkOpen(complaint, group, ctx),
  };
}

export async function getMyGroup(receiptNumber: string, ctx: Ctx): Promise<MyGroup> {
  return myGroupView(await ownGroup(receiptNumber, ctx), ctx);
}

/** A new link, which ends the one before; it ends by itself where the area has set a number of days. */
export async function makeLink(receiptNumber: string, ctx: Ctx): Promise<MyGroup> {
  return inTransaction(async () => {
    const found = await ownGroup(receiptNumber, ctx);
    requireOpen(found.complaint);
    const set = await findParameter('groupLinkDays', found.complaint.areaCode, ctx.today);
    const ends = typeof set?.value === 'number' ? { endsOn: addDays(ctx.today, set.value) } : {};
    return change(found, { token: randomToken(), madeOn: ctx.today, ...ends }, ctx);
  });
}

export async function revokeOwnLink(receiptNumber: string, ctx: Ctx): Promise<MyGroup> {
  return inTransaction(async () => {
    const found = await ownGroup(receiptNumber, ctx);
    return found.group.linkMadeOn === undefined ? myGroupView(found, ctx) : change(found, null, ctx);
  });
}

async function change(
  found: Group,
  link: NonNullable<Parameters<typeof changeGroup>[1]['link']> | null,
  ctx: Ctx,
): Promise<MyGroup> {
  const group = await changeGroup(found.group, { link });
  if (group === null) throw new AppError('staleVersion');
  const facts = link === null ? {} : { madeOn: link.madeOn, endsOn: link.endsOn };
  await recordComplaintEvent(found.complaint, link === null ? 'revokeLink' : 'makeLink', facts, ctx);
  tellOffices(found.complaint);
  return myGroupView({ ...found, group }, ctx);
}
