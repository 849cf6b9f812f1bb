import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { withSubstitutes } from '../absences/index.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';
import { Claims } from './claim.model.ts';
import type { ClaimRecord } from './claim.model.ts';
import { findOfficeStaff } from './office-staff.ts';

/** Wages of a month that were on record as credited and did not arrive, and whose they are. */
export interface CreditGone {
  projectId: string;
  payMonth: PayMonth;
  /** The lead that the worker's word on the line had opened. */
  complaintId?: string;
  citizenId?: string | undefined;
  phone?: string | undefined;
}

type Told = Pick<
  CaseRecord,
  '_id' | 'caseNumber' | 'projectId' | 'complaintIds' | 'state' | 'officeCode' | 'inspectorIds'
>;
type Claim = Pick<ClaimRecord, 'caseId' | 'citizenIdIndex' | 'phoneIndex' | 'months'>;
const TOLD = {
  ...{ caseNumber: 1, projectId: 1, complaintIds: 1, state: 1, officeCode: 1, inspectorIds: 1 },
} as const;

/**
 * The inspectors of every case in which such wages are claimed hear of it, and the heads where the case is closed: what
 * they reckoned and entered may rest on that credit. Whether a payment is revoked or a closed case is taken up again is
 * theirs to decide; neither happens by itself.
 */
export async function tellCreditTakenBack(gone: readonly CreditGone[], ctx: Ctx): Promise<void> {
  for (const one of await casesOf(gone)) {
    const heads = one.state === 'closed' ? await findOfficeStaff(one.officeCode, 'bureauHead', ctx) : [];
    const people = new Set([
      ...(await withSubstitutes(one.inspectorIds, ctx.today)),
      ...heads.map(({ id }) => id),
    ]);
    const link = `/cases/${String(one._id)}`;
    const data = { caseNumber: one.caseNumber };
    for (const userId of people)
      await enqueue(
        {
          ...{ template: 'caseCreditTakenBack', channel: 'inApp', to: { userId }, data, link },
          areaCode: one.officeCode,
          key: `case:${String(one._id)}:caseCreditTakenBack:${userId}:${ctx.now.getTime()}`,
        },
        ctx,
      );
  }
}

const marksOf = ({ citizenId, phone }: CreditGone): string[] => [
  ...(citizenId === undefined ? [] : [blindIndex('citizenId', citizenId)]),
  ...(phone === undefined ? [] : [blindIndex('phone', phone)]),
];

/** Cases about the same site with a row of the same person for that month, and those the lead has come to. */
async function casesOf(gone: readonly CreditGone[]): Promise<Told[]> {
  const claims = await claimsOf([...new Set(gone.flatMap(marksOf))]);
  const leads = gone.flatMap(({ complaintId }) => complaintId ?? []);
  const ids = [...new Set(claims.map(({ caseId }) => caseId))];
  const found = [
    ...(ids.length === 0 ? [] : await Cases.find({ _id: { $in: ids } }, TOLD).lean<Told[]>()),
    ...(leads.length === 0 ? [] : await Cases.find({ complaintIds: { $in: leads } }, TOLD).lean<Told[]>()),
  ];
  const cases = [...new Map(found.map((one) => [String(one._id), one])).values()];
  return cases.filter((one) => {
    const own = claims.filter(({ caseId }) => caseId === String(one._id));
    return gone.some((credit) => isAbout(one, own, credit));
  });
}

function isAbout(one: Told, claims: readonly Claim[], credit: CreditGone): boolean {
  if (credit.complaintId !== undefined && one.complaintIds.includes(credit.complaintId)) return true;
  if (one.projectId !== credit.projectId) return false;
  const marks = marksOf(credit);
  return claims.some(
    ({ citizenIdIndex = '', phoneIndex = '', months }) =>
      (marks.includes(citizenIdIndex) || marks.includes(phoneIndex)) &&
      (months.length === 0 || months.some(({ payMonth }) => payMonth === credit.payMonth)),
  );
}

/** Rows of these people, whoever they are called (indexes citizenIdIndex, phoneIndex). */
async function claimsOf(marks: readonly string[]): Promise<Claim[]> {
  if (marks.length === 0) return [];
  const some = { $in: [...marks] };
  const shown = { caseId: 1, citizenIdIndex: 1, phoneIndex: 1, months: 1 } as const;
  const rows: unknown = await Claims.find(
    { removed: false, $or: [{ citizenIdIndex: some }, { phoneIndex: some }] },
    shown,
  ).lean();
  return rows as Claim[]; // lean documents with the fields asked for
}
