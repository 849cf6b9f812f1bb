import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { DeliveryState, WebhookBody } from '../../core/contract/webhooks.ts';
import { DELIVERY_STATES } from '../../core/contract/webhooks.ts';
import { leaseEnd, whileHeld } from '../../platform/while-held.ts';

export interface DeliveryRecord {
  /** '<webhook>-<event>': what is queued twice is one. */
  _id: string;
  webhookId: string;
  areaCode: string;
  body: WebhookBody;
  state: DeliveryState;
  attempts: number;
  createdAt: Date;
  /** From when a day of tries is counted: when it was queued, or sent again by hand. */
  firstAt: Date;
  /** When the next claim may be made: the time to send, or the end of the lease. Only while waiting or sending. */
  dueAt?: Date;
  leaseId?: string;
  sentAt?: Date;
  status?: number;
  answer?: string;
  lastError?: string;
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;
const schema = new mongoose.Schema<DeliveryRecord>(
  {
    _id: text,
    webhookId: text,
    areaCode: text,
    body: { type: mongoose.Schema.Types.Mixed, required: true },
    state: { ...text, enum: DELIVERY_STATES },
    attempts: { type: Number, required: true },
    createdAt: moment,
    firstAt: moment,
    dueAt: Date,
    leaseId: String,
    sentAt: Date,
    status: Number,
    answer: { type: String, maxlength: 200 },
    lastError: { type: String, maxlength: 300 },
  },
  { collection: 'webhookDeliveries', strict: 'throw', versionKey: false },
);
schema.index({ dueAt: 1, _id: 1 }, { sparse: true });
schema.index({ webhookId: 1, createdAt: -1, _id: -1 });
schema.index({ webhookId: 1, state: 1 });
// What arrived is looked up for a quarter of a year; what did not stays until somebody acts.
schema.index({ sentAt: 1 }, { expireAfterSeconds: 90 * 86_400 });
export const Deliveries = mongoose.model('webhookDeliveries', schema);

export const newDelivery = (
  webhook: { id: string; areaCode: string },
  eventId: string,
  body: Omit<WebhookBody, 'delivery'>,
  now: Date,
): DeliveryRecord => {
  const _id = `${webhook.id}-${eventId}`;
  return {
    ...{ _id, webhookId: webhook.id, areaCode: webhook.areaCode, body: { delivery: _id, ...body } },
    ...{ state: 'waiting', attempts: 0, createdAt: now, firstAt: now, dueAt: now },
  };
};

/** Whoever has a delivery in hand says so three times a lease; once he has gone silent another worker takes it over. */
const LEASE_MS = 12_000;
/** A try that never ends is given to another worker as well. */
const LONGEST_MS = 60_000;
export type Claim = DeliveryRecord & { leaseId: string };

/** Takes the longest due delivery, or one whose worker did not come back (index dueAt). */
export async function claimDelivery(at: Date, leaseMs = LEASE_MS): Promise<Claim | null> {
  const leaseId = randomUUID();
  const row = await Deliveries.findOneAndUpdate(
    { dueAt: { $lte: at } },
    { $set: { state: 'sending', leaseId, dueAt: leaseEnd(at, leaseMs) }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
  ).lean<DeliveryRecord>();
  return row === null ? null : { ...row, leaseId };
}

/** Keeps a claimed delivery claimed while the try lasts. */
export const whileClaimed = <T>(
  { _id, leaseId }: Claim,
  at: () => Date,
  work: () => Promise<T>,
  leaseMs = LEASE_MS,
): Promise<T> =>
  whileHeld(
    {
      ...{ at, leaseMs, longestMs: LONGEST_MS },
      renew: (dueAt) => Deliveries.updateOne({ _id, leaseId }, { $set: { dueAt } }).exec(),
    },
    work,
  );

export type Tried = Pick<DeliveryRecord, 'status' | 'answer' | 'lastError'>;

/** Notes how a try went, if the lease is still ours: sent, to be tried again at a time, or parked. */
export async function noteTry(
  { _id, leaseId }: Claim,
  tried: Tried,
  then: { sentAt: Date } | { dueAt: Date } | 'parked',
): Promise<boolean> {
  const state: DeliveryState = then === 'parked' ? 'parked' : 'sentAt' in then ? 'sent' : 'waiting';
  const times = then === 'parked' ? {} : then;
  const gone = ['leaseId', 'dueAt', 'status', 'answer', 'lastError'].filter(
    (name) => !(name in tried) && !(name in times),
  );
  const done = await Deliveries.updateOne(
    { _id, leaseId },
    { $set: { state, ...tried, ...times }, $unset: Object.fromEntries(gone.map((name) => [name, 1])) },
  );
  return done.modifiedCount === 1;
}

/** How many are parked, and how the latest went, of each webhook (indexes webhookId+…). */
export async function standingOf(
  webhookId: string,
): Promise<{ parked: number; latest: Pick<DeliveryRecord, 'state' | 'createdAt' | 'sentAt'> | null }> {
  const parked = await Deliveries.countDocuments({ webhookId, state: 'parked' });
  const latest = await Deliveries.findOne({ webhookId }, { state: 1, createdAt: 1, sentAt: 1 })
    .sort({ createdAt: -1, _id: -1 })
    .lean<DeliveryRecord>();
  return { parked, latest };
}
