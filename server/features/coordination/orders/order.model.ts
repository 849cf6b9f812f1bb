import mongoose from 'mongoose';
import type { AboutRef, Milestone } from '../../../core/contract/coordination.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../../platform/lives/index.ts';
import { lifeFields } from '../../../platform/lives/index.ts';
import { aboutSchema, sentBySchema } from '../about.ts';
import type { SentBy } from '../coordination-reach.ts';

export interface OrderRecord extends LifeRecord {
  title: string;
  about?: AboutRef;
  responsibleUnit: string;
  departmentCode?: string;
  sentBy: SentBy;
  milestones: Milestone[];
  /** Stands on the public list since this day, until it is lifted. */
  listedOn?: PlainDate;
}

const milestone = new mongoose.Schema<Milestone>(
  { name: { type: String, required: true }, dueOn: { type: String, required: true }, doneOn: String },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    title: { type: String, required: true },
    about: aboutSchema,
    responsibleUnit: { type: String, required: true },
    departmentCode: String,
    sentBy: { type: sentBySchema, required: true },
    milestones: { type: [milestone], default: [] },
    listedOn: String,
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ areaCode: 1, nextDueOn: 1 });
schema.index({ departmentCode: 1, nextDueOn: 1 });
schema.index({ nextDueOn: 1, _id: 1 });
schema.index({ openedOn: 1, _id: 1 });
schema.index({ isOpen: 1, listedOn: 1 });
export const SupervisionOrders = mongoose.model('supervisionOrders', schema, 'supervisionOrders');

export const findOrder = (filter: Record<string, unknown>): Promise<OrderRecord | null> =>
  SupervisionOrders.findOne(filter).lean<OrderRecord>().exec();

/** Those that everybody may read of, the longest listed first (index isOpen+listedOn). */
export const findListed = (limit: number): Promise<OrderRecord[]> =>
  SupervisionOrders.find({ isOpen: true, listedOn: { $gte: '' } })
    .sort({ listedOn: 1 })
    .limit(limit)
    .lean<OrderRecord[]>()
    .exec();
