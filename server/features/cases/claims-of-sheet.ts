import type { CaseRecord } from './case.record.ts';
import { Cases } from './case.model.ts';
import type { ClaimRecord } from './claim.model.ts';
import { Claims, findClaimsByPhoneIndex, openPerson, phoneIndexOf } from './claim.model.ts';

/** Everybody who claims in a case, in the order they were entered (index caseId+removed): who left does so no more. */
export async function claimsOnSheet(caseId: string): Promise<ClaimRecord[]> {
  const found: unknown = await Claims.find({ caseId, removed: false, leftOn: { $exists: false } })
    .sort({ _id: 1 })
    .lean();
  return found as ClaimRecord[]; // lean documents of this model
}

/** These claims, also those taken off the sheet since: an older paper still names them. */
export async function claimsById(ids: readonly string[]): Promise<ClaimRecord[]> {
  if (ids.length === 0) return [];
  const found: unknown = await Claims.find({ _id: { $in: [...ids] } }).lean();
  return found as ClaimRecord[]; // lean documents of this model
}

/** What stands on any sheet under this phone: the person who signed in with it. */
export const claimsOfPhone = (phone: string): Promise<ClaimRecord[]> =>
  findClaimsByPhoneIndex(phoneIndexOf(phone));

/** The name behind a claim and the phone to write to: for papers and messages, never for logs or events. */
export const nameAndPhoneOf = (claim: ClaimRecord): { name?: string; phone?: string } => {
  const { name, phone } = openPerson(claim);
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
};

/** What an arrears sheet needs of its case. */
export type CaseOfCompany = Pick<
  CaseRecord,
  | '_id'
  | 'caseNumber'
  | 'respondent'
  | 'primaryPayer'
  | 'firstPayer'
  | 'inspectorIds'
  | 'officeCode'
  | 'areaCode'
>;

/** Cases in which one of these companies is the respondent or has to pay (index companyIds). */
export async function casesPaidBy(companyIds: readonly string[]): Promise<CaseOfCompany[]> {
  if (companyIds.length === 0) return [];
  const fields = {
    ...{ caseNumber: 1, respondent: 1, primaryPayer: 1, firstPayer: 1 },
    ...{ inspectorIds: 1, officeCode: 1, areaCode: 1 },
  } as const;
  const found = await Cases.find({ companyIds: { $in: [...companyIds] } }, fields).lean<CaseOfCompany[]>();
  const own = new Set(companyIds);
  return found.filter((one) => payersOf(one).some((id) => own.has(id)));
}

/** The companies that are asked to pay, as far as they are on record. */
export const payersOf = (one: Pick<CaseRecord, 'respondent' | 'primaryPayer' | 'firstPayer'>): string[] => [
  ...new Set([one.respondent, one.primaryPayer, one.firstPayer].flatMap((party) => party?.companyId ?? [])),
];
