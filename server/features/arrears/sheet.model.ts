import mongoose from 'mongoose';
import { ARREARS_STATES } from '../../core/contract/arrears.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import type { SheetHistory, SheetRecord } from './sheet.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const whole = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const text = { type: String, required: true } as const;

const history = new mongoose.Schema<SheetHistory>(
  {
    action: text,
    from: String,
    to: String,
    at: { type: Date, required: true },
    on: text,
    by: new mongoose.Schema({ kind: text, id: String, name: String }, { ...shape, id: false }),
    reason: String,
    facts: Mixed,
  },
  shape,
);
const sums = new mongoose.Schema(
  {
    ...{ earnedFen: whole, paidFen: whole, owedFen: whole },
    ...{ agreedFen: whole, disputedFen: whole, openFen: whole, foundFen: whole },
    lines: new mongoose.Schema(
      { disputed: whole, unknown: whole, open: whole, found: whole, agreed: whole },
      shape,
    ),
  },
  shape,
);

const schema = new mongoose.Schema(
  {
    version: whole,
    caseId: text,
    caseNumber: text,
    officeCode: text,
    areaCode: text,
    revision: whole,
    state: { type: String, enum: ARREARS_STATES, required: true },
    wasShown: { type: Boolean, required: true },
    from: text,
    to: text,
    builtOn: text,
    shownOn: String,
    answerBy: String,
    untold: Number,
    settledOn: String,
    people: whole,
    lineCount: whole,
    marks: whole,
    sums: { type: sums, required: true },
    history: { type: [history], default: [] },
  },
  { collection: 'arrearsSheets', strict: 'throw', versionKey: false },
);
schema.index({ caseId: 1, revision: -1 }, { unique: true });

export const ArrearsSheets = mongoose.model('arrearsSheets', schema);

/** Lean documents are what the schema wrote, so they are SheetRecords. */
const asSheet = (doc: unknown): SheetRecord | null => doc as SheetRecord | null;

/** Two who build at once: the loser runs again and meets the winner's revision. */
export async function insertSheet(record: SheetRecord): Promise<void> {
  await ArrearsSheets.create([record]).catch(retryWhenTaken);
}

export async function findSheet(id: string): Promise<SheetRecord | null> {
  return asSheet(await ArrearsSheets.findById(id).lean());
}

/** The newest sheet of a case, or that revision (index caseId+revision). */
export async function findSheetOfCase(caseId: string, revision?: number): Promise<SheetRecord | null> {
  const which = revision === undefined ? { caseId } : { caseId, revision };
  return asSheet(await ArrearsSheets.findOne(which).sort({ revision: -1 }).lean());
}

/** Every revision of a case, newest first (index caseId+revision). */
export async function revisionsOf(caseId: string): Promise<number[]> {
  const found = await ArrearsSheets.find({ caseId }, { revision: 1 }).sort({ revision: -1 }).lean();
  return found.map(({ revision }) => revision);
}

/** Sheets of these cases that both sides were shown, newest revision first (index caseId+revision). */
export async function shownSheetsOf(caseIds: readonly string[]): Promise<SheetRecord[]> {
  if (caseIds.length === 0) return [];
  const found: unknown = await ArrearsSheets.find({ caseId: { $in: [...caseIds] }, wasShown: true })
    .sort({ revision: -1 })
    .lean();
  return found as SheetRecord[]; // lean documents of this model
}

/** One conditional write on id, old state and version; null when somebody was faster. */
export async function changeSheet(
  from: Pick<SheetRecord, '_id' | 'state' | 'version'>,
  change: { set: Partial<SheetRecord>; history: SheetHistory },
): Promise<SheetRecord | null> {
  const { _id, state, version } = from;
  const update = { $set: change.set, $push: { history: change.history }, $inc: { version: 1 } };
  const options = { returnDocument: 'after', runValidators: true } as const;
  return asSheet(await ArrearsSheets.findOneAndUpdate({ _id, state, version }, update, options).lean());
}

/**
 * What follows from marks: the sums, and how often a side has spoken. The version stays, so that thousands who answer at
 * once do not make each other stale; it moves when a figure or the state does.
 */
export async function addToSheet(
  id: SheetRecord['_id'],
  { inc, history }: { inc: Record<string, number>; history?: SheetHistory },
): Promise<SheetRecord | null> {
  const update = { $inc: inc, ...(history === undefined ? {} : { $push: { history } }) };
  return asSheet(
    await ArrearsSheets.findOneAndUpdate({ _id: id, state: 'shown' }, update, {
      returnDocument: 'after',
    }).lean(),
  );
}
