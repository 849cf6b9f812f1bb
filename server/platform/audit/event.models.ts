import mongoose, { Schema } from 'mongoose';
import type { Types } from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { insertOnly } from './insert-only.ts';

const required = true;
const options = (collection: string) => ({
  collection,
  versionKey: false as const,
  strict: 'throw' as const,
});
const FORMS = {
  subject: /^[A-Za-z]{1,40}:[\w.:-]{1,120}$/u,
  areaCode: /^\d{2,12}$/u,
  actor: /^.{1,120}$/su,
  action: /^[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+$/u,
} as const;
const HASH = { type: String, required, match: /^[0-9a-f]{64}$/u };
const AREA_CODE = { type: String, required, match: FORMS.areaCode };
const DAY = { type: String, required, match: /^\d{4}-\d{2}-\d{2}$/u };
const COUNT = { type: Number, required, min: 1 };

export interface EventDoc {
  _id: Types.ObjectId;
  subject: string;
  seq: number;
  areaCode: string;
  day: PlainDate;
  at: Date;
  actor: string;
  action: string;
  facts: Record<string, unknown>;
  prevHash: string;
  hash: string;
}
const events = new Schema<EventDoc>(
  {
    subject: { type: String, required, match: FORMS.subject },
    seq: COUNT,
    areaCode: AREA_CODE,
    day: DAY,
    at: { type: Date, required },
    actor: { type: String, required, match: FORMS.actor },
    action: { type: String, required, match: FORMS.action },
    facts: { type: Schema.Types.Mixed, required },
    prevHash: HASH,
    hash: HASH,
  },
  { ...options('events'), minimize: false },
);
events.index({ subject: 1, seq: 1 }, { unique: true });
events.index({ at: -1, _id: -1 });
events.index({ areaCode: 1, day: 1, _id: 1 });
insertOnly(events);
export const Events = mongoose.model('events', events);

/** What of an event comes from those who append it, held against the same forms as the schema's. */
export function checkForm(event: Pick<EventDoc, keyof typeof FORMS>): void {
  for (const [field, form] of Object.entries(FORMS))
    if (!form.test(event[field as keyof typeof FORMS])) throw new TypeError(`An event has no valid ${field}`); // its own keys
}

/** An event that waits for its place in the chain of its area and day; gone once it is sealed. */
export interface QueuedEvent {
  _id: Types.ObjectId;
  areaCode: string;
  day: PlainDate;
  at: Date;
  hash: string;
}
const queue = new Schema<QueuedEvent>(
  { areaCode: AREA_CODE, day: DAY, at: { type: Date, required }, hash: HASH },
  options('eventQueue'),
);
queue.index({ at: 1, _id: 1 });
export const EventQueue = mongoose.model('eventQueue', queue);

/** One link of an area's chain of one day. */
export interface EventSeal {
  _id: Types.ObjectId;
  areaCode: string;
  day: PlainDate;
  seq: number;
  eventId: Types.ObjectId;
  eventHash: string;
  prevHash: string;
  hash: string;
}
const seals = new Schema<EventSeal>(
  {
    areaCode: AREA_CODE,
    day: DAY,
    seq: COUNT,
    eventId: { type: Schema.Types.ObjectId, required },
    eventHash: HASH,
    prevHash: HASH,
    hash: HASH,
  },
  options('eventSeals'),
);
seals.index({ day: 1, areaCode: 1, seq: 1 }, { unique: true });
// Not unique, or a cluster could not be sharded by day: that an event is sealed once is the sealer's doing (one commits
// at a time, and takes it out of the queue with it), and verify-chain's to prove.
seals.index({ eventId: 1, _id: 1 });
insertOnly(seals);
export const EventSeals = mongoose.model('eventSeals', seals);

/** How far an area's chain of one day has come; `_id` is `<day>|<areaCode>`. */
export interface AreaDay {
  _id: string;
  areaCode: string;
  day: PlainDate;
  events: number;
  lastHash: string;
}
const areaDays = new Schema<AreaDay>(
  { _id: { type: String, required }, areaCode: AREA_CODE, day: DAY, events: COUNT, lastHash: HASH },
  options('eventDays'),
);
areaDays.index({ day: 1, areaCode: 1 });
areaDays.index({ areaCode: 1, day: 1 });
export const AreaDays = mongoose.model('eventDays', areaDays);

/** The one document that every sealer and signer writes first, so that two of them can never both go on. */
export interface SealerHead {
  _id: 'sealer';
  version: number;
  /** The last signed day: what comes later for it is linked into the day after. */
  closedThrough?: PlainDate;
}
const head = new Schema<SealerHead>(
  {
    _id: { type: String, required },
    version: { type: Number, required },
    closedThrough: { ...DAY, required: false },
  },
  options('eventHead'),
);
export const SealerHeads = mongoose.model('eventHead', head);

/** The signed root of one day; `_id` is the day. */
export interface DailyRoot {
  _id: PlainDate;
  areas: { areaCode: string; events: number; lastHash: string }[];
  rootHash: string;
  previousRootHash: string;
  signature: string;
  keyId: string;
  signedAt: Date;
}
const roots = new Schema<DailyRoot>(
  {
    _id: DAY,
    areas: [{ _id: false, areaCode: AREA_CODE, events: COUNT, lastHash: HASH }],
    rootHash: HASH,
    previousRootHash: HASH,
    signature: { type: String, required },
    keyId: { type: String, required, match: /^[0-9a-f]{16}$/u },
    signedAt: { type: Date, required },
  },
  options('eventRoots'),
);
insertOnly(roots);
export const DailyRoots = mongoose.model('eventRoots', roots);

/** Every public key that ever signed a root, so that old roots can be checked after a change of keys. */
export interface EventKey {
  _id: string;
  publicKeyPem: string;
  since: Date;
}
const keys = new Schema<EventKey>(
  {
    _id: { type: String, required, match: /^[0-9a-f]{16}$/u },
    publicKeyPem: { type: String, required },
    since: { type: Date, required },
  },
  options('eventKeys'),
);
insertOnly(keys);
export const EventKeys = mongoose.model('eventKeys', keys);
