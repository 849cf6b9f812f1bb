import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { areaRange } from '../../platform/area-limit.ts';
import { Events } from '../../platform/audit/index.ts';
import { Projects } from './project.model.ts';

export interface FinishedProject {
  id: string;
  companyIds: string[];
  /**
   * The day on which somebody last recorded it, or one that was merged into it, as finished; of one recorded as such at
   * once the day it came on record.
   */
  finishedOn: PlainDate;
}

/**
 * The projects of an area whose works are finished (index areaCode); since when is read off their chains (subject+seq) and
 * those of their duplicates (index mergedIntoId): the same works.
 */
export async function finishedProjects(areaCode: string): Promise<FinishedProject[]> {
  const over = { areaCode: areaRange(areaCode), state: 'finished' as const };
  const found = await Projects.find(over, { parties: 1, createdAt: 1 }).lean();
  const duplicates = await duplicatesOf(found.map(({ _id }) => String(_id)));
  const subjects = [...found.map(({ _id }) => String(_id)), ...[...duplicates.values()].flat()].map(
    subjectOf,
  );
  const edits = await Events.find(
    { subject: { $in: subjects }, action: 'project.edited', 'facts.to': 'finished' },
    { subject: 1, day: 1 },
  ).lean();
  const days = new Map<string, PlainDate>();
  for (const { subject, day } of edits) if (day > (days.get(subject) ?? '')) days.set(subject, day);
  return found.map(({ _id, parties, createdAt }) => {
    const id = String(_id);
    const own = days.get(subjectOf(id)) ?? toShanghaiDay(createdAt.getTime());
    const theirs = (duplicates.get(id) ?? []).flatMap((one) => days.get(subjectOf(one)) ?? []);
    const companyIds = parties.map(({ companyId }) => companyId);
    return { id, companyIds, finishedOn: theirs.reduce((a, b) => (a > b ? a : b), own) };
  });
}

const subjectOf = (id: string): `project:${string}` => `project:${id}`;

/** The records that were merged into these, by the one that stands for them. */
async function duplicatesOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = await Projects.find({ mergedIntoId: { $in: [...ids] } }, { mergedIntoId: 1 }).lean();
  const duplicates = new Map<string, string[]>();
  for (const { _id, mergedIntoId } of found) {
    const id = mergedIntoId ?? '';
    duplicates.set(id, [...(duplicates.get(id) ?? []), String(_id)]);
  }
  return duplicates;
}
