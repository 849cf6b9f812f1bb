import mongoose from 'mongoose';
import { demandTransaction } from './audit/index.ts';

/**
 * One row for each change of anything the warnings of a project are judged by, or one for all of a company. Rows are only
 * ever added by those who change, so they meet nobody; whoever judges takes away exactly those he has seen. Numbers and
 * calendars touch nothing: who judges compares those that hold with those he went by.
 */
export interface Touch {
  id: string;
  /** Null: those of the company. */
  projectId: string | null;
  companyId?: string;
}

const schema = new mongoose.Schema(
  { projectId: String, companyId: String, site: Boolean },
  { collection: 'projectTouches', strict: 'throw', versionKey: false },
);
schema.index({ projectId: 1 });
const ProjectTouches = mongoose.model('projectTouches', schema);

/** Something the warnings of these projects look at changed; in the transaction that changes it, so that neither is lost. */
export const touchProjects = (projectIds: Iterable<unknown>): Promise<void> => touch(projectIds, {});

/** The same where who is on site may have changed: these sites are counted anew. */
export const touchSites = (projectIds: Iterable<unknown>): Promise<void> => touch(projectIds, { site: true });

async function touch(projectIds: Iterable<unknown>, what: { site?: true }): Promise<void> {
  const rows = [...new Set([...projectIds].map(String))].map((projectId) => ({ projectId, ...what }));
  if (rows.length === 0) return;
  demandTransaction('touchProjects');
  await ProjectTouches.insertMany(rows, { lean: true });
}

/** The same of one project. */
export const touchProject = (projectId: unknown): Promise<void> => touchProjects([projectId]);

/**
 * The projects these companies take part in have to be judged anew: something is another that is known of the companies,
 * or of other works of theirs. One row for each company, however many its projects are.
 */
export async function touchProjectsOf(companyIds: Iterable<string>): Promise<void> {
  const rows = [...new Set(companyIds)].map((companyId) => ({ companyId }));
  if (rows.length === 0) return;
  demandTransaction('touchProjectsOf');
  await ProjectTouches.insertMany(rows, { lean: true });
}

/** Of these projects those whose roster was touched and that were not judged since (index projectId). */
export async function sitesTouched(projectIds: readonly string[]): Promise<Set<string>> {
  const theirs = { projectId: { $in: [...projectIds] }, site: true };
  const found = await ProjectTouches.find(theirs, { projectId: 1 }).lean();
  return new Set(found.flatMap(({ projectId }) => projectId ?? []));
}

/** What was touched and not yet judged, oldest first (index _id). One project may stand there many times. */
export async function findTouched(limit: number): Promise<Touch[]> {
  const found = await ProjectTouches.find({}).sort({ _id: 1 }).limit(limit).lean();
  return found.map(touchOf);
}

/** Of it what was told of companies (index projectId). */
export async function findCompaniesTouched(limit: number): Promise<Touch[]> {
  const found = await ProjectTouches.find({ projectId: null }).limit(limit).lean();
  return found.map(touchOf);
}

interface TouchRow {
  _id: mongoose.Types.ObjectId;
  projectId?: string | null;
  companyId?: string | null;
}

const touchOf = ({ _id, projectId, companyId }: TouchRow): Touch => ({
  ...{ id: String(_id), projectId: projectId ?? null },
  ...(typeof companyId === 'string' ? { companyId } : {}),
});

/** These were judged; what came after them stays. */
export async function forgetTouches(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ProjectTouches.deleteMany({ _id: { $in: [...ids] } });
}
