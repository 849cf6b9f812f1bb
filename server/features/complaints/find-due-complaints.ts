import type { ComplaintState } from '../../core/contract/complaints.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { nextDeadline } from '../../core/law/deadline.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { LISTED_COMPLAINTS } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';

/** What a job needs to tell the office of a last day; nothing of whoever complained. */
export interface DueComplaint {
  id: string;
  receiptNumber: string;
  state: ComplaintState;
  areaCode: string;
  officeCode: string;
  ownerId?: string;
  /** It waits for the office: nobody has accepted it, asked for more or proposed a refusal since its period began. */
  undecided: boolean;
  next: Deadline;
}

/** Open complaints of every office whose next last day is not after `upTo`, the earliest first, a page at a time. */
export async function findDueComplaints(
  upTo: PlainDate,
  cursor?: string,
): Promise<{ items: DueComplaint[]; nextCursor: string | null }> {
  const { items, nextCursor } = await keysetPage<ComplaintRecord>(LISTED_COMPLAINTS, {
    sorts: { nextDueOn: 'nextDueOn' },
    fallback: 'nextDueOn',
    limits: { open: true, nextDueOn: { $lte: upTo } },
    query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) },
  });
  return { items: items.flatMap(dueComplaint), nextCursor };
}

function dueComplaint(complaint: ComplaintRecord): DueComplaint[] {
  const next = nextDeadline(complaint.deadlines);
  if (next === undefined) return [];
  const { receiptNumber, state, areaCode, officeCode, ownerId, pending } = complaint;
  return [
    {
      id: String(complaint._id),
      ...{ receiptNumber, state, areaCode, officeCode, next },
      ...(ownerId === undefined ? {} : { ownerId }),
      undecided: state === 'received' && next.period === 'acceptance' && pending !== 'refusal',
    },
  ];
}
