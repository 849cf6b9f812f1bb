import mongoose from 'mongoose';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';

/** Who goes to a project in a month; given anew the later word counts. */
export interface PlannedVisitRecord {
  projectId: string;
  month: PayMonth;
  areaCode: string;
  inspectorId: string;
  inspectorName: string;
}

const text = { type: String, required: true } as const;
const planned = new mongoose.Schema<PlannedVisitRecord>(
  { projectId: text, month: text, areaCode: text, inspectorId: text, inspectorName: text },
  { strict: 'throw', versionKey: false },
);
planned.index({ projectId: 1, month: 1 }, { unique: true });
export const PlannedVisits = mongoose.model('plannedVisits', planned, 'plannedVisits');

export async function putPlannedVisit(visit: PlannedVisitRecord): Promise<void> {
  const { projectId, month, ...rest } = visit;
  await PlannedVisits.updateOne({ projectId, month }, { $set: rest }, { upsert: true });
}

/** The plan of a month for these projects (index projectId, month). */
export async function plannedFor(
  projectIds: readonly string[],
  month: PayMonth,
): Promise<Map<string, PlannedVisitRecord>> {
  const found = await PlannedVisits.find({ projectId: { $in: [...projectIds] }, month }).lean();
  return new Map(found.map((one) => [one.projectId, one]));
}

/** Somebody looked and found nothing. */
export interface NoHazardRecord {
  projectId: string;
  areaCode: string;
  on: PlainDate;
  note: string;
  byUserId?: string;
  createdAt: Date;
}
const nothing = new mongoose.Schema<NoHazardRecord>(
  {
    ...{ projectId: text, areaCode: text, on: text, note: text, byUserId: String },
    createdAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
nothing.index({ projectId: 1, on: 1 });
export const NoHazards = mongoose.model('noHazards', nothing, 'noHazards');

/** The last day on which nothing was found, per project (index projectId, on). */
export async function lastNoHazardOf(projectIds: readonly string[]): Promise<Map<string, PlainDate>> {
  const found = await NoHazards.aggregate<{ _id: string; on: PlainDate }>([
    { $match: { projectId: { $in: [...projectIds] } } },
    { $group: { _id: '$projectId', on: { $max: '$on' } } },
  ]);
  return new Map(found.map(({ _id, on }) => [_id, on]));
}

/** Who is to go there goes to the record that stands for it, unless somebody goes there in that month already. */
export async function repointPlans(fromId: string, intoId: string): Promise<void> {
  const planned = await PlannedVisits.find(
    { projectId: { $in: [fromId, intoId] } },
    { projectId: 1, month: 1 },
  ).lean();
  const taken = new Set(planned.flatMap(({ projectId, month }) => (projectId === intoId ? month : [])));
  for (const { _id, projectId, month } of planned)
    if (projectId === fromId && !taken.has(month))
      await PlannedVisits.updateOne({ _id }, { $set: { projectId: intoId } });
  await NoHazards.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
}
