import type { CaseState } from '../../core/contract/cases.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { findCaseRefRecords } from './case-queries.model.ts';

/** What another feature shows of a case. */
export interface CaseRef {
  id: string;
  caseNumber: string;
  title: string;
  state: CaseState;
  officeCode: string;
  nextDueOn: PlainDate;
}

/** Cases by id, for lists that mention them; the caller has checked what his reader may see. */
export async function findCaseRefs(ids: readonly string[]): Promise<Map<string, CaseRef>> {
  if (ids.length === 0) return new Map();
  const found = await findCaseRefRecords(ids);
  return new Map(
    found.map(({ _id, ...ref }) => {
      const id = String(_id);
      return [id, { id, ...ref }];
    }),
  );
}
