import mongoose from 'mongoose';
import type { CreditRecord } from '../../core/certificates/credit-facts.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';

/** A request and the certificate it became; `areaCode` is that of the office, names as they were on the day. */
export interface CertificateRecord extends LifeRecord {
  companyId: string;
  companyName: string;
  creditCode?: string;
  credit: CreditRecord;
  certificateNumber?: string;
  serial?: number;
  year?: number;
  issuedOn?: PlainDate;
  validUntil?: PlainDate;
  checkCode?: string;
  pdfSha256?: string;
  grams?: string[];
  searchText?: string;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    ...{ companyId: text, companyName: text, creditCode: String },
    credit: { type: mongoose.Schema.Types.Mixed, required: true },
    ...{ certificateNumber: String, serial: Number, year: Number, issuedOn: String, validUntil: String },
    ...{ checkCode: String, pdfSha256: String },
    ...searchPaths,
  },
  { collection: 'creditCertificates', strict: 'throw', versionKey: false, minimize: false },
);
for (const order of ['openedOn', 'issuedOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ companyId: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ state: 1, validUntil: 1 });
schema.index({ grams: 1 });
schema.index({ checkCode: 1 }, { unique: true, partialFilterExpression: { checkCode: { $exists: true } } });
schema.index(
  { areaCode: 1, year: 1, serial: 1 },
  { unique: true, partialFilterExpression: { serial: { $exists: true } } },
);

export const Certificates = mongoose.model('creditCertificates', schema);

export const certificateSearch = (name: string, texts: (string | undefined)[]) =>
  searchFields({ names: [name], texts });

/** Lean documents are what the schema wrote, so they are CertificateRecords. */
export const asCertificates = (docs: unknown): CertificateRecord[] => docs as CertificateRecord[];

export async function findByCheckCode(checkCode: string): Promise<CertificateRecord | undefined> {
  return asCertificates(await Certificates.find({ checkCode }).limit(1).lean())[0];
}

registerMergeListener('company', async (fromId, intoId) => {
  await Certificates.updateMany({ companyId: fromId }, { $set: { companyId: intoId }, $inc: { version: 1 } });
});
