import mongoose from 'mongoose';
import { COMPLAINT_STATES } from '../../core/contract/complaints.ts';
import type { ComplaintState } from '../../core/contract/complaints.ts';
import { LEAD_PLATFORMS } from '../../core/contract/leads.ts';
import type { LeadPlatform } from '../../core/contract/leads.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaRange } from '../../platform/area-limit.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** The number of a platform beside the complaint it became, and what the platform can be told of it: nothing of a person. */
export interface LeadRecord {
  _id: mongoose.Types.ObjectId;
  channel: LeadPlatform;
  externalNumber: string;
  complaintId: string;
  receiptNumber: string;
  /** Where it came in; that stays when another office takes it over. */
  areaCode: string;
  receivedOn: PlainDate;
  state: ComplaintState;
  changedAt: Date;
  changedOn: PlainDate;
  /** Keyed hash of what was sent last; absent where the desk wrote it down by hand. */
  contentMark?: string;
  /** The workbook it came with. */
  fileId?: string;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<LeadRecord>(
  {
    channel: { ...text, enum: LEAD_PLATFORMS },
    externalNumber: text,
    complaintId: text,
    receiptNumber: text,
    areaCode: text,
    receivedOn: text,
    state: { ...text, enum: COMPLAINT_STATES },
    changedAt: { type: Date, required: true },
    changedOn: text,
    contentMark: String,
    fileId: String,
  },
  { collection: 'leads', strict: 'throw', versionKey: false },
);
schema.index({ channel: 1, externalNumber: 1 }, { unique: true });
// What changed since somebody asked last.
schema.index({ channel: 1, changedAt: 1, _id: 1 });
for (const order of ['changedAt', 'receivedOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ fileId: 1 }, { partialFilterExpression: { fileId: { $exists: true } } });

export const Leads = mongoose.model('leads', schema);

/** Lean documents are what the schema wrote, so they are LeadRecords. */
const asRecords = (found: unknown): LeadRecord[] => found as LeadRecord[];

export async function findLead(channel: LeadPlatform, externalNumber: string): Promise<LeadRecord | null> {
  return asRecords([await Leads.findOne({ channel, externalNumber }).lean()])[0] ?? null;
}

export async function insertLead(lead: Omit<LeadRecord, '_id'>): Promise<void> {
  await Leads.create([lead]).catch(retryWhenTaken);
}

export async function setLead(
  channel: LeadPlatform,
  externalNumber: string,
  set: Partial<Pick<LeadRecord, 'state' | 'changedAt' | 'changedOn' | 'contentMark' | 'fileId'>>,
): Promise<void> {
  await Leads.updateOne({ channel, externalNumber }, { $set: set });
}

/** A place in the order of changes. */
export interface ChangePlace {
  at: Date;
  id: mongoose.Types.ObjectId;
}

/**
 * The leads of a platform in an area that changed after a place and until a moment, oldest first (index
 * channel+changedAt): first the rest of that very moment, then what came later.
 */
export async function findChangedLeads(
  channel: LeadPlatform,
  areaCode: string,
  { after, until, limit }: { after: ChangePlace | null; until: Date; limit: number },
): Promise<LeadRecord[]> {
  const own = { channel, areaCode: areaRange(areaCode) };
  const found: LeadRecord[] = [];
  const stretches =
    after === null
      ? [{ changedAt: { $lte: until } }]
      : [{ changedAt: after.at, _id: { $gt: after.id } }, { changedAt: { $gt: after.at, $lte: until } }];
  for (const stretch of stretches) {
    const left = limit - found.length;
    if (left > 0)
      found.push(
        ...asRecords(
          await Leads.find({ ...own, ...stretch })
            .sort({ changedAt: 1, _id: 1 })
            .limit(left)
            .lean(),
        ),
      );
  }
  return found;
}
