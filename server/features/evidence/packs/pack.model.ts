import mongoose from 'mongoose';
import type { EvidencePackView, StartEvidencePack } from '../../../core/contract/evidence.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { ByStaff } from '../evidence.model.ts';

/** A pack that was asked for; its ZIP lies in a folder and may be made anew at any time. */
export interface PackRecord extends Omit<StartEvidencePack, 'evidenceIds'> {
  _id: mongoose.Types.ObjectId;
  caseId: string;
  areaCode: string;
  officeCode: string;
  state: EvidencePackView['state'];
  evidenceIds?: string[];
  startedBy: ByStaff;
  startedAt: Date;
  startedOn: PlainDate;
  /** Whoever makes it says so again and again; who was killed falls silent, and another begins anew. */
  aliveAt: Date;
  run?: string;
  done: number;
  total: number;
  leftOut: number;
  bytes?: number;
  sha256?: string;
  madeAt?: Date;
  problem?: string;
}

const text = { type: String, required: true } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema<PackRecord>(
  {
    caseId: text,
    areaCode: text,
    officeCode: text,
    state: { ...text, enum: ['waiting', 'packing', 'ready', 'failed'] },
    forWhom: { ...text, enum: ['arbitration', 'court', 'police', 'other'] },
    recipient: text,
    reason: text,
    evidenceIds: { type: [String], default: undefined },
    useCopies: { type: Boolean, required: true },
    startedBy: {
      type: new mongoose.Schema<ByStaff>(
        { id: text, name: text },
        { _id: false, id: false, strict: 'throw' },
      ),
      required: true,
    },
    startedAt: { type: Date, required: true },
    startedOn: text,
    aliveAt: { type: Date, required: true },
    run: String,
    done: count,
    total: count,
    leftOut: count,
    bytes: Number,
    sha256: String,
    madeAt: Date,
    problem: String,
  },
  { collection: 'evidencePacks', strict: 'throw', versionKey: false },
);
schema.index({ caseId: 1, _id: 1 });

const Packs = mongoose.model('evidencePacks', schema);
/** Lean documents are what the schema wrote. */
const asRecord = (doc: unknown): PackRecord | null => doc as PackRecord | null;

export async function insertPack(pack: Omit<PackRecord, '_id'>): Promise<PackRecord> {
  const record = { ...pack, _id: new mongoose.Types.ObjectId() };
  await Packs.create([record]);
  return record;
}

export async function findPack(id: string, limits: Record<string, unknown>): Promise<PackRecord | null> {
  return asRecord(await Packs.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** The latest packs of a case, newest first. */
export async function findPacksOfCase(caseId: string): Promise<PackRecord[]> {
  const found: unknown = await Packs.find({ caseId }).sort({ _id: -1 }).limit(20).lean();
  return found as PackRecord[]; // lean documents of this model
}

/** Takes over a pack that waits, or whose maker has fallen silent; null when somebody else has it. */
export async function claimPack(
  id: string,
  { run, now, silentSince }: { run: string; now: Date; silentSince: Date },
): Promise<PackRecord | null> {
  const set = { $set: { state: 'packing' as const, run, aliveAt: now, done: 0, total: 0 } };
  const after = { returnDocument: 'after' } as const;
  const waiting = await Packs.findOneAndUpdate({ _id: id, state: 'waiting' }, set, after).lean();
  if (waiting !== null) return asRecord(waiting);
  const silent = { _id: id, state: 'packing' as const, aliveAt: { $lt: silentSince } };
  return asRecord(await Packs.findOneAndUpdate(silent, set, after).lean());
}

/** Only who holds the run may write; false when another took it over. */
export async function updateRun(
  { _id, run }: Pick<PackRecord, '_id' | 'run'>,
  set: Partial<Omit<PackRecord, '_id'>>,
): Promise<boolean> {
  const written = await Packs.updateOne({ _id, run: run ?? '', state: 'packing' }, { $set: set });
  return written.matchedCount === 1;
}
