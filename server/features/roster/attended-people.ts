import mongoose from 'mongoose';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { Attendance } from './attendance.model.ts';
import { Enrolments } from './enrolment.model.ts';

/** Somebody who is known to have worked on a project in a month. */
export interface AttendedPerson {
  workerId: string;
  projectId: string;
  enrolmentId: string;
}

const PORTION = 2000;

/** Who worked on these projects in a month (index projectId+month), by whose record it stands; no names, nothing sealed. */
export async function attendedPeople(
  projectIds: readonly string[],
  month: PayMonth,
): Promise<AttendedPerson[]> {
  const sites = projectIds.map((id) => new mongoose.Types.ObjectId(id));
  const worked = { projectId: { $in: sites }, month, daysHundredths: { $gt: 0 } };
  const months = await Attendance.find(worked, { enrolmentId: 1 }).lean();
  const people: AttendedPerson[] = [];
  for (let at = 0; at < months.length; at += PORTION) {
    const ids = months.slice(at, at + PORTION).map(({ enrolmentId }) => enrolmentId);
    const found = await Enrolments.find({ _id: { $in: ids } }, { workerId: 1, projectId: 1 }).lean();
    for (const { _id, workerId, projectId } of found)
      people.push({
        workerId: String(workerId),
        projectId: String(projectId),
        enrolmentId: String(_id),
      });
  }
  return people;
}
