import type { CampaignCase } from '../../core/campaigns/double-zero.ts';
import { counterOf, matterDays } from '../../core/campaigns/double-zero.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaRange } from '../../platform/area-limit.ts';
import { Cases } from '../cases/index.ts';
import { projectFactsOf } from '../projects/index.ts';
import type { CampaignRecord } from './campaign.model.ts';
import type { MatterRecord } from './matter.model.ts';

interface Counted extends CampaignCase {
  _id: unknown;
  areaCode: string;
  officeCode: string;
  caseNumber: string;
  title: string;
  respondent: { name: string };
  projectId?: string;
  projectName?: string;
  owedFen: number;
  seenFen: number;
}
const FIELDS = {
  ...{ areaCode: 1, officeCode: 1, caseNumber: 1, title: 1, state: 1, filedOn: 1, closedOn: 1 },
  ...{ closureCode: 1, projectId: 1, projectName: 1, 'respondent.name': 1, owedFen: 1, seenFen: 1 },
} as const;
/** Towns are compared, villages are not. */
const TOWN_DIGITS = 9;
export const NO_DEPARTMENT = '-';

/** What stands open and what was closed since a campaign began, as it counts there. */
export async function mattersOf({
  _id,
  areaCode,
  startsOn,
  publicBy,
  othersBy,
}: CampaignRecord): Promise<MatterRecord[]> {
  const campaignId = String(_id);
  const found = await casesSince(areaCode, startsOn);
  const projects = await projectsOf(found);
  return found.flatMap((one) => {
    const days = matterDays(one, { startsOn, publicBy, othersBy });
    if (days === undefined) return [];
    const project = projects.get(one.projectId ?? '');
    const caseId = String(one._id);
    const { projectName, endedOn } = { ...one, ...days };
    return {
      ...{ _id: `${campaignId}:${caseId}`, campaignId, caseId },
      ...{ caseNumber: one.caseNumber, title: one.title, respondentName: one.respondent.name },
      ...(projectName === undefined ? {} : { projectName }),
      ...{ areaCode: townOf(one), department: project?.industryDepartment ?? NO_DEPARTMENT },
      ...{ counter: counterOf(project?.investmentType), filedOn: one.filedOn },
      ...{ hasCome: days.hasCome, end: days.end, ...(endedOn === undefined ? {} : { endedOn }) },
      ...{ owedFen: one.owedFen, seenFen: one.seenFen },
    };
  });
}

/** Index: open+nextDueOn, and officeCode+closedOn. */
async function casesSince(areaCode: string, startsOn: PlainDate): Promise<Counted[]> {
  const officeCode = areaRange(areaCode);
  const open: unknown = await Cases.find({ officeCode, open: true }, FIELDS).lean();
  const closed: unknown = await Cases.find({ officeCode, closedOn: { $gte: startsOn } }, FIELDS).lean();
  const all = [...(open as Counted[]), ...(closed as Counted[])]; // lean documents with the fields asked for
  return [...new Map(all.map((one) => [String(one._id), one])).values()];
}

async function projectsOf(cases: readonly Counted[]) {
  const ids = cases.flatMap(({ projectId }) => (projectId === undefined ? [] : [projectId]));
  return new Map((await projectFactsOf(ids)).map(({ part }) => [part.id, part]));
}

/** The case's own town where it lies with that office; what another office took over counts for that one. */
const townOf = ({ officeCode, areaCode }: Counted): string =>
  areaCode.startsWith(officeCode) ? areaCode.slice(0, TOWN_DIGITS) : officeCode;
