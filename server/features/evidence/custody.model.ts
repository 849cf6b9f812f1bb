import mongoose from 'mongoose';
import type { CustodyAction, EvidenceView } from '../../core/contract/evidence.ts';
import { CUSTODY_ACTIONS } from '../../core/contract/evidence.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { ByStaff } from './evidence.model.ts';

/** One hand the piece went through. */
interface CustodyRecord {
  _id: mongoose.Types.ObjectId;
  evidenceId: string;
  action: CustodyAction;
  at: Date;
  on: PlainDate;
  by: ByStaff;
  note?: string;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<CustodyRecord>(
  {
    evidenceId: text,
    action: { ...text, enum: CUSTODY_ACTIONS },
    at: { type: Date, required: true },
    on: text,
    by: new mongoose.Schema<ByStaff>({ id: text, name: text }, { _id: false, id: false, strict: 'throw' }),
    note: String,
  },
  { collection: 'caseEvidenceCustody', strict: 'throw', versionKey: false },
);
schema.index({ evidenceId: 1, _id: 1 });

const Custody = mongoose.model('caseEvidenceCustody', schema);
type NewCustody = Omit<CustodyRecord, '_id'>;

export async function insertCustody(entries: readonly NewCustody[]): Promise<void> {
  if (entries.length > 0) await Custody.insertMany([...entries]);
}

/** Has this person been written down as having seen the piece on that day? */
export async function isSeenOn(evidenceId: string, userId: string, on: PlainDate): Promise<boolean> {
  const seen = { evidenceId, action: 'seen' as const, on, 'by.id': userId };
  return (await Custody.findOne(seen, { _id: 1 }).lean()) !== null;
}

/** Newest last; a piece that was opened every day for years shows its latest thousand. */
export async function custodyOf(evidenceId: string): Promise<EvidenceView['custody']> {
  const rows = await Custody.find({ evidenceId }).sort({ _id: -1 }).limit(1000).lean();
  return rows.reverse().map(({ at, action, by, note }) => ({
    at: at.toISOString(),
    action,
    by: by.name,
    ...(note === undefined ? {} : { note }),
  }));
}
