import mongoose from 'mongoose';

export interface MessageRecord {
  _id: mongoose.Types.ObjectId;
  complaintId: string;
  from: 'complainant' | 'office';
  byUserId?: string;
  byName?: string;
  /** Written by the system when something was decided. */
  isNotice?: true;
  text: string;
  fileIds: string[];
  at: Date;
}

const schema = new mongoose.Schema<MessageRecord>(
  {
    complaintId: { type: String, required: true },
    from: { type: String, required: true, enum: ['complainant', 'office'] },
    byUserId: String,
    byName: String,
    isNotice: Boolean,
    text: { type: String, required: true, maxlength: 2000 },
    fileIds: { type: [String], required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ complaintId: 1, _id: 1 });
const Messages = mongoose.model('complaintMessages', schema, 'complaintMessages');

/** More than people ever write to each other about one matter; the oldest fall off the page first. */
const MOST_SHOWN = 500;

/** What was said about one complaint, oldest first (index complaintId+_id). */
export async function findMessages(complaintId: string): Promise<MessageRecord[]> {
  const found = await Messages.find({ complaintId }).sort({ _id: -1 }).limit(MOST_SHOWN).lean();
  return found.reverse();
}

/** Whether the last word is the complainant's (index complaintId+_id). */
export async function complainantSpokeLast(complaintId: string): Promise<boolean> {
  const last = await Messages.findOne({ complaintId }, { from: 1 }).sort({ _id: -1 }).lean();
  return last?.from === 'complainant';
}

export async function insertMessage(message: Omit<MessageRecord, '_id'>): Promise<MessageRecord> {
  const record = { _id: new mongoose.Types.ObjectId(), ...message };
  await Messages.create([record]);
  return record;
}
