import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { nextDeadline } from '../../core/law/deadline.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { CaseRecord } from './case.record.ts';
import { queueDeadlines } from './proceedings/proceeding-clock.ts';
import { Cases } from './case.model.ts';

/** What a job needs to tell the inspectors of a last day. */
export interface DueCase {
  id: string;
  caseNumber: string;
  areaCode: string;
  officeCode: string;
  inspectorIds: readonly string[];
  next: Deadline;
}

/** Cases of every office whose next last day is not after `upTo`, the earliest first, a page at a time. */
export async function findDueCases(
  upTo: PlainDate,
  cursor?: string,
): Promise<{ items: DueCase[]; nextCursor: string | null }> {
  const { items, nextCursor } = await keysetPage<CaseRecord>(Cases, {
    sorts: { nextDueOn: 'nextDueOn' },
    fallback: 'nextDueOn',
    limits: { nextDueOn: { $lte: upTo } },
    query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) },
  });
  return { items: items.flatMap(dueCase), nextCursor };
}

function dueCase(record: CaseRecord): DueCase[] {
  const next = nextDeadline(queueDeadlines(record));
  if (next === undefined) return [];
  const { caseNumber, areaCode, officeCode, inspectorIds } = record;
  return [{ id: String(record._id), caseNumber, areaCode, officeCode, inspectorIds, next }];
}
