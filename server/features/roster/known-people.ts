import mongoose from 'mongoose';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { Enrolments } from './enrolment.model.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { TeamMonths } from './team-month.model.ts';

/** Somebody of a project's roster, by what tells that two are the same. */
export interface KnownPerson {
  enrolmentId: string;
  name: string;
  citizenIdIndex?: string;
  phoneIndex?: string;
}

const FIELDS = { projectId: 1, name: 1, citizenIdIndex: 1, phoneIndex: 1 } as const;

/** Whom of these numbers a project's roster knows, whenever it was; by blind index, nothing is opened. */
export async function knownPeople(
  projectId: string,
  marks: { citizenIds: readonly string[]; phones: readonly string[] },
): Promise<KnownPerson[]> {
  const byNumber = await Enrolments.find({ citizenIdIndex: { $in: [...marks.citizenIds] } }, FIELDS).lean();
  const byPhone = await Enrolments.find({ phoneIndex: { $in: [...marks.phones] } }, FIELDS).lean();
  const found = new Map<string, KnownPerson>();
  for (const one of [...byNumber, ...byPhone] as unknown as EnrolmentRecord[]) {
    // lean documents of this model, with the fields asked for
    if (String(one.projectId) !== projectId) continue;
    const { name, citizenIdIndex, phoneIndex } = one;
    found.set(String(one._id), {
      enrolmentId: String(one._id),
      name,
      ...(citizenIdIndex === undefined ? {} : { citizenIdIndex }),
      ...(phoneIndex === undefined ? {} : { phoneIndex }),
    });
  }
  return [...found.values()];
}

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
