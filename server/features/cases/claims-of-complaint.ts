import type { NewClaim, Person } from './claim.model.ts';
import { findMarksOfCase, insertClaims, marksOf } from './claim.model.ts';
import type { Ctx } from '../../platform/context.ts';
import type { GroupMember } from '../complaints/index.ts';
import type { JoinedComplaint } from './joined-complaints.ts';
import { keepPeopleOnRecord } from './people-on-record.ts';
import { putMember } from './put-member.ts';
import { spread } from './spread.ts';
import { hasOtherPhone, isSamePerson, withoutDoubles } from '../../core/claims/same-person.ts';

/**
 * The rows a complaint brings to the arrears sheet: its people, or the complainant alone where only he was not paid.
 * A group without names brings none; the office adds them.
 */
export function claimsOf(complaint: JoinedComplaint, caseId: string): NewClaim[] {
  const identityHidden = complaint.intakeKind === 'REPORT';
  const base = { caseId, complaintId: complaint.id, identityHidden };
  if (complaint.people.length > 0) {
    // Who joined by himself brings his own row.
    const named = complaint.people.filter(
      (person) => !complaint.members.some((member) => isNamedAnew(person, member)),
    );
    return named.map(({ months, ...person }) => ({ ...base, ...person, months }));
  }
  const { complainantName: name, phone, citizenId } = complaint;
  if (complaint.headcount !== 1 || name === undefined) return [];
  return [
    {
      ...base,
      name,
      ...(phone === undefined ? {} : { phone }),
      ...(citizenId === undefined ? {} : { citizenId }),
      months: spread(complaint.owedFen, complaint.payMonths),
    },
  ];
}

/** He whom others named joined by himself, and nothing speaks against its being he. */
const isNamedAnew = (person: Person, member: GroupMember): boolean => {
  const [line, own] = [marksOf(person), marksOf(member)];
  return isSamePerson(line, own) && !hasOtherPhone(line, own);
};

/**
 * Puts the people of these complaints on the sheet, then those who joined them by themselves, each with his own word;
 * who stands there already is not put there twice.
 */
export async function enterPeople(
  complaints: readonly JoinedComplaint[],
  { caseId, areaCode }: { caseId: string; areaCode: string },
  ctx: Ctx,
): Promise<void> {
  const brought = complaints.flatMap((one) => claimsOf(one, caseId));
  const rows = brought.map((claim) => ({ ...marksOf(claim), claim }));
  const fresh = withoutDoubles(rows, await findMarksOfCase(caseId)).fresh.map(({ claim }) => claim);
  if (fresh.length > 0) await insertClaims(fresh);
  await keepPeopleOnRecord(fresh, areaCode, ctx);
  for (const { id, members } of complaints)
    for (const member of members)
      await putMember(member, { caseId, areaCode, complaintId: id }, { isLate: false }, ctx);
}
