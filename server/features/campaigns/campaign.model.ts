import mongoose from 'mongoose';
import type { CampaignWindow } from '../../core/law/winter-campaign.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';

export interface CampaignRecord extends LifeRecord, CampaignWindow {
  /** When its cases were last added up; no edit of the campaign. */
  countedAt?: Date;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  { ...lifeFields, startsOn: text, publicBy: text, othersBy: text, countedAt: Date },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ startsOn: 1, _id: 1 });
schema.index({ areaCode: 1, startsOn: 1 });
schema.index({ isOpen: 1 });
export const Campaigns = mongoose.model('campaigns', schema, 'campaigns');

/** Those whose cases are still counted (index isOpen). */
export const findRunning = (): Promise<CampaignRecord[]> =>
  Campaigns.find({ isOpen: true }).lean<CampaignRecord[]>().exec();

export async function markCounted({ _id }: Pick<CampaignRecord, '_id'>, at: Date): Promise<void> {
  await Campaigns.updateOne({ _id }, { $set: { countedAt: at } });
}
