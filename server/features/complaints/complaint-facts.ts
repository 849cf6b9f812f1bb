import type { ComplaintFact, DeadlineFact } from '../../core/alerts/facts.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { currentDue, isOpen, isStanding } from '../../core/law/deadline.ts';
import { Complaints } from './complaint.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';

const READ = {
  ...{ projectId: 1, state: 1, open: 1, receivedOn: 1, headcount: 1, owedFen: 1 },
  ...{ receiptNumber: 1, deadlines: 1 },
} as const;

/** What is said of one project, and by when the office has to act on it. */
export interface KnownComplaints {
  complaints: ComplaintFact[];
  deadlines: DeadlineFact[];
}

/**
 * Complaints that name these projects, open ones and those received since a day (index projectId). A duplicate is its
 * other record, and what was refused is none of wages; nothing is read of who complained.
 */
export async function complaintFactsOf(
  projectIds: readonly string[],
  since: PlainDate,
): Promise<Map<string, KnownComplaints>> {
  const found: unknown = await Complaints.find({ projectId: { $in: [...projectIds] } }, READ)
    .sort({ _id: 1 })
    .lean();
  const known = new Map<string, KnownComplaints>();
  for (const one of found as ComplaintRecord[]) {
    // lean documents with the fields asked for
    const { projectId = '', state, receivedOn, headcount, owedFen, open } = one;
    if (state === 'merged' || state === 'refused' || (!open && receivedOn < since)) continue;
    const own = known.get(projectId) ?? { complaints: [], deadlines: [] };
    own.complaints.push({ id: String(one._id), receivedOn, people: headcount, owedFen, isOpen: open });
    if (open) own.deadlines.push(...running(one));
    known.set(projectId, own);
  }
  return known;
}

const running = ({ _id, receiptNumber, deadlines }: ComplaintRecord): DeadlineFact[] =>
  deadlines
    .filter((one) => isOpen(one) && !isStanding(one))
    .map((one) => ({
      ...{ kind: 'complaint' as const, id: String(_id), number: receiptNumber },
      ...{ period: one.period, dueOn: currentDue(one) },
    }));
