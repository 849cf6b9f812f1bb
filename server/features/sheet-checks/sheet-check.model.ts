import mongoose from 'mongoose';
import { PROBLEM_LEVELS, SHEET_CHECK_KINDS, SHEET_CHECK_STATES } from '../../core/contract/sheet-checks.ts';
import type {
  SheetCheckKind,
  SheetCheckState,
  SheetCheckView,
  SheetProblem,
} from '../../core/contract/sheet-checks.ts';

export interface SheetCheckRecord {
  _id: mongoose.Types.ObjectId;
  kind: SheetCheckKind;
  /** What the rows are checked against, as JSON; the rows themselves are never stored. */
  scope: string;
  fileId: string;
  sha256: string;
  fileName: string;
  startedBy: string;
  state: SheetCheckState;
  done: number;
  total?: number;
  rows: number;
  blocking: number;
  notices: number;
  rules: SheetCheckView['rules'];
  /** Rows that a confirm leaves out; null while nothing is known, or where what blocks keeps the sheet back. */
  leaveOut?: number | null;
  failure?: { code: string; zh: string; en: string };
  /** For operators: the sentence of an unexpected error. */
  fault?: string;
  /** JSON of what confirming made. */
  result?: string;
  createdAt: Date;
  /** Who reads says so again and again; a reader that was killed falls silent. */
  aliveAt: Date;
  expiresAt: Date;
}

/** Problems in portions, so that no record grows with the faults of a sheet. */
interface PortionRecord {
  _id: mongoose.Types.ObjectId;
  checkId: mongoose.Types.ObjectId;
  /** Place of its first problem among all. */
  from: number;
  problems: SheetProblem[];
  expiresAt: Date;
}

const text = { type: String, required: true } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const says = { code: text, zh: text, en: text, _id: false } as const;

const schema = new mongoose.Schema<SheetCheckRecord>(
  {
    kind: { ...text, enum: SHEET_CHECK_KINDS },
    scope: { ...text, maxlength: 2_000 },
    fileId: text,
    sha256: { ...text, match: /^[0-9a-f]{64}$/ },
    fileName: { ...text, maxlength: 200 },
    startedBy: text,
    state: { ...text, enum: SHEET_CHECK_STATES },
    done: count,
    total: Number,
    rows: count,
    blocking: count,
    notices: count,
    rules: [{ rule: text, level: { ...text, enum: PROBLEM_LEVELS }, count, _id: false }],
    leaveOut: { type: Number, min: 0 },
    failure: { type: says, required: false },
    fault: { type: String, maxlength: 500 },
    result: { type: String, maxlength: 4_000 },
    createdAt: { type: Date, required: true },
    aliveAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const portionSchema = new mongoose.Schema<PortionRecord>(
  {
    checkId: { type: mongoose.Schema.Types.ObjectId, required: true },
    from: count,
    problems: [
      {
        row: count,
        column: String,
        rule: text,
        level: { ...text, enum: PROBLEM_LEVELS },
        zh: text,
        en: text,
        link: String,
        _id: false,
      },
    ],
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
portionSchema.index({ checkId: 1, from: 1 }, { unique: true });
portionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const Checks = mongoose.model('sheetChecks', schema, 'sheetChecks');
const Portions = mongoose.model('sheetCheckProblems', portionSchema, 'sheetCheckProblems');

/** More problems than this are counted but not kept: who has so many starts over. */
export const MAX_KEPT = 5_000;
const PORTION = 200;

export type NewCheck = Omit<SheetCheckRecord, '_id'>;

export async function insertCheck(check: NewCheck): Promise<SheetCheckRecord> {
  const record = { ...check, _id: new mongoose.Types.ObjectId() };
  await Checks.create(record);
  return record;
}

/** The check of this person, or null: nobody else sees it. */
export function findOwnCheck(id: string, userId: string): Promise<SheetCheckRecord | null> {
  return Checks.findOne({ _id: id, startedBy: userId }).lean().exec();
}

export async function updateReading(
  id: mongoose.Types.ObjectId,
  set: Partial<Omit<SheetCheckRecord, '_id'>>,
): Promise<void> {
  await Checks.updateOne({ _id: id, state: 'reading' }, { $set: set });
}

/** False when the check was not in the expected state any more. */
export async function moveCheck(
  id: mongoose.Types.ObjectId,
  from: SheetCheckState,
  set: Partial<Omit<SheetCheckRecord, '_id'>>,
): Promise<boolean> {
  const moved = await Checks.updateOne({ _id: id, state: from }, { $set: set });
  return moved.matchedCount === 1;
}

type Found = Pick<SheetCheckRecord, '_id' | 'expiresAt'>;

/** In place of whatever was found before. */
export async function replaceProblems(check: Found, problems: readonly SheetProblem[]): Promise<void> {
  await Portions.deleteMany({ checkId: check._id });
  await storeProblems(check, problems);
}

/** Of a check that has none yet. */
export async function storeProblems(check: Found, problems: readonly SheetProblem[]): Promise<void> {
  const kept = problems.slice(0, MAX_KEPT);
  const portions = [];
  for (let from = 0; from < kept.length; from += PORTION)
    portions.push({
      checkId: check._id,
      from,
      problems: kept.slice(from, from + PORTION),
      expiresAt: check.expiresAt,
    });
  if (portions.length > 0) await Portions.insertMany(portions);
}

/** So many problems from a place on, in their order. */
export async function findProblems(
  checkId: mongoose.Types.ObjectId,
  from: number,
  limit: number,
): Promise<SheetProblem[]> {
  const start = from - (from % PORTION);
  const portions = await Portions.find({ checkId, from: { $gte: start, $lt: from + limit } })
    .sort({ from: 1 })
    .lean();
  return portions.flatMap(({ problems }) => problems).slice(from - start, from - start + limit);
}
