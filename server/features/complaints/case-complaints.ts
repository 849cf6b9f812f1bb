import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { LimitStop } from '../../core/law/limitation.ts';
import type { MemberDoubt, MemberState } from '../../core/contract/group-claims.ts';
import type { NamedPerson } from '../../core/contract/complaint-intake.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { complaintSecrets } from './complaint.model.ts';
import { findComplaints } from './complaint-queries.model.ts';
import type { ComplaintFilter } from './complaint-queries.model.ts';
import { complaintName, present } from './complaint-row.ts';
import { limitStopOf, namedPeople } from './complaint-view.ts';
import type { MemberRecord } from './group-member.model.ts';
import { findMembers, openMember } from './group-member.model.ts';

/** Somebody who joined a group by himself: his own word, and how it stands with him. */
export interface GroupMember {
  id: string;
  state: MemberState;
  name: string;
  phone?: string;
  citizenId?: string;
  payMonths: PayMonth[];
  owedFen: Fen;
  doubt?: MemberDoubt;
  leftOn?: PlainDate;
}

type Shown = Pick<
  ComplaintRecord,
  'receiptNumber' | 'intakeKind' | 'state' | 'areaCode' | 'officeCode' | 'headcount' | 'owedFen' | 'payMonths'
>;

/**
 * What the feature that keeps cases needs of a complaint: people stand in the clear, so it keeps them sealed and shows
 * them masked, and to those alone who may know them.
 */
export interface CaseComplaint extends Shown {
  id: string;
  anonymous: boolean;
  complainantName?: string;
  phone?: string;
  citizenId?: string;
  people: NamedPerson[];
  members: GroupMember[];
  story: string;
  /** What stopped the two years within which it can be pursued. */
  stop: { by: LimitStop; on: PlainDate };
  projectId?: string;
  projectName?: string;
  employerId?: string;
  employerName?: string;
}

const MOST = 500;

/** Complaints of these ids, in their order; the caller has checked that they are his to see. */
export async function findCaseComplaints(
  ids: readonly string[],
  limits: ComplaintFilter = {},
): Promise<CaseComplaint[]> {
  if (ids.length === 0) return [];
  const found = await findComplaints({ $and: [{ _id: { $in: [...ids] } }, limits] }, MOST, { people: true });
  const byId = new Map(found.map((one) => [String(one._id), one]));
  const members = await findMembers(found.filter(({ isGroup }) => isGroup).map(({ _id }) => String(_id)));
  return ids.flatMap((id) => {
    const complaint = byId.get(id);
    return complaint === undefined ? [] : [caseComplaint(complaint, members)];
  });
}

/** A member as the features that work with his claim need him. */
export function groupMember(member: MemberRecord): GroupMember {
  const { name = '', phone, citizenId } = openMember(member);
  const { state, payMonths, owedFen } = member;
  return {
    id: String(member._id),
    ...{ state, name, payMonths, owedFen },
    ...(phone === undefined ? {} : { phone }),
    ...(citizenId === undefined ? {} : { citizenId }),
    ...present(member, ['doubt', 'leftOn']),
  };
}

function caseComplaint(complaint: ComplaintRecord, members: readonly MemberRecord[]): CaseComplaint {
  const { phone, citizenId } = complaintSecrets.openFields({
    _id: complaint._id,
    ...present(complaint, ['phone', 'citizenId']),
  });
  const { receiptNumber, intakeKind, state, areaCode, officeCode, headcount, owedFen, payMonths } = complaint;
  return {
    id: String(complaint._id),
    ...{ receiptNumber, intakeKind, state, areaCode, officeCode, headcount, owedFen, payMonths },
    anonymous: complaint.anonymous,
    stop: limitStopOf(complaint),
    ...complaintName(complaint),
    ...(phone === undefined ? {} : { phone }),
    ...(citizenId === undefined ? {} : { citizenId }),
    people: namedPeople(complaint),
    members: members.filter(({ complaintId }) => complaintId === String(complaint._id)).map(groupMember),
    story: complaint.story,
    ...present(complaint, ['projectId', 'projectName', 'employerId', 'employerName']),
  };
}
