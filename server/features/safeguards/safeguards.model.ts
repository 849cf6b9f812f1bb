import mongoose from 'mongoose';
import type {
  BoardPhoto,
  ConstructionPermit,
  LabourOfficer,
  ProjectDepartment,
  WageAccount,
  WageBond,
  WorksContract,
} from '../../core/contract/safeguards.ts';
import { BOND_KINDS } from '../../core/contract/safeguards.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { touchProject } from '../../platform/touched-projects.ts';

/** What a project has to protect its wages with, one record per project; version 1 is the first thing written. */
export interface SafeguardsRecord {
  _id: mongoose.Types.ObjectId;
  projectId: string;
  contract?: WorksContract;
  permit?: ConstructionPermit;
  account?: Omit<WageAccount, 'numberMasked'>;
  accountNumber?: Sealed;
  bond?: WageBond;
  labourOfficer?: Omit<LabourOfficer, 'phoneMasked'>;
  officerPhone?: Sealed;
  projectDepartment?: ProjectDepartment;
  boardPhotos: BoardPhoto[];
  version: number;
}

const part = { _id: false, strict: 'throw' } as const;
const day = { type: String, required: true };
const words = { type: String, required: true };
const whole = { type: Number, required: true };

const schema = new mongoose.Schema(
  {
    projectId: words,
    contract: new mongoose.Schema(
      {
        signedOn: day,
        amountFen: whole,
        plannedFrom: day,
        plannedUntil: day,
        labourCostFen: Number,
        labourCostBasisPoints: Number,
        labourCostCycleMonths: whole,
        labourCostDay: whole,
        payDay: whole,
        payDayIn: { type: String, enum: ['current', 'next'], required: true },
        fileId: String,
      },
      part,
    ),
    permit: new mongoose.Schema({ number: words, issuedOn: day, fileId: String }, part),
    account: new mongoose.Schema(
      {
        bankName: words,
        branchCode: words,
        branchName: words,
        accountName: words,
        openedOn: day,
        filedOn: String,
        tripartiteSignedOn: String,
        tripartiteFileId: String,
        closedOn: String,
      },
      part,
    ),
    bond: new mongoose.Schema(
      {
        kind: { type: String, enum: BOND_KINDS, required: true },
        amountFen: whole,
        storedOn: day,
        bankName: words,
        branchCode: String,
        validUntil: String,
        fileId: String,
        returnedOn: String,
      },
      part,
    ),
    labourOfficer: new mongoose.Schema({ name: words, appointedOn: day }, part),
    projectDepartment: new mongoose.Schema({ name: words, managerName: words }, part),
    boardPhotos: { type: [new mongoose.Schema({ fileId: words, takenOn: day }, part)], required: true },
    version: whole,
  },
  { collection: 'safeguards', strict: 'throw', versionKey: false },
);
export const safeguardSecrets = encryptedFields(schema, {
  accountNumber: { kind: 'bankCard', blindIndex: true },
  officerPhone: { kind: 'phone' },
});
schema.index({ projectId: 1 }, { unique: true });
schema.index({ 'account.branchCode': 1, _id: 1 });

export const Safeguards = mongoose.model('safeguards', schema);

/** Lean documents are what the schema wrote, so they are SafeguardsRecords. */
const asRecord = (doc: unknown): SafeguardsRecord | null => doc as SafeguardsRecord | null;

export async function findRecord(projectId: string): Promise<SafeguardsRecord | null> {
  return asRecord(await Safeguards.findOne({ projectId }).lean());
}

export async function findRecords(projectIds: readonly string[]): Promise<SafeguardsRecord[]> {
  if (projectIds.length === 0) return [];
  const found = await Safeguards.find({ projectId: { $in: [...new Set(projectIds)] } }).lean();
  return found as unknown as SafeguardsRecord[];
}

export async function findByAccountNumber(number: string): Promise<SafeguardsRecord | null> {
  return asRecord(await Safeguards.findOne(safeguardSecrets.where('accountNumber', number)).lean());
}

/** What a write sets and takes away; secrets are sealed for the record they are written into. */
export interface SafeguardsChange {
  set: Record<string, unknown>;
  unset?: readonly string[];
  secrets?: { accountNumber?: string | undefined; officerPhone?: string | undefined };
}

/**
 * Writes into the record of a project if it still has this version; version 0 is the first thing ever written. Null when
 * somebody was faster.
 */
export async function writeRecord(
  projectId: string,
  version: number,
  { set, unset = [], secrets = {} }: SafeguardsChange,
): Promise<SafeguardsRecord | null> {
  if (version === 0) {
    if ((await findRecord(projectId)) !== null) return null;
    const _id = new mongoose.Types.ObjectId();
    const sealed = safeguardSecrets.sealFields(_id, secrets);
    const content = { _id, projectId, boardPhotos: [], ...set, ...sealed, version: 1 };
    // Two at once for one project: the loser runs again and meets the winner's record.
    const [made] = await Safeguards.create([content]).catch(retryWhenTaken);
    await touchProject(projectId);
    return made?.toObject() as unknown as SafeguardsRecord; // what the schema has just written
  }
  const before = await findRecord(projectId);
  if (before === null) return null;
  const sealed = safeguardSecrets.sealFields(before._id, secrets);
  const update = {
    $set: { ...set, ...sealed },
    ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((key) => [key, 1])) }),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after' } as const;
  const written = Safeguards.findOneAndUpdate({ _id: before._id, version }, update, options);
  const after = asRecord(await written.lean());
  if (after !== null) await touchProject(projectId);
  return after;
}

/** A project that gave way to another leaves its record behind, or hands it on (merge-safeguards.ts). */
export async function moveRecord(id: unknown, projectId: string): Promise<void> {
  await Safeguards.updateOne({ _id: id }, { $set: { projectId }, $inc: { version: 1 } });
  await touchProject(projectId);
}
