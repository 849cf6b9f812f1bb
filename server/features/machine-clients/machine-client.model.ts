import mongoose from 'mongoose';
import { LEAD_PLATFORMS } from '../../core/contract/leads.ts';
import type { LeadPlatform } from '../../core/contract/leads.ts';
import { MACHINE_PURPOSES } from '../../core/contract/machine-clients.ts';
import type { MachinePurpose } from '../../core/contract/machine-clients.ts';
import { alsoSealed, open, seal } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { duplicateKeyFields } from '../../platform/db.ts';

export interface MachineClientRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  name: string;
  purposes: MachinePurpose[];
  areaCode: string;
  bankBranchCode?: string;
  projectId?: string;
  leadPlatform?: LeadPlatform;
  state: 'active' | 'ended';
  /** Opened only to check a signature; nobody is shown it again. */
  secret: Sealed;
  lastSeenAt?: Date;
  createdAt: Date;
  createdBy: string;
  endedAt?: Date;
  endedReason?: string;
}

interface NonceRecord {
  /** '<client>:<nonce>' */
  _id: string;
  expiresAt: Date;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<MachineClientRecord>(
  {
    version: { type: Number, required: true },
    name: { ...text, maxlength: 60 },
    purposes: { type: [{ type: String, enum: MACHINE_PURPOSES }], required: true },
    areaCode: text,
    bankBranchCode: { type: String, maxlength: 40 },
    projectId: { type: String, match: /^[0-9a-f]{24}$/ },
    leadPlatform: { type: String, enum: LEAD_PLATFORMS },
    state: { ...text, enum: ['active', 'ended'] },
    secret: { type: { keyId: String, box: String }, required: true, _id: false },
    lastSeenAt: Date,
    createdAt: { type: Date, required: true },
    createdBy: text,
    endedAt: Date,
    endedReason: { type: String, maxlength: 200 },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, _id: -1 });

const nonceSchema = new mongoose.Schema<NonceRecord>(
  { _id: text, expiresAt: { type: Date, required: true } },
  { strict: 'throw', versionKey: false },
);
nonceSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const MachineClients = mongoose.model('machineClients', schema, 'machineClients');
const Nonces = mongoose.model('machineNonces', nonceSchema, 'machineNonces');

alsoSealed('machineClients', 'secret');

type Filter = Record<string, unknown>;
export type NewClient = Omit<MachineClientRecord, '_id' | 'secret' | 'version' | 'state'>;

const place = (id: mongoose.Types.ObjectId) => ({
  collection: 'machineClients',
  field: 'secret',
  id: String(id),
});

export async function insertClient(client: NewClient, secret: string): Promise<MachineClientRecord> {
  const _id = new mongoose.Types.ObjectId();
  const sealed = seal(secret, place(_id));
  const record: MachineClientRecord = { ...client, _id, version: 1, state: 'active', secret: sealed };
  await MachineClients.create(record);
  return record;
}

export const findActiveClient = (id: string): Promise<MachineClientRecord | null> =>
  MachineClients.findOne({ _id: id, state: 'active' }).lean().exec();

export const secretOf = (client: MachineClientRecord): string => open(client.secret, place(client._id));

export const findClient = (id: string, limits: Filter): Promise<MachineClientRecord | null> =>
  MachineClients.findOne({ $and: [{ _id: id }, limits] })
    .lean()
    .exec();

/** Null when it was ended or changed meanwhile. */
export const endClient = (
  id: mongoose.Types.ObjectId,
  version: number,
  ended: { at: Date; reason: string },
): Promise<MachineClientRecord | null> =>
  MachineClients.findOneAndUpdate(
    { _id: id, state: 'active', version },
    { $set: { state: 'ended', endedAt: ended.at, endedReason: ended.reason, version: version + 1 } },
    { returnDocument: 'after' },
  )
    .lean()
    .exec();

export async function markSeen(id: mongoose.Types.ObjectId, at: Date): Promise<void> {
  await MachineClients.updateOne({ _id: id }, { $set: { lastSeenAt: at } });
}

/** False when this client used the nonce before. */
export async function takeNonce(clientId: string, nonce: string, expiresAt: Date): Promise<boolean> {
  try {
    await Nonces.create({ _id: `${clientId}:${nonce}`, expiresAt });
    return true;
  } catch (error) {
    if (duplicateKeyFields(error) === null) throw error;
    return false;
  }
}
