import mongoose from 'mongoose';
import { demandTransaction } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';

/** Workers who wait to be told and asked: all of a sheet that was filed, those who were credited, or whose credit was wrong. */
export interface PayAsk {
  sheetId: string;
  areaCode: string;
  occasion: 'filed' | 'credited' | 'takenBack';
  /** Only these lines; all of the sheet where there are none. */
  lineIds?: string[];
  /** How many credits of these lines had been taken back; absent where none had. */
  again?: number;
}
export interface PayAskRecord extends PayAsk {
  _id: mongoose.Types.ObjectId;
  /** The row up to which they have been told. */
  afterRow: number;
  askedAt: Date;
}

const schema = new mongoose.Schema(
  {
    sheetId: { type: String, required: true },
    areaCode: { type: String, required: true },
    occasion: { type: String, enum: ['filed', 'credited', 'takenBack'], required: true },
    lineIds: { type: [String], default: undefined },
    again: Number,
    afterRow: { type: Number, required: true },
    askedAt: { type: Date, required: true },
  },
  { collection: 'payAsks', strict: 'throw', versionKey: false },
);
const PayAsks = mongoose.model('payAsks', schema);

/** Of one note at most so many lines, so that it stays small; more are several notes. */
const MOST_LINES = 2000;

/**
 * Notes, in the caller's transaction, that these workers are to be told by text message: the job does it, so that filing
 * 10,000 lines does not wait for 10,000 messages.
 */
export async function askWorkersLater(ask: PayAsk, ctx: Pick<Ctx, 'now'>): Promise<void> {
  demandTransaction('askWorkersLater');
  const { lineIds, ...rest } = ask;
  const parts: (string[] | undefined)[] = [];
  if (lineIds === undefined) parts.push(undefined);
  else for (let at = 0; at < lineIds.length; at += MOST_LINES) parts.push(lineIds.slice(at, at + MOST_LINES));
  const common = { ...rest, afterRow: -1, askedAt: ctx.now };
  await PayAsks.insertMany(
    parts.map((part) => ({ ...common, ...(part === undefined ? {} : { lineIds: part }) })),
  );
}

/** What waits, oldest first (index _id). */
export async function findPayAsks(limit: number): Promise<PayAskRecord[]> {
  const found: unknown = await PayAsks.find({}).sort({ _id: 1 }).limit(limit).lean();
  return found as PayAskRecord[]; // lean documents of this model
}

/** Got so far; false when another worker was there first. */
export async function movePayAsk({ _id, afterRow }: PayAskRecord, to: number | 'done'): Promise<boolean> {
  const same = { _id, afterRow };
  if (to === 'done') return (await PayAsks.deleteOne(same)).deletedCount === 1;
  return (await PayAsks.updateOne(same, { $set: { afterRow: to } })).modifiedCount === 1;
}
