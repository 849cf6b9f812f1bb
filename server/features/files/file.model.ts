import mongoose from 'mongoose';
import { FILE_PURPOSES } from '../../core/contract/files.ts';
import type { FilePurpose, FileView } from '../../core/contract/files.ts';
import type { Page } from '../../core/contract/page.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

export interface FileRecord {
  _id: mongoose.Types.ObjectId;
  sha256: string;
  name: string;
  purpose: FilePurpose;
  mime: string;
  bytes: number;
  width?: number;
  height?: number;
  hasThumbnail: boolean;
  areaCode: string;
  uploadedBy: string;
  uploadedAt: Date;
  state: 'stored' | 'deleted';
  deletedAt?: Date;
  deletedReason?: string;
  /** Records that rest on it, e.g. 'complaint:<id>'; while there is one it can not be taken back. */
  heldBy?: string[];
}

const schema = new mongoose.Schema<FileRecord>(
  {
    sha256: { type: String, required: true, match: /^[0-9a-f]{64}$/ },
    name: { type: String, required: true, maxlength: 200 },
    purpose: { type: String, required: true, enum: FILE_PURPOSES },
    mime: { type: String, required: true },
    bytes: { type: Number, required: true, min: 1, validate: Number.isSafeInteger },
    width: Number,
    height: Number,
    hasThumbnail: { type: Boolean, required: true },
    areaCode: { type: String, required: true },
    uploadedBy: { type: String, required: true },
    uploadedAt: { type: Date, required: true },
    state: { type: String, required: true, enum: ['stored', 'deleted'] },
    deletedAt: Date,
    deletedReason: { type: String, maxlength: 200 },
    heldBy: { type: [String], default: undefined },
  },
  { strict: 'throw', versionKey: false },
);
// A person's second upload of the same thing is the first one.
schema.index(
  { uploadedBy: 1, purpose: 1, sha256: 1, name: 1 },
  { unique: true, partialFilterExpression: { state: 'stored' } },
);
schema.index({ uploadedBy: 1, state: 1, _id: -1 });
schema.index({ sha256: 1, state: 1 });
schema.index({ heldBy: 1 }, { sparse: true });

const Files = mongoose.model('files', schema, 'files');

export type FileFilter = mongoose.QueryFilter<FileRecord>;
export type NewFile = Omit<FileRecord, '_id' | 'state'>;
export type FileKey = Pick<FileRecord, 'uploadedBy' | 'purpose' | 'sha256' | 'name'>;

export async function insertFile(file: NewFile): Promise<FileRecord> {
  const record: FileRecord = { ...file, _id: new mongoose.Types.ObjectId(), state: 'stored' };
  // Sent twice at the same moment: the transaction is run again and finds the other one.
  await Files.create(record).catch(retryWhenTaken);
  return record;
}

export function findSameFile(key: FileKey): Promise<FileRecord | null> {
  return Files.findOne({ ...key, state: 'stored' })
    .lean()
    .exec();
}

/** The stored file, within what `readable` lets this reader see. */
export function findReadableFile(id: string, readable: FileFilter): Promise<FileRecord | null> {
  return Files.findOne({ $and: [{ _id: id, state: 'stored' }, readable] })
    .lean()
    .exec();
}

export async function listFilesOf(
  uploadedBy: string,
  query: { purpose?: FilePurpose; cursor?: string; limit?: number },
): Promise<Page<FileView>> {
  const all = {
    uploadedBy,
    state: 'stored' as const,
    ...(query.purpose === undefined ? {} : { purpose: query.purpose }),
  };
  const after = query.cursor === undefined ? {} : { _id: { $lt: new mongoose.Types.ObjectId(query.cursor) } };
  const limit = query.limit ?? 50;
  const found = await Files.find({ ...all, ...after })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const items = found.slice(0, limit).map(fileView);
  const nextCursor = found.length > limit ? (items.at(-1)?.id ?? null) : null;
  return { items, nextCursor, total: await Files.countDocuments(all) };
}

/** The record as it was before, or null when this person has no such file that nothing holds. */
export function markFileDeleted(
  own: { id: string; uploadedBy: string },
  deleted: { at: Date; reason: string },
): Promise<FileRecord | null> {
  return Files.findOneAndUpdate(
    { _id: own.id, uploadedBy: own.uploadedBy, state: 'stored', heldBy: { $exists: false } },
    { $set: { state: 'deleted', deletedAt: deleted.at, deletedReason: deleted.reason } },
  )
    .lean()
    .exec();
}

/** The stored ones of these, within the limits. */
export function findStoredFiles(ids: readonly string[], limits: FileFilter = {}): Promise<FileRecord[]> {
  return Files.find({ $and: [{ _id: { $in: [...ids] }, state: 'stored' }, limits] })
    .lean()
    .exec();
}

/** Stored files a record holds (index heldBy). */
export function findFilesHeldBy(ref: string): Promise<FileRecord[]> {
  return Files.find({ heldBy: ref, state: 'stored' }).lean().exec();
}

/** The record holds the file from now on; a second time changes nothing. */
export async function addHolder(id: mongoose.Types.ObjectId, ref: string): Promise<void> {
  await Files.updateOne({ _id: id }, { $addToSet: { heldBy: ref } });
}

/** The record lets the file go and its bytes with it; null when it does not hold it. */
export function dropHolder(
  id: string,
  ref: string,
  deleted: { at: Date; reason: string },
): Promise<FileRecord | null> {
  return Files.findOneAndUpdate(
    { _id: id, heldBy: ref, state: 'stored' },
    { $set: { state: 'deleted', deletedAt: deleted.at, deletedReason: deleted.reason } },
  )
    .lean()
    .exec();
}

/** Those of the given contents that a record still needs. */
export async function neededContents(sha256s: readonly string[]): Promise<Set<string>> {
  const found = await Files.find({ sha256: { $in: [...sha256s] }, state: 'stored' }, { sha256: 1 }).lean();
  return new Set(found.map((file) => file.sha256));
}

export function fileView(file: FileRecord): FileView {
  return {
    id: String(file._id),
    sha256: file.sha256,
    name: file.name,
    purpose: file.purpose,
    mime: file.mime,
    bytes: file.bytes,
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
    hasThumbnail: file.hasThumbnail,
    uploadedAt: file.uploadedAt.toISOString(),
    uploadedBy: file.uploadedBy,
  };
}
