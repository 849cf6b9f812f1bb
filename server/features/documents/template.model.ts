import mongoose from 'mongoose';
import type { Words } from '../../core/alerts/rule.ts';
import { DOCUMENT_KINDS } from '../../core/contract/documents.ts';
import type { DocumentKind } from '../../core/contract/documents.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** One edition of an area's template; without a file the wider area's holds again. Older ones stay readable. */
export interface TemplateRecord {
  _id: mongoose.Types.ObjectId;
  kind: DocumentKind;
  areaCode: string;
  edition: number;
  fileId?: string;
  sha256?: string;
  note: string;
  notes: Words[];
  putBy: string;
  putOn: PlainDate;
}

const words = new mongoose.Schema<Words>({ zh: String, en: String }, { _id: false, strict: 'throw' });
const schema = new mongoose.Schema<TemplateRecord>(
  {
    kind: { type: String, enum: DOCUMENT_KINDS, required: true },
    areaCode: { type: String, required: true },
    edition: { type: Number, required: true },
    fileId: String,
    sha256: String,
    note: { type: String, required: true },
    notes: { type: [words], default: [] },
    putBy: { type: String, required: true },
    putOn: { type: String, required: true },
  },
  { collection: 'documentTemplates', strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, kind: 1, edition: -1 }, { unique: true });
const Templates = mongoose.model('documentTemplates', schema);

export async function insertTemplate(template: TemplateRecord): Promise<void> {
  await Templates.create([template]).catch(retryWhenTaken); // two at once: the second is the next edition
}

export async function findTemplate(id: string): Promise<TemplateRecord | null> {
  return Templates.findById(id).lean<TemplateRecord>();
}

/** Every edition of these areas, of one kind or of all, newest first (index areaCode+kind+edition). */
export async function findEditions(
  areaCodes: readonly string[],
  kind?: DocumentKind,
): Promise<TemplateRecord[]> {
  return Templates.find({ areaCode: { $in: [...areaCodes] }, ...(kind === undefined ? {} : { kind }) })
    .sort({ areaCode: 1, kind: 1, edition: -1 })
    .limit(5000)
    .lean<TemplateRecord[]>();
}
