import mongoose from 'mongoose';
import type { CompanyState } from '../../core/contract/companies.ts';
import { COMPANY_STATES } from '../../core/contract/companies.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';

/** A company as it lies in the store; its phone is opened through `companySecrets` only. */
export interface CompanyRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  creditCode?: string;
  areaCode: string;
  address?: string;
  legalRepresentative?: string;
  phone?: Sealed;
  state: CompanyState;
  mergedIntoId?: string;
  formerNames: string[];
  createdAt: Date;
  version: number;
}

const schema = new mongoose.Schema(
  {
    name: { type: String, required: true },
    creditCode: String,
    areaCode: { type: String, required: true },
    address: String,
    legalRepresentative: String,
    state: { type: String, enum: COMPANY_STATES, required: true },
    mergedIntoId: String,
    formerNames: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
    ...searchPaths,
  },
  { collection: 'companies', strict: 'throw', versionKey: false },
);
export const companySecrets = encryptedFields(schema, { phone: { kind: 'phone' } });

schema.index({ creditCode: 1 }, { unique: true, partialFilterExpression: { creditCode: { $exists: true } } });
schema.index({ areaCode: 1, _id: 1 });
schema.index({ name: 1, _id: 1 });
schema.index({ createdAt: -1, _id: -1 });
schema.index({ mergedIntoId: 1 }, { sparse: true });
schema.index({ legalRepresentative: 1 }, { sparse: true });
schema.index({ grams: 1 });

export const Companies = mongoose.model('companies', schema);

/** Lean documents are what the schema wrote, so they are CompanyRecords. */
const asRecord = (doc: unknown): CompanyRecord | null => doc as CompanyRecord | null;

/** Names and people are found by initials too, the code by any part. */
export const companySearch = (
  company: Pick<CompanyRecord, 'name' | 'formerNames' | 'creditCode' | 'legalRepresentative'>,
) =>
  searchFields({
    names: [company.name, ...company.formerNames],
    persons: [company.legalRepresentative],
    texts: [company.creditCode],
  });

export type NewCompany = Omit<CompanyRecord, '_id' | 'phone' | 'version' | 'mergedIntoId'> & {
  id?: string;
  phone?: string | undefined;
};

export async function insertCompany({ id, phone, ...plain }: NewCompany): Promise<CompanyRecord> {
  const _id = new mongoose.Types.ObjectId(id);
  const sealed = companySecrets.sealFields(_id, { phone });
  const content = { _id, ...plain, ...sealed, ...companySearch(plain), version: 1 };
  // Two at once with one credit code: the loser runs again and meets the winner's record.
  const [made] = await Companies.create([content]).catch(retryWhenTaken);
  return made?.toObject() as unknown as CompanyRecord; // what the schema has just written
}

export async function findCompany(id: string): Promise<CompanyRecord | null> {
  return asRecord(await Companies.findById(id).lean());
}

/** The company, when it lies within what this reader may see. */
export async function findCompanyWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<CompanyRecord | null> {
  return asRecord(await Companies.findOne({ $and: [{ _id: id }, limits] }).lean());
}

export async function findCompanyByCreditCode(creditCode: string): Promise<CompanyRecord | null> {
  return asRecord(await Companies.findOne({ creditCode }).lean());
}

export async function findCompaniesByIds(ids: readonly string[]): Promise<CompanyRecord[]> {
  if (ids.length === 0) return [];
  return (await Companies.find({ _id: { $in: [...new Set(ids)] } }).lean()) as unknown as CompanyRecord[];
}

/** Companies headed by somebody of one of these names (index legalRepresentative). */
export async function companyIdsHeadedBy(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const found = await Companies.find({ legalRepresentative: { $in: [...names] } }, { _id: 1 }).lean();
  return found.map(({ _id }) => String(_id));
}

/** Changes the company if it still has this version; null when somebody was faster. */
export async function changeCompany(
  id: unknown,
  version: number,
  { set, unset }: { set: Record<string, unknown>; unset?: Record<string, 1> },
): Promise<CompanyRecord | null> {
  const update = {
    $set: set,
    ...(unset !== undefined && Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after' } as const;
  return asRecord(await Companies.findOneAndUpdate({ _id: id, version }, update, options).lean());
}

/** What was merged into the one is from now on merged into the other (index mergedIntoId). */
export async function repointMerged(fromId: string, intoId: string): Promise<void> {
  await Companies.updateMany({ mergedIntoId: fromId }, { $set: { mergedIntoId: intoId } });
}
