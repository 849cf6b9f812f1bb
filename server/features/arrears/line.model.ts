import mongoose from 'mongoose';
import { LINE_STANDINGS } from '../../core/contract/arrears.ts';
import type { LineEvent } from '../../core/contract/arrears.ts';
import type { JudgedLine } from '../../core/arrears/standing.ts';
import { currentSession } from '../../platform/db.ts';
import type { LineRecord, StoredMark } from './sheet.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const whole = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const text = { type: String, required: true } as const;

const mark = new mongoose.Schema<StoredMark>(
  {
    mark: { type: String, enum: ['agreed', 'disputed'], required: true },
    reason: String,
    saysFen: Number,
    at: { type: Date, required: true },
    on: text,
    recordedBy: String,
    fileIds: { type: [String], default: [] },
  },
  shape,
);
const words = new mongoose.Schema({ zh: text, en: text }, shape);
const schema = new mongoose.Schema(
  {
    version: whole,
    sheetId: text,
    caseId: text,
    claimId: text,
    identityHidden: { type: Boolean, required: true },
    no: whole,
    place: whole,
    payMonth: text,
    basis: new mongoose.Schema({ kind: text, hundredths: Number, rateFen: Number }, shape),
    earnedFen: whole,
    deductedFen: whole,
    paidFen: whole,
    owedFen: whole,
    lacks: { type: [words], default: [] },
    sources: { type: [new mongoose.Schema({ source: text, words, recordId: String }, shape)], default: [] },
    standing: { type: String, enum: LINE_STANDINGS, required: true },
    untold: Boolean,
    worker: mark,
    employer: mark,
    found: new mongoose.Schema({ owedFen: whole, reason: text }, shape),
    edited: new mongoose.Schema({ reason: text }, shape),
    history: { type: [Mixed], default: [] },
  },
  { collection: 'arrearsLines', strict: 'throw', versionKey: false },
);
schema.index({ sheetId: 1, place: 1, _id: 1 });
schema.index({ claimId: 1, sheetId: 1, place: 1, _id: 1 });

export const ArrearsLines = mongoose.model('arrearsLines', schema);

/** Lean documents are what the schema wrote, so they are LineRecords. */
const asLines = (docs: unknown): LineRecord[] => docs as LineRecord[];

const AT_ONCE = 1000;

/**
 * Thousands of new lines, in the caller's transaction. The schema does not look at them: they come from core, and its
 * casts would cost more than the writes.
 */
export async function layLines(lines: readonly LineRecord[]): Promise<void> {
  const session = currentSession();
  if (session === null) throw new Error('lines are laid in the transaction of their sheet');
  for (let at = 0; at < lines.length; at += AT_ONCE)
    await ArrearsLines.collection.insertMany([...lines.slice(at, at + AT_ONCE)] as never[], { session }); // plain documents
}

/** All lines of a sheet by person and month (index sheetId+place). */
export async function linesOfSheet(
  sheetId: string,
  fields: Record<string, number> = {},
): Promise<LineRecord[]> {
  return asLines(await ArrearsLines.find({ sheetId }, fields).sort({ place: 1, _id: 1 }).lean());
}

/** These people's lines on these sheets (index claimId+sheetId+place). */
export async function linesOfClaims(
  claimIds: readonly string[],
  sheetIds: readonly string[],
): Promise<LineRecord[]> {
  if (claimIds.length === 0 || sheetIds.length === 0) return [];
  const which = { claimId: { $in: [...claimIds] }, sheetId: { $in: [...sheetIds] } };
  return asLines(await ArrearsLines.find(which).sort({ place: 1, _id: 1 }).lean());
}

/** Those of these lines that stand on the sheet. */
export async function findLines(sheetId: string, ids: readonly string[]): Promise<LineRecord[]> {
  return asLines(
    await ArrearsLines.find({ _id: { $in: [...ids] }, sheetId })
      .sort({ place: 1 })
      .lean(),
  );
}

export async function findLine(id: string): Promise<LineRecord | null> {
  const found: unknown = await ArrearsLines.findById(id).lean();
  return found as LineRecord | null; // as asLines
}

/** Changes a line if it still has this version; null when somebody was faster. */
export async function changeLine(
  { _id, version }: Pick<LineRecord, '_id' | 'version'>,
  change: { set: Partial<LineRecord>; unset?: Record<string, 1>; history: LineEvent },
): Promise<LineRecord | null> {
  const { set, unset, history } = change;
  const update = {
    $set: set,
    ...(unset === undefined ? {} : { $unset: unset }),
    $push: { history },
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after', runValidators: true } as const;
  const found: unknown = await ArrearsLines.findOneAndUpdate({ _id, version }, update, options).lean();
  return found as LineRecord | null; // as asLines
}

/** A side's word on many lines, in one command; how many still had the version they were read with. */
export async function writeMarks(
  changes: readonly { line: LineRecord; set: Partial<LineRecord>; history: LineEvent }[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const done = await ArrearsLines.bulkWrite(
    changes.map(({ line, set, history }) => ({
      updateOne: {
        filter: { _id: line._id, version: line.version },
        update: { $set: set, $push: { history }, $inc: { version: 1 } },
      },
    })),
  );
  return done.modifiedCount;
}

/** Marks the lines of people whom no message told; answers how many they are (index claimId+sheetId+place). */
export async function markUntold(sheetId: string, claimIds: readonly string[]): Promise<number> {
  if (claimIds.length === 0) return 0;
  const which = { claimId: { $in: [...claimIds] }, sheetId };
  return (await ArrearsLines.updateMany(which, { $set: { untold: true } })).modifiedCount;
}

/** They have been told otherwise; answers how many lines they are (index sheetId+place). */
export async function markTold(sheetId: string): Promise<number> {
  return (await ArrearsLines.updateMany({ sheetId, untold: true }, { $unset: { untold: 1 } })).modifiedCount;
}

/** Open lines of people whom no message told, or of those, and who have not spoken by themselves (index sheetId+place). */
export async function countUnheard(
  sheetId: string,
  whose: { untold: true } | { claimId: { $in: string[] } } = { untold: true },
): Promise<number> {
  return ArrearsLines.countDocuments({ sheetId, standing: 'open', ...whose, worker: { $exists: false } });
}

/** A line as core judges it. */
export function judged(
  line: Pick<LineRecord, 'earnedFen' | 'paidFen' | 'owedFen' | 'lacks' | 'worker' | 'employer' | 'found'>,
): JudgedLine {
  const { earnedFen, paidFen, owedFen, lacks, worker, employer, found } = line;
  return {
    ...{ earnedFen, paidFen, owedFen, isUnknown: lacks.length > 0 },
    ...(worker === undefined ? {} : { worker }),
    ...(employer === undefined ? {} : { employer }),
    ...(found === undefined ? {} : { found }),
  };
}
