import type mongoose from 'mongoose';
import { touchSites } from '../../platform/touched-projects.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';

type OnSite = Pick<EnrolmentRecord, '_id' | 'workerId' | 'projectId' | 'elsewhere'>;

async function onSiteOf(workerIds: readonly string[]): Promise<OnSite[]> {
  const where = { workerId: { $in: [...workerIds] }, state: 'onSite' as const };
  const found: unknown = await Enrolments.find(where, { workerId: 1, projectId: 1, elsewhere: 1 }).lean();
  return found as OnSite[]; // lean documents of this model, with the fields asked for
}

/** The other projects on which these people are on site today, by enrolment (index workerId+projectId). */
export async function elsewhereNow(
  records: readonly Pick<EnrolmentRecord, '_id' | 'workerId' | 'projectId'>[],
): Promise<Map<string, string[]>> {
  const found = await onSiteOf(records.map(({ workerId }) => String(workerId)));
  return new Map(
    records.map((record) => {
      const others = found.filter(
        (one) => one.workerId.equals(record.workerId) && !one.projectId.equals(record.projectId),
      );
      return [String(record._id), [...new Set(others.map(({ projectId }) => String(projectId)))]];
    }),
  );
}

/**
 * Marks of these workers whoever is on site of two projects at once, and takes the mark off the others; to be called in
 * the transaction that lets somebody in or out.
 */
export async function refreshElsewhere(workerIds: readonly string[]): Promise<void> {
  const found = await onSiteOf(workerIds);
  const projects = new Map<string, Set<string>>();
  for (const { workerId, projectId } of found) {
    const key = String(workerId);
    projects.set(key, (projects.get(key) ?? new Set<string>()).add(String(projectId)));
  }
  const isSeveral = ({ workerId }: OnSite): boolean => (projects.get(String(workerId))?.size ?? 0) > 1;
  const mark = found.filter((one) => isSeveral(one) && one.elsewhere !== true);
  const clear = found.filter((one) => !isSeveral(one) && one.elsewhere === true);
  await changeAll(mark, { $set: { elsewhere: true } });
  await changeAll(clear, { $unset: { elsewhere: 1 } });
}

/** The mark is kept, not written by anybody: the version stays, so that nobody's edit is refused for it. */
async function changeAll(records: readonly OnSite[], update: mongoose.UpdateQuery<unknown>): Promise<void> {
  if (records.length === 0) return;
  await Enrolments.updateMany({ _id: { $in: records.map(({ _id }) => _id) } }, update);
  await touchSites(records.map(({ projectId }) => projectId));
}
