import { deflateRawSync, inflateRawSync } from 'node:zlib';
import mongoose from 'mongoose';
import type { RuleSettings } from '../../core/alerts/evaluation.ts';
import type { ProjectFacts } from '../../core/alerts/facts.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { changeMany } from '../../platform/write-many.ts';

/** What was known of a project from one look until the next that found something else. */
interface SnapshotRecord {
  _id: mongoose.Types.ObjectId;
  projectId: string;
  day: PlainDate;
  hash: string;
  settingsHash: string;
  /** The facts as deflated JSON. */
  bytes: Buffer;
}

/** The numbers, levels and calendar a look went by. */
export interface LookSettings {
  rules: RuleSettings;
  calendar: Calendar;
}

const text = { type: String, required: true } as const;
const snapshots = new mongoose.Schema(
  { projectId: text, day: text, hash: text, settingsHash: text, bytes: { type: Buffer, required: true } },
  { collection: 'alertFacts', strict: 'throw', versionKey: false },
);
snapshots.index({ projectId: 1, day: 1 }, { unique: true });
const Snapshots = mongoose.model('alertFacts', snapshots);

const settings = new mongoose.Schema(
  { _id: text, bytes: { type: Buffer, required: true } },
  { collection: 'alertSettings', strict: 'throw', versionKey: false },
);
const Settings = mongoose.model('alertSettings', settings);

const packed = (json: string): Buffer => deflateRawSync(json, { level: 1 });
const unpacked = (bytes: unknown): unknown => {
  // lean() answers the driver's Binary, a hydrated document a Buffer
  const raw = Buffer.isBuffer(bytes) ? bytes : (bytes as mongoose.mongo.Binary).buffer;
  return JSON.parse(inflateRawSync(raw).toString('utf8'));
};

export interface NewSnapshot {
  /** By which it is found, unless one of the same day stood there already and keeps its own. */
  id: mongoose.Types.ObjectId;
  projectId: string;
  day: PlainDate;
  hash: string;
  settingsHash: string;
  /** The facts. */
  json: string;
}

/** Keeps what was known, in the caller's transaction; a second look on the same day replaces the first. */
export async function writeSnapshots(taken: readonly NewSnapshot[]): Promise<void> {
  await changeMany(
    Snapshots,
    taken.map(({ id, projectId, day, hash, settingsHash, json }) => ({
      filter: { projectId, day },
      update: { $set: { hash, settingsHash, bytes: packed(json) }, $setOnInsert: { _id: id } },
      upsert: true,
    })),
  );
}

/** The facts kept under these ids, each with its hash. */
export async function findFacts(
  ids: readonly mongoose.Types.ObjectId[],
): Promise<Map<string, { hash: string; facts: ProjectFacts }>> {
  if (ids.length === 0) return new Map();
  const found = await Snapshots.find({ _id: { $in: [...ids] } }, { hash: 1, bytes: 1 }).lean();
  return new Map(
    found.map(({ _id, hash, bytes }) => [
      String(_id),
      { hash, facts: unpacked(bytes) as ProjectFacts }, // written from one
    ]),
  );
}

const kept = new WeakSet<LookSettings>();

/** Keeps the settings under their hash; the same ones are kept once, and those of one night are written once. */
export async function keepSettings(hash: string, look: LookSettings): Promise<void> {
  if (kept.has(look)) return;
  await Settings.updateOne(
    { _id: hash },
    { $setOnInsert: { bytes: packed(JSON.stringify(look)) } },
    { upsert: true },
  );
  kept.add(look);
}

export interface KnownThen {
  day: PlainDate;
  hash: string;
  facts: ProjectFacts;
  settings: LookSettings;
}

/** What was known of a project on a day, and by which numbers it was judged; null before its first look (index projectId+day). */
export async function findKnown(projectId: string, day: PlainDate): Promise<KnownThen | null> {
  const found: unknown = await Snapshots.findOne({ projectId, day: { $lte: day } })
    .sort({ day: -1 })
    .lean();
  const taken = found as SnapshotRecord | null; // lean documents are what the schema wrote
  if (taken === null) return null;
  const went = await findSettings(taken.settingsHash);
  if (went === null) return null;
  return {
    day: taken.day,
    hash: taken.hash,
    facts: unpacked(taken.bytes) as ProjectFacts, // written from one
    settings: went,
  };
}

/** Of an area and its parts there are some dozens in a year, of which a question about a thousand projects asks a few. */
const MOST_REMEMBERED = 50;
const remembered = new Map<string, LookSettings>();

/** What lies under a hash is what it is the hash of: it is read and unpacked once, and never changes. */
export async function findSettings(hash: string): Promise<LookSettings | null> {
  const known = remembered.get(hash);
  if (known !== undefined) return known;
  const went = await Settings.findById(hash).lean();
  if (went === null) return null;
  const settings = unpacked(went.bytes) as LookSettings; // written from one
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(hash, settings);
  return settings;
}
