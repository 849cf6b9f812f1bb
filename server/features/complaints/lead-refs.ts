import type { ComplaintState } from '../../core/contract/complaints.ts';
import { findComplaints } from './complaint-queries.model.ts';

/** What the feature that opened a lead shows of it; its caller has checked what his reader may see. */
export interface LeadRef {
  id: string;
  receiptNumber: string;
  state: ComplaintState;
}

/** Leads by the id of their complaint. */
export async function findLeads(ids: readonly string[]): Promise<Map<string, LeadRef>> {
  if (ids.length === 0) return new Map();
  const found = await findComplaints({ _id: { $in: [...ids] } }, ids.length);
  return new Map(
    found.map(({ _id, receiptNumber, state }) => {
      const id = String(_id);
      return [id, { id, receiptNumber, state }];
    }),
  );
}
