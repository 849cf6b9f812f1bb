import mongoose from 'mongoose';
import type { ProofDocument } from '../../core/contract/matters.ts';
import { PROOF_DOCUMENTS } from '../../core/contract/matters.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

/** One thing a company sent to a demand; the pieces of evidence it became hold the bytes. */
export interface ProofRecord {
  _id: mongoose.Types.ObjectId;
  caseId: string;
  demandId: string;
  companyId: string;
  document: ProofDocument;
  fileIds: string[];
  noneBecause?: string;
  /** What each content became, so that the same bytes sent twice stay one piece. */
  pieces: { sha256: string; evidenceId: string }[];
  sentAt: Date;
  sentOn: PlainDate;
  sentBy: { id: string; name: string };
}

const shape = { _id: false, id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<ProofRecord>(
  {
    caseId: text,
    demandId: text,
    companyId: text,
    document: { ...text, enum: PROOF_DOCUMENTS },
    fileIds: { type: [String], required: true },
    noneBecause: String,
    pieces: {
      type: [new mongoose.Schema({ sha256: text, evidenceId: text }, shape)],
      required: true,
    },
    sentAt: { type: Date, required: true },
    sentOn: text,
    sentBy: { type: new mongoose.Schema({ id: text, name: text }, shape), required: true },
  },
  { collection: 'caseProofs', strict: 'throw', versionKey: false },
);
schema.index({ caseId: 1, _id: 1 });
schema.index({ companyId: 1 });

const Proofs = mongoose.model('caseProofs', schema);

/** Lean documents are what the schema wrote. */
const asProofs = (docs: unknown): ProofRecord[] => docs as ProofRecord[];

export async function insertProof(record: ProofRecord): Promise<void> {
  await Proofs.create([record]);
}

/** What came in these cases, oldest first (index caseId+_id); of these companies, or of all. */
export async function proofsOfCases(
  caseIds: readonly string[],
  companyIds?: readonly string[],
): Promise<ProofRecord[]> {
  if (caseIds.length === 0) return [];
  const from = companyIds === undefined ? {} : { companyId: { $in: [...companyIds] } };
  const filter = { caseId: { $in: [...caseIds] }, ...from };
  return asProofs(await Proofs.find(filter).sort({ _id: 1 }).lean());
}

export async function findProof(id: string): Promise<ProofRecord | null> {
  const [found] = asProofs(await Proofs.find({ _id: id }).lean());
  return found ?? null;
}

export async function repointProofs(fromId: string, intoId: string): Promise<void> {
  await Proofs.updateMany({ companyId: fromId }, { $set: { companyId: intoId } });
}
