import { hasOtherPhone, isSamePerson } from '../../core/claims/same-person.ts';
import type { JoinGroup, MemberDoubt, MyMembership } from '../../core/contract/group-claims.ts';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { joinCaseAsMember, saidOfMember } from '../cases/index.ts';
import type { ComplaintRecord, MemberPerson, MemberRecord } from '../complaints/index.ts';
import {
  caseOfComplaint,
  changeMember,
  findMembers,
  groupMember,
  insertMember,
  isStanding,
  markUnread,
  marksOfMember,
  marksOfPerson,
  namedPeople,
  ownPhone,
  problem,
  recordComplaintEvent,
  refuseFields,
  tellOffices,
} from '../complaints/index.ts';
import { countAnew, groupOf, requireOpen } from './group-of.ts';
import { membershipView } from './membership-view.ts';
import { behindLink, isLinkOpen } from './see-invitation.ts';

/**
 * A colleague joins by the link, from his own phone, with his own sum and his own word on who speaks for him. He whom
 * others had named takes his line over; the same person is one member however often he joins; who had left is back.
 */
export async function joinGroup(input: JoinGroup, ctx: Ctx): Promise<MyMembership> {
  const { token, name, citizenId, ...said } = input;
  checkWords(input, ctx);
  return inTransaction(async () => {
    const phone = await ownPhone(ctx);
    if (phone === null) throw new AppError('forbidden');
    const { complaint, group } = await behindLink(token);
    await groupOf(complaint);
    requireOpen(complaint);
    if (!isLinkOpen(complaint, group, ctx)) throw new AppError('notFound');
    const person = { name, phone, ...(citizenId === undefined ? {} : { citizenId }) };
    const own = { ...said, payMonths: [...said.payMonths].sort() };
    const { member, isNew } = await memberFor(complaint, person, own, ctx);
    if (isNew) await takeIn(complaint, member, ctx);
    return membershipView(member, complaint, ctx);
  });
}

function checkWords({ citizenId, payMonths }: JoinGroup, { today }: Ctx): void {
  refuseFields([
    ...(citizenId === undefined || checkCitizenId(citizenId, today).ok
      ? []
      : [
          problem(
            'citizenId',
            'citizenId',
            '身份证号码有误，请核对',
            'Not a valid citizen id; check it again',
          ),
        ]),
    ...payMonths.flatMap((month, at) =>
      month > payMonthOf(today)
        ? [problem(`payMonths.${at}`, 'date.future', '不能晚于今天', 'Must not lie in the future')]
        : [],
    ),
  ]);
}

type OwnWord = Pick<JoinGroup, 'payMonths' | 'owedFen' | 'consents' | 'shownToRepresentative'>;

/** The member this person is: known by his own phone, or new. Saying the same again changes nothing. */
async function memberFor(
  complaint: ComplaintRecord,
  person: MemberPerson & { name: string },
  own: OwnWord,
  ctx: Ctx,
): Promise<{ member: MemberRecord; isNew: boolean }> {
  const complaintId = String(complaint._id);
  const marks = marksOfPerson(person);
  const members = await findMembers([complaintId]);
  const isOwn = (one: MemberRecord): boolean =>
    !hasOtherPhone(one, marks) && isSamePerson(marksOfMember(one), marks);
  const known = members.find(isOwn);
  if (known !== undefined) return sayAgain(known, person, own);
  const same = members.filter((one) => isStanding(one) && isSamePerson(marksOfMember(one), marks));
  const before = await saidBefore(complaint, person, own);
  const isSecond = same.some((one) => one.doubt === undefined);
  const doubt = isSecond ? 'sameCitizenId' : before.doubt;
  if (doubt === undefined) await putBehind(same);
  const member = await insertMember(
    {
      ...{ complaintId, joinedOn: ctx.today, officeCode: complaint.officeCode },
      ...(complaint.employerKey === undefined ? {} : { employerKey: complaint.employerKey }),
      ...own,
      wasNamed: before.said !== undefined,
      ...(before.said === undefined ? {} : { said: before.said }),
      ...(doubt === undefined ? {} : { doubt }),
    },
    person,
  );
  return { member, isNew: true };
}

/** Who joined before with a number under which others gave another phone counts no more, once that phone is here. */
async function putBehind(doubtful: readonly MemberRecord[]): Promise<void> {
  for (const one of doubtful)
    if ((await changeMember(one, { doubt: 'sameCitizenId' })) === null) throw new AppError('staleVersion');
}

async function sayAgain(
  known: MemberRecord,
  person: MemberPerson,
  own: OwnWord,
): Promise<{ member: MemberRecord; isNew: boolean }> {
  const isSame =
    known.owedFen === own.owedFen &&
    known.consents === own.consents &&
    known.shownToRepresentative === own.shownToRepresentative &&
    known.payMonths.join() === own.payMonths.join();
  if (isSame && known.state !== 'left') return { member: known, isNew: false };
  const back = known.state === 'left';
  const { citizenId } = person;
  const changed = await changeMember(
    known,
    { ...own, ...(back ? { state: 'joined' } : {}) },
    {
      unset: back ? ['leaving', 'leftOn'] : [],
      // A number once given stays: changing it is the office's, which has seen the card.
      person: known.citizenIdIndex !== undefined || citizenId === undefined ? {} : { citizenId },
    },
  );
  if (changed === null) throw new AppError('staleVersion');
  return { member: changed, isNew: true };
}

interface Before {
  said?: { payMonths: JoinGroup['payMonths']; owedFen: JoinGroup['owedFen'] };
  doubt?: MemberDoubt;
}

/** What others said of him: on the sheet of the case where there is one, else on the list they gave. */
async function saidBefore(
  complaint: ComplaintRecord,
  person: MemberPerson & { name: string },
  own: OwnWord,
): Promise<Before> {
  const caseId = await caseOfComplaint(complaint);
  const asMember = { id: '', state: 'joined' as const, ...person, ...own };
  const row = caseId === undefined ? null : await saidOfMember(caseId, asMember);
  if (row !== null) {
    const { payMonths, owedFen, otherPhone } = row;
    return { said: { payMonths, owedFen }, ...(otherPhone ? { doubt: 'otherPhone' } : {}) };
  }
  const marks = marksOfPerson(person);
  const named = namedPeople(complaint).find((one) => isSamePerson(marksOfPerson(one), marks));
  if (named === undefined) return {};
  const payMonths = named.months.map(({ payMonth }) => payMonth);
  const owedFen = named.months.reduce((sum, one) => sum + one.owedFen, 0) as JoinGroup['owedFen']; // whole fen
  const isOther = hasOtherPhone(marksOfPerson(named), marks);
  return { said: { payMonths, owedFen }, ...(isOther ? { doubt: 'otherPhone' } : {}) };
}

/** Everything that follows from it: the case's sheet, the complaint's chain, the office's screens. */
async function takeIn(complaint: ComplaintRecord, member: MemberRecord, ctx: Ctx): Promise<void> {
  const id = String(complaint._id);
  const caseId = await caseOfComplaint(complaint);
  if (caseId !== undefined) await joinCaseAsMember(caseId, id, groupMember(member), ctx);
  await countAnew(id);
  const { consents, doubt } = member;
  await recordComplaintEvent(complaint, 'joinGroup', { memberId: String(member._id), consents, doubt }, ctx);
  await markUnread(complaint._id, true);
  tellOffices(complaint);
}
