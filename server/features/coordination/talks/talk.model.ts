import mongoose from 'mongoose';
import type { AboutRef } from '../../../core/contract/coordination.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../../platform/lives/index.ts';
import { lifeFields } from '../../../platform/lives/index.ts';
import { aboutSchema, sentBySchema } from '../about.ts';
import type { SentBy } from '../coordination-reach.ts';

export interface TalkRecord extends LifeRecord {
  unitName: string;
  about?: AboutRef;
  sentBy: SentBy;
  /** As in the facts, where the list can be sorted by it. */
  plannedOn?: PlainDate;
}

const schema = new mongoose.Schema(
  {
    ...lifeFields,
    unitName: { type: String, required: true },
    about: aboutSchema,
    sentBy: { type: sentBySchema, required: true },
    plannedOn: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ areaCode: 1, plannedOn: 1 });
schema.index({ plannedOn: 1, _id: 1 });
schema.index({ openedOn: 1, _id: 1 });
export const FormalTalks = mongoose.model('formalTalks', schema, 'formalTalks');

export const findTalk = (filter: Record<string, unknown>): Promise<TalkRecord | null> =>
  FormalTalks.findOne(filter).lean<TalkRecord>().exec();
