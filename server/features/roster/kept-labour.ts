import mongoose from 'mongoose';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { touchProjects, touchSites } from '../../platform/touched-projects.ts';
import { Attendance } from './attendance.model.ts';
import { Enrolments } from './enrolment.model.ts';
import { PunchBatches } from './punch-batch.model.ts';
import { TeamMonths } from './team-month.model.ts';

/** What is kept of the people of one project. */
export interface KeptLabour {
  attendance: number;
  enrolments: number;
  /** Months in which a team is known to have worked. */
  worked: { teamId: string; month: PayMonth }[];
  /** People whose wages nobody said were settled when they left. */
  unsettled: number;
}

const oid = (id: string): mongoose.Types.ObjectId => new mongoose.Types.ObjectId(id);

/** The same of a project (index projectId of each). */
export async function keptLabour(projectId: string): Promise<KeptLabour> {
  const site = { projectId: oid(projectId) };
  const worked = await TeamMonths.find({ ...site, people: { $gt: 0 } }, { teamId: 1, month: 1 }).lean();
  return {
    attendance: await Attendance.countDocuments(site),
    enrolments: await Enrolments.countDocuments(site),
    worked: worked.map(({ teamId, month }) => ({ teamId: String(teamId), month: month as PayMonth })), // written as one
    unsettled: await Enrolments.countDocuments({
      ...site,
      'settlement.dueOn': { $exists: true },
      'settlement.settledOn': { $exists: false },
    }),
  };
}

/** Batches that devices sent until a day: what was answered to each (index clientId+batchId). */
export async function countPunchBatches(clientIds: readonly string[]): Promise<number> {
  return PunchBatches.countDocuments({ clientId: { $in: [...clientIds] } });
}

/** A portion that was deleted, and whether nothing is left. */
export interface Purged {
  deleted: number;
  isDone: boolean;
}

/** The part of a mongoose model that deleting needs; a Model's own type differs with every schema. */
interface Kept {
  find(filter: object, fields: object): { limit(count: number): { lean(): PromiseLike<{ _id: unknown }[]> } };
  deleteMany(filter: object): PromiseLike<unknown>;
}

async function purge(model: Kept, filter: Record<string, unknown>, limit: number): Promise<Purged> {
  const found = await model.find(filter, { _id: 1 }).limit(limit).lean();
  if (found.length > 0) await model.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } });
  return { deleted: found.length, isDone: found.length < limit };
}

/** Deletes the next months of attendance of a project, in the caller's transaction. */
export async function purgeAttendance(projectId: string, limit: number): Promise<Purged> {
  const site = { projectId: oid(projectId) };
  const purged = await purge(Attendance, site, limit);
  if (purged.isDone) {
    await TeamMonths.deleteMany(site);
    await touchProjects([projectId]);
  }
  return purged;
}

/** Deletes the next people of a project's roster, in the caller's transaction; what was counted of them is counted anew. */
export async function purgeEnrolments(projectId: string, limit: number): Promise<Purged> {
  const purged = await purge(Enrolments, { projectId: oid(projectId) }, limit);
  if (purged.deleted > 0) await touchSites([projectId]);
  return purged;
}

/** Deletes the next batches of these devices, in the caller's transaction. */
export const purgePunchBatches = (clientIds: readonly string[], limit: number): Promise<Purged> =>
  purge(PunchBatches, { clientId: { $in: [...clientIds] } }, limit);
