import mongoose from 'mongoose';
import type { IncidentPosition } from '../../core/contract/incidents.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';

export interface IncidentRecord extends LifeRecord {
  /** The most people that were seen. */
  headcount: number;
  isExtreme: boolean;
  projectId?: string;
  projectName?: string;
  /** The company it is about, as far as it is known. */
  companyId?: string;
  companyName?: string;
  position?: IncidentPosition;
  /** The companies for which it was reported: they read their report. Empty for what an office reported. */
  reporterIds: string[];
  complaintId?: string;
  /** The department that supervises the industry of the project: it is told, and reads it. */
  departmentCode?: string;
  /** On record so many days after it happened; absent where it was on record the same day. */
  lateDays?: number;
}

const position = new mongoose.Schema<IncidentPosition>(
  { latitude: { type: Number, required: true }, longitude: { type: Number, required: true } },
  { _id: false, strict: 'throw' },
);
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    headcount: { type: Number, required: true },
    isExtreme: { type: Boolean, required: true },
    ...{ projectId: String, projectName: String, companyId: String, companyName: String },
    position,
    reporterIds: { type: [String], required: true },
    complaintId: String,
    departmentCode: String,
    lateDays: Number,
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ openedOn: 1, _id: 1 });
schema.index({ headcount: 1, _id: 1 });
schema.index({ areaCode: 1, openedOn: 1 });
schema.index({ reporterIds: 1, openedOn: 1 });
schema.index({ projectId: 1, openedOn: 1 }, { sparse: true });
schema.index({ companyId: 1, openedOn: 1 }, { sparse: true });
schema.index({ departmentCode: 1, openedOn: 1 }, { sparse: true });
export const Incidents = mongoose.model('incidents', schema, 'incidents');

export async function repointProject(fromId: string, intoId: string): Promise<void> {
  await Incidents.updateMany({ projectId: fromId }, { $set: { projectId: intoId }, $inc: { version: 1 } });
}

export async function repointCompany(fromId: string, intoId: string): Promise<void> {
  await Incidents.updateMany({ companyId: fromId }, { $set: { companyId: intoId }, $inc: { version: 1 } });
  const theirs = { reporterIds: fromId };
  await Incidents.updateMany(theirs, { $addToSet: { reporterIds: intoId }, $inc: { version: 1 } });
  await Incidents.updateMany(theirs, { $pull: { reporterIds: fromId } });
}

interface CountRow {
  _id: { headcount: number; state: string; isExtreme: boolean };
  count: number;
  paidFen: number;
}

/** How many of which size, and how they stand (index areaCode, openedOn). */
export function countIncidents(limits: Record<string, unknown>): Promise<CountRow[]> {
  return Incidents.aggregate<CountRow>([
    { $match: limits },
    {
      $group: {
        _id: { headcount: '$headcount', state: '$state', isExtreme: '$isExtreme' },
        count: { $sum: 1 },
        paidFen: { $sum: '$facts.paidFen' },
      },
    },
  ]);
}

export interface CausedIncident {
  _id: mongoose.Types.ObjectId;
  companyId: string;
  areaCode: string;
  facts: { happenedOn?: PlainDate };
  closedOn: PlainDate;
}

/** What the review of the office found to be caused by one of these companies (index companyId). */
export async function causedBy(companyIds: readonly string[], day: PlainDate): Promise<CausedIncident[]> {
  if (companyIds.length === 0) return [];
  const found: unknown = await Incidents.find(
    { companyId: { $in: [...companyIds] }, closedOn: { $lte: day }, 'facts.causedByCompany': true },
    { companyId: 1, areaCode: 1, 'facts.happenedOn': 1, closedOn: 1 },
  ).lean();
  return found as CausedIncident[]; // what the projection asks for
}
