import mongoose from 'mongoose';
import type { WebhookEvent, WebhookState } from '../../core/contract/webhooks.ts';
import { WEBHOOK_EVENTS, WEBHOOK_STATES } from '../../core/contract/webhooks.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { alsoSealed, open, seal } from '../../platform/crypto/index.ts';

export interface WebhookRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  name: string;
  clientId?: string;
  departmentCode?: string;
  areaCode: string;
  url: string;
  events: WebhookEvent[];
  state: WebhookState;
  /** Opened only to sign; nobody is shown it again. */
  secret: Sealed;
  createdAt: Date;
  createdBy: string;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<WebhookRecord>(
  {
    version: { type: Number, required: true },
    name: { ...text, maxlength: 60 },
    clientId: { type: String, match: /^[0-9a-f]{24}$/ },
    departmentCode: { type: String, maxlength: 40 },
    areaCode: text,
    url: { ...text, maxlength: 500 },
    events: { type: [{ type: String, enum: WEBHOOK_EVENTS }], required: true },
    state: { ...text, enum: WEBHOOK_STATES },
    secret: { type: { keyId: String, box: String }, required: true, _id: false },
    createdAt: { type: Date, required: true },
    createdBy: text,
  },
  { collection: 'webhooks', strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, _id: -1 });
schema.index({ state: 1 });
export const Webhooks = mongoose.model('webhooks', schema);

alsoSealed('webhooks', 'secret');

type Id = mongoose.Types.ObjectId;
type Filter = Record<string, unknown>;
const place = (id: Id) => ({ collection: 'webhooks', field: 'secret', id: String(id) });

export type NewWebhook = Omit<WebhookRecord, '_id' | 'version' | 'state' | 'secret'>;

export async function insertWebhook(given: NewWebhook, secret: string): Promise<WebhookRecord> {
  const _id = new mongoose.Types.ObjectId();
  const record: WebhookRecord = { ...given, _id, version: 1, state: 'on', secret: seal(secret, place(_id)) };
  await Webhooks.create(record);
  return record;
}

export const secretOf = ({ _id, secret }: WebhookRecord): string => open(secret, place(_id));

export const findWebhook = (id: string, limits: Filter): Promise<WebhookRecord | null> =>
  Webhooks.findOne({ $and: [{ _id: id }, limits] })
    .lean<WebhookRecord>()
    .exec();

/** Those that are on (index state). */
export const findWebhooksOn = (): Promise<WebhookRecord[]> =>
  Webhooks.find({ state: 'on' }).lean<WebhookRecord[]>().exec();

/** Null when it changed since this version was read. */
export const changeWebhook = (
  id: Id,
  version: number,
  change: { state: WebhookState } | { secret: string },
): Promise<WebhookRecord | null> =>
  Webhooks.findOneAndUpdate(
    { _id: id, version },
    {
      $set: 'state' in change ? change : { secret: seal(change.secret, place(id)) },
      $inc: { version: 1 },
    },
    { returnDocument: 'after' },
  )
    .lean<WebhookRecord>()
    .exec();
