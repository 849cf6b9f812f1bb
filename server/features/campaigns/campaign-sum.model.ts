import mongoose from 'mongoose';
import type { Cell } from '../../core/campaigns/double-zero.ts';
import { areaRange } from '../../platform/area-limit.ts';

/** What a campaign counts in one town: what the board adds up, however many cases there are. */
export interface CampaignSum {
  areaCode: string;
  cells: Cell[];
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    _id: text,
    campaignId: text,
    areaCode: text,
    cells: { type: [mongoose.Schema.Types.Mixed], required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ campaignId: 1, areaCode: 1 });
const CampaignSums = mongoose.model('campaignSums', schema, 'campaignSums');

/** Puts these in the place of all others of the campaign, in the caller's transaction. */
export async function replaceSums(campaignId: string, sums: readonly CampaignSum[]): Promise<void> {
  await CampaignSums.deleteMany({ campaignId });
  await CampaignSums.insertMany(
    sums.map(({ areaCode, cells }) => ({ _id: `${campaignId}:${areaCode}`, campaignId, areaCode, cells })),
    { lean: true },
  );
}

/** Index: campaignId+areaCode. */
export const findSums = (campaignId: string, areaCode: string): Promise<CampaignSum[]> =>
  CampaignSums.find({ campaignId, areaCode: areaRange(areaCode) }, { areaCode: 1, cells: 1 })
    .lean<CampaignSum[]>()
    .exec();
