import mongoose from 'mongoose';
import type { PlainDate } from '../../../core/kit/plain-date.ts';

/** How far the nightly look has come, one record. */
export interface ScanState {
  /** The newest day every project was looked at for. */
  lastDay?: PlainDate;
  /** The day for which was noted last which projects have to be looked at. */
  markedOn?: PlainDate;
  /** By area: the settings its cards were judged by. */
  settings: Record<string, string>;
  /** Every area with a card stands among them: it is noted with its first card. */
  holdsAreas?: true;
  /** What other projects were told of each company in arrears then. */
  late: Record<string, string>;
}

const ONE = 'nightly';
const { Mixed } = mongoose.Schema.Types;
const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    ...{ lastDay: String, markedOn: String, holdsAreas: Boolean },
    ...{ settings: { type: Mixed, required: true }, late: { type: Mixed, required: true } },
  },
  { collection: 'alertScans', strict: 'throw', versionKey: false, minimize: false },
);
const Scans = mongoose.model('alertScans', schema);

/** Nothing is known before the first look. */
export async function findScanState(): Promise<ScanState> {
  const found: unknown = await Scans.findById(ONE).lean();
  return (found as ScanState | null) ?? { settings: {}, late: {} }; // lean documents are what the schema wrote
}

export async function writeScanState(state: Partial<ScanState>): Promise<void> {
  await Scans.updateOne({ _id: ONE }, { $set: { ...state } }, { upsert: true });
}

/** These areas have their first card; in the transaction that writes it. */
export async function noteAreas(hashes: Record<string, string>): Promise<void> {
  const set = Object.fromEntries(Object.entries(hashes).map(([area, hash]) => [`settings.${area}`, hash]));
  if (Object.keys(set).length > 0) await Scans.updateOne({ _id: ONE }, { $set: set }, { upsert: true });
}

/** The newest day all projects were looked at for; null before the first look. */
export const lastScanOn = async (): Promise<PlainDate | null> => (await findScanState()).lastDay ?? null;
