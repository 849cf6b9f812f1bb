import { isSamePerson } from '../../core/claims/same-person.ts';
import type { GroupMemberView, GroupView, MemberAction } from '../../core/contract/group-claims.ts';
import { sumFen } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import { maskField } from '../../platform/crypto/index.ts';
import type { MemberClaim } from '../cases/index.ts';
import { claimsOfMembers } from '../cases/index.ts';
import type { MemberRecord } from '../complaints/index.ts';
import {
  caseOfComplaint,
  complaintName,
  isStanding,
  marksOfMember,
  marksOfPerson,
  memberMasks,
  namedPeople,
  openMember,
} from '../complaints/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { Group } from './group-of.ts';
import { groupAtOffice, isComplainant, mayHandle, represents } from './group-of.ts';

export async function getGroup(complaintId: string, ctx: Ctx): Promise<GroupView> {
  return groupView(await groupAtOffice(complaintId, ctx), ctx);
}

/** How many may speak for a group: what the area has set, one where it has set nothing. */
export async function mostRepresentatives(areaCode: string, ctx: Ctx): Promise<GroupView['most']> {
  const set = await findParameter('groupRepresentativesMax', areaCode, ctx.today);
  return typeof set?.value === 'number' ? { count: set.value, isSet: true } : { count: 1, isSet: false };
}

/** How many speak for it now. */
export const countRepresentatives = (found: Group): number =>
  found.members.filter((one) => represents(one, found) && !isComplainant(one, found.complaint)).length +
  (found.group.complainantRepresents ? 1 : 0);

/** The group as the office reads it: who joined, what each says of himself and others said of him, who leaves and why. */
export async function groupView(found: Group, ctx: Ctx): Promise<GroupView> {
  const { complaint, group, members } = found;
  const handles = mayHandle(complaint, ctx);
  const caseId = await caseOfComplaint(complaint);
  const claims = caseId === undefined ? [] : await claimsOfMembers(caseId);
  const marks = members.map(marksOfMember);
  const named = namedPeople(complaint).filter(
    (person) => !marks.some((one) => isSamePerson(one, marksOfPerson(person))),
  );
  const views = members.map((one) => memberView(one, found, claims, handles, ctx));
  const standing = members.filter(isStanding);
  const { linkMadeOn: madeOn, linkEndsOn: endsOn } = group;
  return {
    complaintId: String(complaint._id),
    version: group.version,
    receiptNumber: complaint.receiptNumber,
    headcount: complaint.headcount,
    counts: {
      named: named.length,
      joined: standing.length,
      consenting: standing.filter(({ consents }) => consents).length,
      leaving: standing.filter(({ state }) => state === 'leaving').length,
      left: members.filter(({ state }) => state === 'left').length,
      differing: views.filter(({ said }) => said !== undefined).length,
    },
    complainant: {
      ...nameOf(complaintName(complaint).complainantName),
      isRepresentative: group.complainantRepresents,
    },
    most: await mostRepresentatives(complaint.areaCode, ctx),
    representatives: countRepresentatives(found),
    ...(madeOn === undefined ? {} : { link: { madeOn, ...(endsOn === undefined ? {} : { endsOn }) } }),
    named: named.map(({ name, phone, citizenId, months }) => ({
      name,
      ...(phone === undefined ? {} : { phoneMasked: maskField('phone', phone) }),
      ...(citizenId === undefined ? {} : { citizenIdMasked: maskField('citizenId', citizenId) }),
      payMonths: months.map(({ payMonth }) => payMonth),
      owedFen: sumFen(months.map(({ owedFen }) => owedFen)),
    })),
    members: views,
    mayHandle: handles,
  };
}

const nameOf = (name: string | undefined): { name?: string } => (name === undefined ? {} : { name });

function memberView(
  member: MemberRecord,
  found: Group,
  claims: readonly MemberClaim[],
  handles: boolean,
  ctx: Ctx,
): GroupMemberView {
  const { complaint } = found;
  const id = String(member._id);
  const claim = claims.find(({ memberId }) => memberId === id);
  const { state, joinedOn, payMonths, owedFen, consents, shownToRepresentative, wasNamed } = member;
  const { said, doubt, leaving, leftOn } = member;
  const differs =
    said !== undefined &&
    (said.owedFen !== owedFen || [...said.payMonths].sort().join() !== payMonths.join());
  return {
    id,
    version: member.version,
    name: openMember(member).name ?? '',
    ...memberMasks(member),
    ...{ state, joinedOn, payMonths, owedFen, consents, shownToRepresentative, wasNamed },
    isComplainant: isComplainant(member, complaint),
    isRepresentative: represents(member, found),
    ...(differs ? { said } : {}),
    ...(doubt === undefined ? {} : { doubt }),
    ...(claim === undefined ? {} : { claim: claimPart(claim) }),
    ...(leaving === undefined ? {} : { leaving }),
    ...(leftOn === undefined ? {} : { leftOn }),
    actions: handles && complaint.open ? actionsOf(member, found, ctx) : [],
  };
}

const claimPart = ({
  id,
  caseId,
  owedFen,
  seenFen,
  toCheck,
}: MemberClaim): NonNullable<GroupMemberView['claim']> => ({
  ...{ id, caseId, owedFen, seenFen, toCheck },
});

function actionsOf(member: MemberRecord, found: Group, { today }: Ctx): MemberAction[] {
  if (!isStanding(member)) return [];
  const isRep = represents(member, found);
  const { state, leaving } = member;
  return [
    ...(state === 'leaving' && today >= (leaving?.confirmableOn ?? today)
      ? (['confirmLeaving'] as const)
      : []),
    ...(state === 'leaving' ? (['doubtLeaving'] as const) : []),
    ...(isRep ? (['endRepresenting'] as const) : []),
    ...(!isRep && state === 'joined' && member.doubt === undefined ? (['represent'] as const) : []),
    ...(state === 'joined' ? (['askLeaving'] as const) : []),
  ];
}
