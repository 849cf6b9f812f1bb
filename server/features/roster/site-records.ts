import mongoose from 'mongoose';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { Enrolments } from './enrolment.model.ts';
import { TeamMonths } from './team-month.model.ts';

/** Does the project keep a roster at all, and of which months is anybody's attendance on record (newest first)? */
export async function siteRecords(
  projectId: string,
): Promise<{ hasRoster: boolean; recordedMonths: PayMonth[] }> {
  const hasRoster = (await Enrolments.findOne({ projectId }, { _id: 1 }).lean()) !== null;
  const site = new mongoose.Types.ObjectId(projectId);
  const months = await TeamMonths.find({ projectId: site, people: { $gt: 0 } }, { month: 1 })
    .sort({ month: -1 })
    .lean();
  return { hasRoster, recordedMonths: [...new Set(months.map(({ month }) => month as PayMonth))] };
}
