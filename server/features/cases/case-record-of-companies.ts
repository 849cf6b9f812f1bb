import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { CaseRecord } from './case.record.ts';
import { Cases } from './case.model.ts';
import { Claims } from './claim.model.ts';
import { findPaymentsOf } from './payment.model.ts';

const READ = {
  ...{ caseNumber: 1, areaCode: 1, filedOn: 1, closedOn: 1, closureCode: 1, respondent: 1, primaryPayer: 1 },
  ...{
    firstPayer: 1,
    orders: 1,
    proceedings: 1,
    owedFen: 1,
    seenFen: 1,
    headcount: 1,
    sheet: 1,
    open: 1,
    companyIds: 1,
  },
} as const;
export type CompanyCase = Pick<CaseRecord, '_id' | keyof typeof READ>;

/** Cases to which these companies are party, or in which something was served on them (indexes companyIds, servedCompanyIds). */
export async function casesOfCompanies(companyIds: readonly string[]): Promise<CompanyCase[]> {
  if (companyIds.length === 0) return [];
  const ids = { $in: [...companyIds] };
  const party = await Cases.find({ companyIds: ids }, READ).lean<CompanyCase[]>();
  const served = await Cases.find({ servedCompanyIds: ids }, READ).lean<CompanyCase[]>();
  const known = new Set(party.map(({ _id }) => String(_id)));
  return [...party, ...served.filter(({ _id }) => !known.has(String(_id)))];
}

/** The day of the last payment seen, by case (indexes caseId, claimId). */
export async function lastPaymentsOf(caseIds: readonly string[]): Promise<Map<string, PlainDate>> {
  if (caseIds.length === 0) return new Map();
  const claims = await Claims.find({ caseId: { $in: [...caseIds] }, removed: false }, { _id: 1 }).lean();
  const last = new Map<string, PlainDate>();
  for (const { caseId, state, paidOn } of await findPaymentsOf(claims.map(({ _id }) => String(_id)))) {
    const before = last.get(caseId);
    if (state === 'seen' && (before === undefined || paidOn > before)) last.set(caseId, paidOn);
  }
  return last;
}
