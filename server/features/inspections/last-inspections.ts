import mongoose from 'mongoose';
import type { InspectionKind } from '../../core/contract/inspections.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { Inspections } from './inspection.model.ts';

/** The days on which these projects were inspected, the latest last (index projectId, on). */
export async function lastInspectionsOf(
  projectIds: readonly string[],
  kind?: InspectionKind,
): Promise<Map<string, PlainDate[]>> {
  const ids = projectIds.map((id) => new mongoose.Types.ObjectId(id));
  const asked = { projectId: { $in: ids }, ...(kind === undefined ? {} : { kind }) };
  const found = await Inspections.find(asked, { projectId: 1, on: 1 }).lean();
  const days = new Map<string, PlainDate[]>();
  for (const { projectId, on } of found) {
    const id = String(projectId);
    days.set(id, [...(days.get(id) ?? []), on]);
  }
  for (const all of days.values()) all.sort();
  return days;
}
