import { inArea } from '../../platform/area-limit.ts';
import type { CompanyRef } from './company-refs.ts';
import { refOf } from './company-refs.ts';
import { Companies } from './company.model.ts';
import type { CompanyRecord } from './company.model.ts';

/** The next companies of an area by id that stand for themselves, for a walk over all of them (index areaCode+_id). */
export async function companiesAfter(
  areaCode: string,
  after: string | undefined,
  limit: number,
): Promise<CompanyRef[]> {
  const beyond = {
    ...(after === undefined ? {} : { _id: { $gt: after } }),
    ...(areaCode === '' ? {} : inArea(areaCode)),
    state: 'active' as const,
  };
  const found = await Companies.find(beyond).sort({ _id: 1 }).limit(limit).lean();
  return (found as unknown as CompanyRecord[]).map(refOf); // what the schema wrote
}
