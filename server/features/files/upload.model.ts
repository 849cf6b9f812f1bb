import mongoose from 'mongoose';
import { FILE_PURPOSES } from '../../core/contract/files.ts';
import type { FilePurpose, UploadView } from '../../core/contract/files.ts';

/** A part of an upload that is on disk for certain; `file` is its name in the upload's folder. */
export interface UploadPiece {
  from: number;
  bytes: number;
  file: string;
}

export interface UploadRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  bytes: number;
  purpose: FilePurpose;
  sha256?: string;
  /** Bytes that are on disk for certain: moved on only after a flush. */
  offset: number;
  /** Where those bytes lie, in their order. */
  pieces?: UploadPiece[];
  uploadedBy: string;
  expiresAt: Date;
  state: 'open' | 'finished';
  fileId?: string;
}

const pieceSchema = new mongoose.Schema<UploadPiece>(
  {
    from: { type: Number, required: true, min: 0 },
    bytes: { type: Number, required: true, min: 1 },
    file: { type: String, required: true },
  },
  { _id: false, id: false, strict: 'throw' },
);
const schema = new mongoose.Schema<UploadRecord>(
  {
    name: { type: String, required: true, maxlength: 300 },
    bytes: { type: Number, required: true, min: 1, validate: Number.isSafeInteger },
    purpose: { type: String, required: true, enum: FILE_PURPOSES },
    sha256: { type: String, match: /^[0-9a-f]{64}$/ },
    offset: { type: Number, required: true, min: 0 },
    pieces: { type: [pieceSchema], default: undefined },
    uploadedBy: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    state: { type: String, required: true, enum: ['open', 'finished'] },
    fileId: String,
  },
  { strict: 'throw', versionKey: false },
);
// Not a TTL index: the sweep gives the reserved quota back when it removes one.
schema.index({ expiresAt: 1 });
schema.index({ uploadedBy: 1, state: 1, expiresAt: 1 });

const Uploads = mongoose.model('uploads', schema, 'uploads');

export async function insertUpload(
  upload: Omit<UploadRecord, '_id' | 'offset' | 'pieces' | 'state'>,
): Promise<UploadRecord> {
  const record: UploadRecord = { ...upload, _id: new mongoose.Types.ObjectId(), offset: 0, state: 'open' };
  await Uploads.create(record);
  return record;
}

/** How many a person has under way, the expired ones aside. */
export function countOpenUploads(uploadedBy: string, now: Date): Promise<number> {
  return Uploads.countDocuments({ uploadedBy, state: 'open', expiresAt: { $gt: now } }).exec();
}

export function findOwnUpload(id: string, uploadedBy: string, now: Date): Promise<UploadRecord | null> {
  return Uploads.findOne({ _id: id, uploadedBy, expiresAt: { $gt: now } })
    .lean()
    .exec();
}

/** Moves the offset on behind a piece, unless another request did so meanwhile. */
export async function advanceUpload(id: mongoose.Types.ObjectId, piece: UploadPiece): Promise<boolean> {
  const done = await Uploads.updateOne(
    { _id: id, state: 'open', offset: piece.from },
    { $set: { offset: piece.from + piece.bytes }, $push: { pieces: piece } },
  );
  return done.modifiedCount === 1;
}

/** As it was read: neither longer, nor laid together, nor set back since. */
const unchanged = ({ _id, offset, pieces }: UploadRecord): Record<string, unknown> => ({
  ...{ _id, state: 'open', offset },
  ...(pieces?.[0] === undefined ? {} : { 'pieces.file': pieces[0].file }),
});

/** Other files for the same bytes; false when the upload changed meanwhile. */
export async function replacePieces(upload: UploadRecord, pieces: UploadPiece[]): Promise<boolean> {
  return (await Uploads.updateOne(unchanged(upload), { $set: { pieces } })).modifiedCount === 1;
}

/** Only the pieces before this place count any more; false when the upload changed meanwhile. */
export async function setBackUpload(upload: UploadRecord, offset: number): Promise<boolean> {
  const pieces = (upload.pieces ?? []).filter(({ from }) => from < offset);
  return (await Uploads.updateOne(unchanged(upload), { $set: { offset, pieces } })).modifiedCount === 1;
}

export function findOpenUpload(id: string | mongoose.Types.ObjectId): Promise<UploadRecord | null> {
  return Uploads.findOne({ _id: id, state: 'open' }).lean().exec();
}

/** Closes an open upload; false when it is not open any more. */
export async function markUploadFinished(id: mongoose.Types.ObjectId, fileId: string): Promise<boolean> {
  const done = await Uploads.updateOne({ _id: id, state: 'open' }, { $set: { state: 'finished', fileId } });
  return done.modifiedCount === 1;
}

/** The removed upload, or null when it is gone already. */
export function removeUpload(id: mongoose.Types.ObjectId): Promise<UploadRecord | null> {
  return Uploads.findOneAndDelete({ _id: id }).lean().exec();
}

export function findExpiredUploads(now: Date, limit: number): Promise<UploadRecord[]> {
  return Uploads.find({ expiresAt: { $lte: now } })
    .sort({ expiresAt: 1 })
    .limit(limit)
    .lean()
    .exec();
}

export async function knownUploads(ids: readonly string[]): Promise<Set<string>> {
  const found = await Uploads.find({ _id: { $in: [...ids] }, state: 'open' }, { _id: 1 }).lean();
  return new Set(found.map((upload) => String(upload._id)));
}

/** Small enough to get through on a weak network within one request's time. */
export const CHUNK_BYTES = 256 * 1024;

export function uploadView(upload: UploadRecord): UploadView {
  return {
    id: String(upload._id),
    offset: upload.offset,
    bytes: upload.bytes,
    chunkBytes: CHUNK_BYTES,
    expiresAt: upload.expiresAt.toISOString(),
  };
}
