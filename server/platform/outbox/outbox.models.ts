import mongoose, { Schema } from 'mongoose';
import type { Types } from 'mongoose';
import type { Locale } from '../../core/contract/accounts.ts';
import type { OutboxChannel, OutboxState } from '../../core/contract/operations.ts';
import { OUTBOX_CHANNELS, OUTBOX_STATES } from '../../core/contract/operations.ts';
import type { Sealed } from '../crypto/index.ts';
import { encryptedFields } from '../crypto/index.ts';

const required = true;
const options = (collection: string) => ({
  collection,
  versionKey: false as const,
  strict: 'throw' as const,
});

export interface OutboxDoc {
  _id: Types.ObjectId;
  key: string;
  messageId: string;
  channel: OutboxChannel;
  template: string;
  subject: string;
  toMasked: string;
  userId?: string;
  locale?: Locale;
  areaCode: string;
  urgent: boolean;
  state: OutboxState;
  attempts: number;
  /** Grows with each retry by hand. */
  round: number;
  createdAt: Date;
  notBefore: Date;
  /** When the next claim may be made: the time to send, or the end of the lease. Only while waiting or sending. */
  dueAt?: Date;
  leaseId?: string;
  sentAt?: Date;
  /** When it was ended unsent, because no text messages are sent here. */
  endedAt?: Date;
  lastError?: string;
  /** Address, words' data and link, sealed; removed once it is sent, because codes and links live here. */
  payload?: Sealed;
}
const outbox = new Schema<OutboxDoc>(
  {
    key: { type: String, required, maxlength: 200 },
    messageId: { type: String, required },
    channel: { type: String, required, enum: OUTBOX_CHANNELS },
    template: { type: String, required },
    subject: { type: String, required },
    toMasked: { type: String, required },
    userId: String,
    locale: String,
    areaCode: { type: String, required },
    urgent: { type: Boolean, required },
    state: { type: String, required, enum: OUTBOX_STATES },
    attempts: { type: Number, required },
    round: { type: Number, required },
    createdAt: { type: Date, required },
    notBefore: { type: Date, required },
    dueAt: Date,
    leaseId: String,
    sentAt: Date,
    endedAt: Date,
    lastError: String,
  },
  options('outbox'),
);
export const outboxSecrets = encryptedFields(outbox, { payload: { kind: 'text' } });
outbox.index({ key: 1 }, { unique: true });
outbox.index({ dueAt: 1, _id: 1 }, { sparse: true });
// Each channel has a line of its own; what was sent or given up stands in none.
outbox.index({ channel: 1, dueAt: 1, _id: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
outbox.index({ state: 1, createdAt: -1, _id: -1 });
outbox.index({ createdAt: -1, _id: -1 });
outbox.index({ areaCode: 1, state: 1 });
// What was sent, or nobody can send, is looked up for half a year and then forgotten; what failed stays until somebody acts.
outbox.index({ sentAt: 1 }, { expireAfterSeconds: 180 * 86_400 });
outbox.index({ endedAt: 1 }, { sparse: true, expireAfterSeconds: 180 * 86_400 });
export const Outbox = mongoose.model('outbox', outbox);

/** One line behind a person's bell; `_id` is the id of the outbox row, so a repeated delivery changes nothing. */
export interface BellDoc {
  _id: Types.ObjectId;
  userId: string;
  template: string;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
  link?: string;
  at: Date;
  /** null while unread. */
  readAt: Date | null;
}
const inBothLanguages = { zh: { type: String, required }, en: { type: String, required } };
const bell = new Schema<BellDoc>(
  {
    userId: { type: String, required },
    template: { type: String, required },
    title: inBothLanguages,
    text: inBothLanguages,
    link: String,
    at: { type: Date, required },
    readAt: { type: Date, default: null },
  },
  options('bellItems'),
);
bell.index({ userId: 1, at: -1, _id: -1 });
bell.index({ userId: 1, readAt: 1, at: -1, _id: -1 });
// Unread lines have no date here and stay.
bell.index({ readAt: 1 }, { expireAfterSeconds: 90 * 86_400 });
export const BellItems = mongoose.model('bellItems', bell);

/** What would have been sent, in the clear: written in demo mode only, gone after a day. */
export interface DemoDoc {
  _id: string;
  channel: 'sms' | 'mail';
  to: string;
  subject?: string;
  text: string;
  at: Date;
  expiresAt: Date;
}
const demo = new Schema<DemoDoc>(
  {
    _id: { type: String, required },
    channel: { type: String, required, enum: ['sms', 'mail'] },
    to: { type: String, required },
    subject: String,
    text: { type: String, required },
    at: { type: Date, required },
    expiresAt: { type: Date, required },
  },
  options('demoMessages'),
);
demo.index({ to: 1, at: -1 });
demo.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const DemoMessages = mongoose.model('demoMessages', demo);
