import type { MyMemberAction, MyMembership, MyMembershipRow } from '../../core/contract/group-claims.ts';
import type { TrackEntry, TrackStep } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import type { MemberClaim } from '../cases/index.ts';
import { caseStepsOf, claimsOfMembers, paymentsOfClaim } from '../cases/index.ts';
import type { ComplaintRecord, MemberRecord } from '../complaints/index.ts';
import { caseOfComplaint, officeName, openMember } from '../complaints/index.ts';
import { nextStepOf, timelineOf, withOwnMoney } from '../tracking/index.ts';
import { groupOf, represents } from './group-of.ts';

/** What passed between the office and the one who filed it is not every member's to read. */
const BETWEEN_OTHERS: readonly TrackStep[] = [
  'supplementAsked',
  'supplemented',
  'withdrawalAsked',
  'withdrawalDoubted',
  'withdrawn',
  'rated',
];

/** His row on the sheet, once it is his: under the phone he signs in with, and nothing speaking against it. */
async function ownClaim(member: MemberRecord, caseId: string | undefined): Promise<MemberClaim | undefined> {
  if (caseId === undefined || member.doubt !== undefined) return undefined;
  const rows = await claimsOfMembers(caseId);
  return rows.find(
    ({ memberId, phoneIndex }) => memberId === String(member._id) && phoneIndex === member.phoneIndex,
  );
}

export async function membershipRow(
  member: MemberRecord,
  complaint: ComplaintRecord,
): Promise<MyMembershipRow> {
  const claim = await ownClaim(member, await caseOfComplaint(complaint));
  const payments = claim === undefined ? [] : await paymentsOfClaim(claim.id);
  return rowOf(
    member,
    complaint,
    payments.some(({ state }) => state === 'waiting'),
  );
}

const rowOf = (member: MemberRecord, complaint: ComplaintRecord, needsMe: boolean): MyMembershipRow => ({
  ...{ id: String(member._id), state: member.state, joinedOn: member.joinedOn, owedFen: member.owedFen },
  ...(complaint.employerName === undefined ? {} : { employerName: complaint.employerName }),
  ...(complaint.projectName === undefined ? {} : { projectName: complaint.projectName }),
  ...{ complaintState: complaint.state, needsMe },
});

/** The receipt of a member: his own sum, word and money, and how far the matter is; nothing of the others. */
export async function membershipView(
  member: MemberRecord,
  complaint: ComplaintRecord,
  ctx: Ctx,
): Promise<MyMembership> {
  const caseId = await caseOfComplaint(complaint);
  const claim = await ownClaim(member, caseId);
  const payments = claim === undefined ? [] : await paymentsOfClaim(claim.id);
  const waits = payments.some(({ state }) => state === 'waiting');
  const found = caseId === undefined ? null : await caseStepsOf(caseId);
  const progress = withOwnMoney(found, { payments, isOnSheet: true });
  const steps = await timelineOf(complaint, progress, ctx);
  const next = member.state === 'left' ? undefined : nextStepOf(complaint, progress, waits);
  const { leaving, leftOn } = member;
  return {
    ...rowOf(member, complaint, waits),
    version: member.version,
    receiptNumber: complaint.receiptNumber,
    officeName: await officeName(complaint.officeCode, ctx),
    ...(complaint.site === undefined ? {} : { site: complaint.site }),
    name: openMember(member).name ?? '',
    ...{ payMonths: member.payMonths, consents: member.consents },
    shownToRepresentative: member.shownToRepresentative,
    isRepresentative: represents(member, await groupOf(complaint)),
    ...(claim === undefined
      ? {}
      : { money: { owedFen: claim.owedFen, seenFen: claim.seenFen, state: claim.state } }),
    payments,
    steps: steps.filter((entry) => isHisToRead(entry, leftOn)),
    ...(next === undefined || next.step === 'supplement' ? {} : { next }),
    ...(leaving === undefined ? {} : { leaving: ownLeaving(leaving) }),
    ...(leftOn === undefined ? {} : { leftOn }),
    actions: actionsOf(member, complaint, waits),
  };
}

/** Once he has left, what comes after is the others' matter. */
const isHisToRead = ({ step, on }: TrackEntry, leftOn: MemberRecord['leftOn']): boolean =>
  !BETWEEN_OTHERS.includes(step) && (leftOn === undefined || on <= leftOn);

const ownLeaving = ({
  reason,
  askedOn,
  confirmableOn,
  outcome,
}: NonNullable<MemberRecord['leaving']>): NonNullable<MyMembership['leaving']> => ({
  reason,
  askedOn,
  confirmableOn,
  ...(outcome === undefined ? {} : { outcome }),
});

function actionsOf({ state }: MemberRecord, { open }: ComplaintRecord, waits: boolean): MyMemberAction[] {
  const isIn = open && state !== 'left';
  return [
    ...(waits ? (['answerPayment'] as const) : []),
    ...(isIn ? (['consent'] as const) : []),
    ...(isIn && state === 'joined' ? (['leave'] as const) : []),
    ...(isIn && state === 'leaving' ? (['stay'] as const) : []),
  ];
}
