import type { PlainDate } from '../../core/kit/plain-date.ts';
import { Complaints } from './complaint.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';

/** What came in against one employer in one year: how many, and when the last one did. */
export interface YearOfComplaints {
  companyId: string;
  year: string;
  count: number;
  lastOn: PlainDate;
  areaCode: string;
}

/** Complaints and reports against these companies up to a day, by year; merged ones count once (index employerId). */
export async function complaintYearsOf(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<YearOfComplaints[]> {
  if (companyIds.length === 0) return [];
  const about = {
    employerId: { $in: [...companyIds] },
    receivedOn: { $lte: day },
    state: { $ne: 'merged' as const },
  };
  const found = await Complaints.find(about, { employerId: 1, receivedOn: 1, areaCode: 1 })
    .sort({ receivedOn: 1 })
    .lean<Pick<ComplaintRecord, 'employerId' | 'receivedOn' | 'areaCode'>[]>();
  const years = new Map<string, YearOfComplaints>();
  for (const { employerId, receivedOn, areaCode } of found) {
    if (employerId === undefined) continue;
    const year = receivedOn.slice(0, 4);
    const key = `${employerId} ${year}`;
    const count = (years.get(key)?.count ?? 0) + 1;
    years.set(key, { companyId: employerId, year, count, lastOn: receivedOn, areaCode });
  }
  return [...years.values()];
}
