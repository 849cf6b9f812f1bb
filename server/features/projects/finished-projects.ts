import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { areaRange } from '../../platform/area-limit.ts';
import { Events } from '../../platform/audit/index.ts';
import { Projects } from './project.model.ts';

export interface FinishedProject {
  id: string;
  companyIds: string[];
  /** The day on which somebody last recorded it as finished; of one recorded as such at once the day it came on record. */
  finishedOn: PlainDate;
}

/** The projects of an area whose works are finished (index areaCode); since when is read off their chains (subject+seq). */
export async function finishedProjects(areaCode: string): Promise<FinishedProject[]> {
  const over = { areaCode: areaRange(areaCode), state: 'finished' as const };
  const found = await Projects.find(over, { parties: 1, createdAt: 1 }).lean();
  const subjects = found.map(({ _id }) => `project:${String(_id)}`);
  const edits = await Events.find(
    { subject: { $in: subjects }, action: 'project.edited', 'facts.to': 'finished' },
    { subject: 1, day: 1 },
  ).lean();
  const days = new Map<string, PlainDate>();
  for (const { subject, day } of edits) if (day > (days.get(subject) ?? '')) days.set(subject, day);
  return found.map(({ _id, parties, createdAt }) => ({
    id: String(_id),
    companyIds: parties.map(({ companyId }) => companyId),
    finishedOn: days.get(`project:${String(_id)}`) ?? toShanghaiDay(createdAt.getTime()),
  }));
}
