import mongoose from 'mongoose';
import { SERVICE_MODES } from '../../core/contract/cases.ts';
import { DOCUMENT_KINDS, DOCUMENT_STATES } from '../../core/contract/documents.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import { deadlineSchema } from '../../platform/deadline-schema.ts';
import { searchPaths } from '../../platform/search/index.ts';
import type { Typed } from '../../core/documents/fill-document.ts';
import type { FilledDocument } from '../../core/documents/fill-document.ts';
import type { DocumentHistory, DocumentRecord, ServiceRecord, StaffRef } from './document.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const staff = new mongoose.Schema<StaffRef>(
  { id: { type: String, required: true }, name: { type: String, required: true } },
  { ...shape, id: false },
);
const service = new mongoose.Schema<ServiceRecord>(
  {
    id: { type: String, required: true },
    mode: { type: String, enum: SERVICE_MODES, required: true },
    addressee: { type: String, required: true },
    handedOverOn: { type: String, required: true },
    servedOn: String,
    servedBy: { type: [String], required: true },
    receivedBy: String,
    witness: String,
    note: String,
    fileIds: { type: [String], required: true },
    outcome: String,
  },
  { ...shape, id: false },
);
const history = new mongoose.Schema<DocumentHistory>(
  {
    action: { type: String, required: true },
    from: String,
    to: String,
    at: { type: Date, required: true },
    on: { type: String, required: true },
    by: new mongoose.Schema({ kind: String, id: String, name: String }, { ...shape, id: false }),
    reason: String,
    facts: Mixed,
  },
  shape,
);

const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    kind: { type: String, enum: DOCUMENT_KINDS, required: true },
    state: { type: String, enum: DOCUMENT_STATES, required: true },
    areaCode: { type: String, required: true },
    officeCode: { type: String, required: true },
    caseId: String,
    caseNumber: String,
    complaintId: String,
    receiptNumber: String,
    proceedingId: String,
    servesId: String,
    addresseeName: { type: String, required: true },
    companyId: String,
    draftedBy: { type: staff, required: true },
    createdAt: { type: Date, required: true },
    templateId: String,
    approvedBy: staff,
    documentNumber: String,
    serial: Number,
    year: Number,
    issuedOn: String,
    checkCode: String,
    pdfFileId: String,
    docxFileId: String,
    pdfSha256: String,
    docxSha256: String,
    services: { type: [service], default: [] },
    servedOn: String,
    effect: { type: String, enum: ['waiting', 'done'] },
    deadlines: { type: [deadlineSchema], default: [] },
    nextDueOn: { type: String, required: true },
    voided: new mongoose.Schema({ on: String, reason: String }, shape),
    history: { type: [history], default: [] },
    ...searchPaths,
  },
  { collection: 'legalDocuments', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, { typed: { kind: 'text' }, printed: { kind: 'text' } });
for (const order of ['issuedOn', 'createdAt', 'nextDueOn']) {
  schema.index({ officeCode: 1, [order]: 1, _id: 1 });
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ caseId: 1, createdAt: 1, _id: 1 });
schema.index({ complaintId: 1, createdAt: 1, _id: 1 });
schema.index({ grams: 1 });
schema.index({ companyId: 1, servedOn: 1 });
schema.index({ effect: 1, servedOn: 1 }, { partialFilterExpression: { effect: { $exists: true } } });
schema.index({ checkCode: 1 }, { unique: true, partialFilterExpression: { checkCode: { $exists: true } } });
schema.index(
  { officeCode: 1, kind: 1, year: 1, serial: 1 },
  { unique: true, partialFilterExpression: { serial: { $exists: true } } },
);

/** Papers, for this feature's queries. */
export const Documents = mongoose.model('legalDocuments', schema);

/** Lean documents are what the schema wrote, so they are DocumentRecords. */
const asRecord = (doc: unknown): DocumentRecord | null => doc as DocumentRecord | null;

export async function insertDocument(
  record: Omit<DocumentRecord, 'typed' | 'printed'>,
  typed: Typed,
): Promise<void> {
  await Documents.create([
    { ...record, ...secrets.sealFields(record._id, { typed: JSON.stringify(typed) }) },
  ]);
}

export async function findDocumentWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<DocumentRecord | null> {
  return asRecord(await Documents.findOne({ $and: [{ _id: id }, limits] }).lean());
}

export async function findByCheckCode(checkCode: string): Promise<DocumentRecord | null> {
  return asRecord(await Documents.findOne({ checkCode }).lean());
}

/** Issued and not voided papers of a case, oldest first (index caseId+createdAt). */
export async function findIssuedOfCase(caseId: string): Promise<DocumentRecord[]> {
  const found = await Documents.find({ caseId, state: 'issued' })
    .sort({ createdAt: 1, _id: 1 })
    .limit(500)
    .lean();
  return found as unknown as DocumentRecord[]; // as above
}

/** Papers of a case, or of a complaint, oldest first (index caseId+createdAt, complaintId+createdAt). */
export async function findPapersOf(
  of: { caseId: string } | { complaintId: string },
  most: number,
): Promise<DocumentRecord[]> {
  const found = await Documents.find(of).sort({ createdAt: 1, _id: 1 }).limit(most).lean();
  return found as unknown as DocumentRecord[]; // as above
}

/** Orders whose day of service has come and that their case does not know yet. */
export async function findServedUntil(today: string, limit: number): Promise<DocumentRecord[]> {
  const found = await Documents.find({ effect: 'waiting', servedOn: { $lte: today } })
    .sort({ servedOn: 1 })
    .limit(limit)
    .lean();
  return found as unknown as DocumentRecord[]; // as above
}

export interface DocumentChange {
  set?: Record<string, unknown>;
  unset?: Record<string, 1>;
  push?: Record<string, readonly unknown[]>;
  typed?: Typed;
  printed?: FilledDocument;
}

/** One conditional write on id, old state and version; null when somebody was faster. */
export async function changeDocument(
  from: Pick<DocumentRecord, '_id' | 'state' | 'version'>,
  { set = {}, unset, push = {}, typed, printed }: DocumentChange,
): Promise<DocumentRecord | null> {
  const sealed = secrets.sealFields(from._id, {
    typed: typed === undefined ? undefined : JSON.stringify(typed),
    printed: printed === undefined ? undefined : JSON.stringify(printed),
  });
  const lists = Object.entries(push).map(([name, items]) => [name, { $each: [...items] }] as const);
  const values = { ...set, ...sealed };
  return asRecord(
    await Documents.findOneAndUpdate(
      { _id: from._id, state: from.state, version: from.version },
      {
        ...(Object.keys(values).length === 0 ? {} : { $set: values }),
        ...(unset === undefined ? {} : { $unset: unset }),
        ...(lists.length === 0 ? {} : { $push: Object.fromEntries(lists) }),
        $inc: { version: 1 },
      },
      { returnDocument: 'after', runValidators: true },
    ).lean(),
  );
}

/** What was typed over the record. */
export const typedOf = (record: DocumentRecord): Typed =>
  JSON.parse(secrets.openFields(record).typed ?? '{}') as Typed; // sealed by insertDocument and changeDocument

/** The values an issued paper was printed with. */
export function printedOf(record: DocumentRecord): FilledDocument | undefined {
  const { printed } = secrets.openFields(record);
  return printed === undefined ? undefined : (JSON.parse(printed) as FilledDocument); // sealed by changeDocument
}
