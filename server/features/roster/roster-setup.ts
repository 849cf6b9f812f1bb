import mongoose from 'mongoose';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { MergedKind } from '../../platform/merge-listeners.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { touchSites } from '../../platform/touched-projects.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { Attendance } from './attendance.model.ts';
import { refreshElsewhere } from './elsewhere.ts';
import { Enrolments } from './enrolment.model.ts';
import { getEnrolmentRecord } from './roster-reach.ts';
import { Teams } from './team.model.ts';
import { TeamMonths } from './team-month.model.ts';

const HOLDER = 'enrolment:';

/** The contract of a person is open to whoever may see him by name. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  for (const ref of await fileHolders(fileId)) {
    if (!ref.startsWith(HOLDER)) continue;
    const seen = await getEnrolmentRecord(ref.slice(HOLDER.length), ctx).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return null;
    });
    if (seen !== null) return true;
  }
  return false;
}
for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, readsFile);

const oid = (id: string): mongoose.Types.ObjectId => new mongoose.Types.ObjectId(id);

/**
 * What was merged is named by the record that stands for it. Two teams of one name, or one person standing twice in a
 * team, may come of it: both stay, the later one under a name of its own or without its place in the team.
 */
async function follow(kind: MergedKind, fromId: string, intoId: string): Promise<void> {
  const [from, into] = [oid(fromId), oid(intoId)];
  if (kind === 'worker') return followWorker(from, into);
  const field = kind === 'company' ? 'employerId' : 'projectId';
  const teams = await Teams.find({ [field]: from }, { name: 1, employerId: 1, projectId: 1 }).lean();
  for (const team of teams) {
    const place = { projectId: team.projectId, employerId: team.employerId, [field]: into };
    const taken = (await Teams.exists({ ...place, name: team.name })) !== null;
    const name = taken ? `${team.name}（${String(team._id).slice(-6)}）` : team.name;
    await Teams.updateOne({ _id: team._id }, { $set: { [field]: into, name }, $inc: { version: 1 } });
  }
  await Enrolments.updateMany({ [field]: from }, { $set: { [field]: into }, $inc: { version: 1 } });
  await touchSites([...teams.map(({ projectId }) => projectId), ...(kind === 'project' ? [into] : [])]);
  if (kind === 'company') return;
  await Attendance.updateMany({ projectId: from }, { $set: { projectId: into } });
  await TeamMonths.updateMany({ projectId: from }, { $set: { projectId: into } });
  const people = await Enrolments.find({ projectId: into, state: 'onSite' }, { workerId: 1 }).lean();
  await refreshElsewhere(people.map(({ workerId }) => String(workerId)));
}

async function followWorker(from: mongoose.Types.ObjectId, into: mongoose.Types.ObjectId): Promise<void> {
  const places = await Enrolments.find({ workerId: from }, { openIn: 1, projectId: 1 }).lean();
  for (const { _id, openIn } of places) {
    const taken =
      openIn instanceof mongoose.Types.ObjectId &&
      (await Enrolments.exists({ openIn, workerId: into })) !== null;
    const update = { $set: { workerId: into }, $inc: { version: 1 } };
    await Enrolments.updateOne({ _id }, taken ? { ...update, $unset: { openIn: 1 } } : update);
  }
  await refreshElsewhere([String(into)]);
  await touchSites(places.map(({ projectId }) => projectId));
}

for (const kind of ['company', 'project', 'worker'] as const)
  registerMergeListener(kind, (fromId, intoId) => follow(kind, fromId, intoId));
