import mongoose from 'mongoose';
import type { CaseFileLine, CaseFileState } from '../../core/contract/archive.ts';
import { CASE_FILE_STATES } from '../../core/contract/archive.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { searchPaths } from '../../platform/search/index.ts';

export interface StoredVolume {
  fileId: string;
  pages: number;
  bytes: number;
  sha256: string;
  lines: Omit<CaseFileLine, 'number'>[];
}

/** A case file: asked for, made by a thread, then frozen; taken out when its case is opened again. */
export interface CaseFileRecord {
  _id: mongoose.Types.ObjectId;
  caseId: string;
  areaCode: string;
  officeCode: string;
  state: CaseFileState;
  /** Not taken out of the archive. */
  isCurrent: boolean;
  fileNumber: string;
  year: number;
  serial: number;
  caseNumber: string;
  title: string;
  respondentName: string;
  closedOn: PlainDate;
  archivedOn: PlainDate;
  archivedAt: Date;
  archivedBy: { id: string; name: string };
  isSplit: boolean;
  pages: number;
  main?: StoredVolume;
  inner?: StoredVolume;
  /** The inner volume names who made a report. */
  namesReporter: boolean;
  /** Whoever makes it says so again and again; who was killed falls silent, and another begins anew. */
  aliveAt: Date;
  run?: string;
  done: number;
  total: number;
  problem?: string;
  destroyedOn?: PlainDate;
  grams?: string[];
  searchText?: string;
}

const shape = { _id: false, id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const flag = { type: Boolean, required: true } as const;
const line = new mongoose.Schema(
  { section: text, title: text, documentNumber: String, date: String, fromPage: count, toPage: count },
  shape,
);
const volume = new mongoose.Schema(
  { fileId: text, pages: count, bytes: count, sha256: text, lines: { type: [line], required: true } },
  shape,
);
const schema = new mongoose.Schema<CaseFileRecord>(
  {
    ...{ caseId: text, areaCode: text, officeCode: text },
    state: { ...text, enum: CASE_FILE_STATES },
    ...{ isCurrent: flag, fileNumber: text, year: count, serial: count },
    ...{ caseNumber: text, title: text, respondentName: text, closedOn: text, archivedOn: text },
    archivedAt: { type: Date, required: true },
    archivedBy: { type: new mongoose.Schema({ id: text, name: text }, shape), required: true },
    ...{ isSplit: flag, pages: count, main: volume, inner: volume, namesReporter: flag },
    aliveAt: { type: Date, required: true },
    ...{ run: String, done: count, total: count, problem: String, destroyedOn: String },
    ...searchPaths,
  },
  { collection: 'caseFiles', strict: 'throw', versionKey: false },
);
// The number two of the same moment would both take: one of them is run again.
schema.index({ officeCode: 1, year: 1, serial: 1 }, { unique: true });
schema.index({ caseId: 1, _id: 1 });
for (const order of ['archivedOn', 'closedOn', 'pages']) {
  schema.index({ officeCode: 1, [order]: 1, _id: 1 });
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ grams: 1 });

export const CaseFiles = mongoose.model('caseFiles', schema);

/** Lean documents are what the schema wrote. */
const asRecord = (doc: unknown): CaseFileRecord | null => doc as CaseFileRecord | null;
type Filter = Record<string, unknown>;

export async function insertCaseFile(record: CaseFileRecord): Promise<void> {
  await CaseFiles.create([record]);
}

export async function findCaseFile(id: string, limits: Filter): Promise<CaseFileRecord | null> {
  return asRecord(await CaseFiles.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** The files of a case, newest first (index caseId). */
export async function findFilesOfCase(caseId: string): Promise<CaseFileRecord[]> {
  const found: unknown = await CaseFiles.find({ caseId }).sort({ _id: -1 }).limit(50).lean();
  return found as CaseFileRecord[]; // lean documents of this model
}

/** Takes over a file that waits, or whose maker has fallen silent; null when somebody else has it. */
export async function claimFile(
  id: string,
  { run, now, silentSince }: { run: string; now: Date; silentSince: Date },
): Promise<CaseFileRecord | null> {
  const set = { $set: { state: 'making' as const, run, aliveAt: now, done: 0, total: 0 } };
  const after = { returnDocument: 'after' } as const;
  const waiting = await CaseFiles.findOneAndUpdate({ _id: id, state: 'waiting' }, set, after).lean();
  if (waiting !== null) return asRecord(waiting);
  const silent = { _id: id, state: 'making' as const, aliveAt: { $lt: silentSince } };
  return asRecord(await CaseFiles.findOneAndUpdate(silent, set, after).lean());
}

/** Only who holds the run may write; false when another took it over, or the case was opened again. */
export async function updateRun(
  { _id, run }: Pick<CaseFileRecord, '_id' | 'run'>,
  set: Partial<Omit<CaseFileRecord, '_id'>>,
): Promise<boolean> {
  const written = await CaseFiles.updateOne({ _id, run: run ?? '', state: 'making' }, { $set: set });
  return written.matchedCount === 1;
}

/** From one state to another; null when it is not in that state any more. */
export async function moveFile(
  id: string,
  from: CaseFileState,
  set: Partial<Omit<CaseFileRecord, '_id'>>,
): Promise<CaseFileRecord | null> {
  const after = { returnDocument: 'after' } as const;
  return asRecord(await CaseFiles.findOneAndUpdate({ _id: id, state: from }, { $set: set }, after).lean());
}

/** Its case was opened again: the file stays and is marked as an earlier one. */
export async function markEarlier(id: string): Promise<void> {
  const live = { $in: ['waiting', 'making', 'kept', 'failed'] as const };
  await CaseFiles.updateOne({ _id: id, state: live }, { $set: { state: 'earlier', isCurrent: false } });
}

/** Files of an office that were archived by this day and still lie there (index officeCode+archivedOn). */
export async function findKeptSince(officeCode: string, day: PlainDate): Promise<CaseFileRecord[]> {
  const found: unknown = await CaseFiles.find({ officeCode, archivedOn: { $lte: day }, state: 'kept' })
    .sort({ archivedOn: 1, _id: 1 })
    .limit(1000)
    .lean();
  return found as CaseFileRecord[]; // lean documents of this model
}

/** The numbers of these files in one query, by id. */
export async function findFileNumbers(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await CaseFiles.find({ _id: { $in: [...ids] } }, { fileNumber: 1 }).lean();
  return new Map(found.map(({ _id, fileNumber }) => [String(_id), fileNumber]));
}
