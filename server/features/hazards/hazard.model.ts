import mongoose from 'mongoose';
import type { HazardLevel } from '../../core/hazards/hazard-table.ts';
import { HAZARD_LEVELS } from '../../core/hazards/hazard-table.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';

export interface HazardRecord extends LifeRecord {
  /** With whom it lies, or lay when it ended. */
  level: HazardLevel;
  projectId?: string;
  projectName?: string;
  complaintId?: string;
}

const schema = new mongoose.Schema(
  {
    ...lifeFields,
    level: { type: String, enum: HAZARD_LEVELS, required: true },
    ...{ projectId: String, projectName: String, complaintId: String },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ openedOn: 1, _id: 1 });
schema.index({ areaCode: 1, openedOn: 1 });
schema.index({ projectId: 1, openedOn: 1 }, { sparse: true });
export const Hazards = mongoose.model('hazards', schema, 'hazards');

export async function repointHazards(fromId: string, intoId: string): Promise<void> {
  await Hazards.updateMany({ projectId: fromId }, { $set: { projectId: intoId }, $inc: { version: 1 } });
}

interface CountRow {
  _id: { areaCode: string; state: string; level: HazardLevel };
  count: number;
  paidFen: number;
}

/** How many were reported where and how they stand, with what was paid (index areaCode, openedOn). */
export function countHazards(limits: Record<string, unknown>): Promise<CountRow[]> {
  return Hazards.aggregate<CountRow>([
    { $match: limits },
    {
      $group: {
        _id: { areaCode: '$areaCode', state: '$state', level: '$level' },
        count: { $sum: 1 },
        paidFen: { $sum: '$facts.paidFen' },
      },
    },
  ]);
}
