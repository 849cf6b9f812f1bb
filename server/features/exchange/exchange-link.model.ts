import mongoose from 'mongoose';
import { retryWhenTaken } from '../../platform/audit/index.ts';

/** Under which number another register knows a project that was taken over from it, for one office. */
export interface ExchangeLink {
  office: string;
  projectCode: string;
  projectId: string;
  /** Building licences as they came; the permit on record, with its day, takes their place. */
  licences: { prjName: string; builderLicenseNum: string }[];
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema(
  {
    ...{ office: text, projectCode: text, projectId: text },
    licences: {
      type: [
        new mongoose.Schema({ prjName: text, builderLicenseNum: text }, { _id: false, strict: 'throw' }),
      ],
      required: true,
    },
  },
  { collection: 'exchangeLinks', strict: 'throw', versionKey: false },
);
schema.index({ office: 1, projectCode: 1 }, { unique: true });
schema.index({ projectId: 1 });

const ExchangeLinks = mongoose.model('exchangeLinks', schema);

export async function findLink(office: string, projectCode: string): Promise<ExchangeLink | null> {
  const found: unknown = await ExchangeLinks.findOne({ office, projectCode }).lean();
  return found as ExchangeLink | null; // a lean document of this model
}

export async function findLinkOf(projectId: string): Promise<ExchangeLink | null> {
  const found: unknown = await ExchangeLinks.findOne({ projectId }).lean();
  return found as ExchangeLink | null; // a lean document of this model
}

export async function insertLink(link: ExchangeLink): Promise<void> {
  await ExchangeLinks.create([link]).catch(retryWhenTaken);
}
