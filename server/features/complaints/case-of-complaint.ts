import { findComplaint } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';

/** A merger into one that is merged itself; nobody merges longer chains than this. */
const MOST_HOPS = 10;

/** The case a complaint stands in: its own, or that of the complaint it was merged into. */
export async function caseOfComplaint(complaint: ComplaintRecord): Promise<string | undefined> {
  let at: ComplaintRecord | null = complaint;
  for (let hop = 0; at !== null && hop < MOST_HOPS; hop += 1) {
    if (at.caseId !== undefined) return at.caseId;
    if (at.mergedIntoId === undefined) return undefined;
    at = await findComplaint(at.mergedIntoId, {});
  }
  return undefined;
}
