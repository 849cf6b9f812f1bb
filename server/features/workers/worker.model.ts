import mongoose from 'mongoose';
import type { WorkerSecret, WorkerState } from '../../core/contract/workers.ts';
import { WORKER_STATES } from '../../core/contract/workers.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';

/** A person as it lies in the store; identities are opened through `workerSecrets` only. */
export interface WorkerRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  areaCode: string;
  citizenId?: Sealed;
  phone?: Sealed;
  bankCard?: Sealed;
  state: WorkerState;
  mergedIntoId?: string;
  createdAt: Date;
  version: number;
}

const schema = new mongoose.Schema(
  {
    name: { type: String, required: true },
    areaCode: { type: String, required: true },
    state: { type: String, enum: WORKER_STATES, required: true },
    mergedIntoId: String,
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
    ...searchPaths,
  },
  { collection: 'workers', strict: 'throw', versionKey: false },
);
export const workerSecrets = encryptedFields(schema, {
  citizenId: { kind: 'citizenId', blindIndex: 'unique' },
  phone: { kind: 'phone', blindIndex: true },
  bankCard: { kind: 'bankCard', blindIndex: true },
});

schema.index({ areaCode: 1, _id: 1 });
schema.index({ name: 1, _id: 1 });
schema.index({ createdAt: -1, _id: -1 });
schema.index({ mergedIntoId: 1 }, { sparse: true });
schema.index({ grams: 1 });

export const Workers = mongoose.model('workers', schema);

/** Lean documents are what the schema wrote, so they are WorkerRecords. */
const asRecord = (doc: unknown): WorkerRecord | null => doc as WorkerRecord | null;

export type Secrets = { [S in WorkerSecret]?: string | undefined };

export async function insertWorker(
  person: { name: string; areaCode: string; createdAt: Date },
  secrets: Secrets,
): Promise<WorkerRecord> {
  const _id = new mongoose.Types.ObjectId();
  const sealed = workerSecrets.sealFields(_id, secrets);
  const found = searchFields({ persons: [person.name] });
  const content = { _id, ...person, state: 'active' as const, ...sealed, ...found, version: 1 };
  // Two at once with one citizen id: the loser runs again and meets the winner's record.
  const [made] = await Workers.create([content]).catch(retryWhenTaken);
  return made?.toObject() as unknown as WorkerRecord; // what the schema has just written
}

export const findWorker = async (id: string): Promise<WorkerRecord | null> =>
  asRecord(await Workers.findById(id).lean());

/** The worker, when he lies within what this reader may see. */
export async function findWorkerWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<WorkerRecord | null> {
  return asRecord(await Workers.findOne({ $and: [{ _id: id }, limits] }).lean());
}

/** One citizen id is one person (index citizenIdIndex). */
export async function findByCitizenId(citizenId: string): Promise<WorkerRecord | null> {
  return asRecord(await Workers.findOne(workerSecrets.where('citizenId', citizenId)).lean());
}

/** A phone may be passed around a dormitory: only with the name it tells who (index phoneIndex). */
export async function findByPhoneAndName(phone: string, name: string): Promise<WorkerRecord | null> {
  const who = { ...workerSecrets.where('phone', phone), name, state: 'active' as const };
  return asRecord(await Workers.findOne(who).sort({ _id: 1 }).lean());
}

/** Everybody on record with this phone, of merged records the one that stands for the person (index phoneIndex). */
export async function findWorkersOfPhone(phone: string): Promise<{ id: string; name: string }[]> {
  const found = await Workers.find(workerSecrets.where('phone', phone), { name: 1, mergedIntoId: 1 })
    .limit(50)
    .lean();
  return found.map(({ _id, name, mergedIntoId }) => ({ id: mergedIntoId ?? String(_id), name }));
}

/** Changes the worker if the record still has this version; null when somebody was faster. */
export async function changeWorker(
  id: unknown,
  version: number,
  { set, unset }: { set: Record<string, unknown>; unset?: Record<string, 1> },
): Promise<WorkerRecord | null> {
  const update = {
    $set: set,
    ...(unset !== undefined && Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after' } as const;
  const change = Workers.findOneAndUpdate({ _id: id, version }, update, options).lean().exec();
  return asRecord(await change.catch(retryWhenTaken));
}

/** What was merged into the one is from now on merged into the other (index mergedIntoId). */
export async function repointMerged(fromId: string, intoId: string): Promise<void> {
  await Workers.updateMany({ mergedIntoId: fromId }, { $set: { mergedIntoId: intoId } });
}

/** Who stands for the person behind each of these blind indexes (index citizenIdIndex). */
export async function findByCitizenIndexes(indexes: readonly string[]): Promise<Map<string, string>> {
  const found = await Workers.find(
    { citizenIdIndex: { $in: [...indexes] } },
    { citizenIdIndex: 1, mergedIntoId: 1 },
  ).lean();
  const rows = found as unknown as (WorkerRecord & { citizenIdIndex: string })[]; // with the fields asked for
  return new Map(rows.map((one) => [one.citizenIdIndex, one.mergedIntoId ?? String(one._id)]));
}

/** Many new records in one write; their ids in the same order. */
export async function insertWorkers(
  people: readonly (Secrets & { name: string; areaCode: string })[],
  createdAt: Date,
): Promise<string[]> {
  if (people.length === 0) return [];
  const documents = people.map(({ name, areaCode, citizenId, phone }) => {
    const _id = new mongoose.Types.ObjectId();
    const sealed = workerSecrets.sealFields(_id, { citizenId, phone });
    const plain = { name, areaCode, state: 'active' as const, createdAt, version: 1 };
    return { _id, ...plain, ...sealed, ...searchFields({ persons: [name] }) };
  });
  // Two at once with one citizen id: the loser runs again and meets the winner's record.
  await Workers.insertMany(documents, { lean: true }).catch(retryWhenTaken);
  return documents.map(({ _id }) => String(_id));
}

/** Of these phones those on a record that has no citizen id yet, as blind indexes (index phoneIndex). */
export async function findPhonesWithoutCitizenId(phones: readonly string[]): Promise<Set<string>> {
  const indexes = phones.map((phone) => String(workerSecrets.where('phone', phone)['phoneIndex']));
  const lacking = { citizenIdIndex: { $exists: false }, state: 'active' as const };
  const found = await Workers.find({ phoneIndex: { $in: indexes }, ...lacking }, { phoneIndex: 1 }).lean();
  return new Set((found as unknown as { phoneIndex: string }[]).map(({ phoneIndex }) => phoneIndex)); // the field asked for
}
