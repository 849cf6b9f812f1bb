import mongoose from 'mongoose';
import type { PlainDate } from '../../../core/kit/plain-date.ts';

/** How far the nightly look has come, one record. */
export interface ScanState {
  /** The newest day every project was looked at for. */
  lastDay: PlainDate;
  /** The settings of each area at that look. */
  settings: Record<string, string>;
}

const ONE = 'nightly';
const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    lastDay: { type: String, required: true },
    settings: { type: mongoose.Schema.Types.Mixed, required: true },
  },
  { collection: 'alertScans', strict: 'throw', versionKey: false, minimize: false },
);
const Scans = mongoose.model('alertScans', schema);

export async function findScanState(): Promise<ScanState | null> {
  const found = await Scans.findById(ONE).lean();
  return found as ScanState | null; // lean documents are what the schema wrote
}

export async function writeScanState(state: ScanState): Promise<void> {
  await Scans.updateOne({ _id: ONE }, { $set: { ...state } }, { upsert: true });
}

/** The newest day all projects were looked at for; null before the first look. */
export const lastScanOn = async (): Promise<PlainDate | null> => (await findScanState())?.lastDay ?? null;
