import type { SitePart } from '../../core/alerts/facts.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { nextPayMonth, payMonthOf } from '../../core/kit/plain-date.ts';
import { sitesTouched } from '../../platform/touched-projects.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';
import type { SiteRecord, TeamSpan } from './site-facts.model.ts';
import { findSites, keepSites } from './site-facts.model.ts';

/** Of each finding so many records are named. */
const MOST_RECORDS = 20;

const READ = {
  ...{ projectId: 1, teamId: 1, workerId: 1, state: 1, enteredOn: 1, leftOn: 1, elsewhere: 1 },
  // Whole fields: a part of one would make the store take every record apart and put it together again.
  ...{ contract: 1, citizenIdIndex: 1, phoneIndex: 1, bankCardIndex: 1 },
} as const;
type Read = Pick<
  EnrolmentRecord,
  | (
      | '_id'
      | 'projectId'
      | 'teamId'
      | 'workerId'
      | 'state'
      | 'enteredOn'
      | 'leftOn'
      | 'elsewhere'
      | 'contract'
    )
  | ('citizenIdIndex' | 'phoneIndex' | 'bankCardIndex')
>;

/**
 * Who is on these sites, and which teams had people there in which months. A site is counted from its roster only after
 * it was touched, and remembered: a county has half a million people, and most sites stay as they are overnight. People
 * on a site nobody was ever enrolled on are left out.
 */
export async function siteFactsOf(projectIds: readonly string[]): Promise<Map<string, SiteRecord>> {
  const touched = await sitesTouched(projectIds);
  const known = await findSites(projectIds.filter((id) => !touched.has(id)));
  const counted = await countSites(projectIds.filter((id) => !known.has(id)));
  await keepSites(counted);
  return new Map([...known, ...counted]);
}

/** People of so many sites are held in memory at once: what dies young costs the collector nothing. */
const SITES_AT_ONCE = 20;

/** Counted anew from the roster (index projectId+teamId+name). */
export async function countSites(projectIds: readonly string[]): Promise<Map<string, SiteRecord>> {
  const counted = new Map<string, SiteRecord>();
  for (let at = 0; at < projectIds.length; at += SITES_AT_ONCE) {
    const ids = projectIds.slice(at, at + SITES_AT_ONCE);
    const found: unknown = await Enrolments.find({ projectId: { $in: ids } }, READ).lean();
    const sites = new Map<string, Read[]>(ids.map((id) => [id, []]));
    // lean documents of this model, with the fields asked for
    for (const one of found as Read[]) sites.get(String(one.projectId))?.push(one);
    for (const [id, people] of sites) counted.set(id, siteOf(people));
  }
  return counted;
}

function siteOf(people: readonly Read[]): SiteRecord {
  const present = people.filter(({ state }) => state === 'onSite');
  const groups = {
    withoutContract: present.filter(({ contract }) => contract === undefined),
    sharingCards: sharing(present, ({ bankCardIndex }) => bankCardIndex),
    sharingPhones: sharing(present, ({ phoneIndex }) => phoneIndex),
    onTwoSites: present.filter(({ elsewhere }) => elsewhere === true),
  };
  const records: SitePart['records'] = {};
  for (const [finding, found] of Object.entries(groups))
    if (found.length > 0)
      records[finding as keyof typeof groups] = found // the object's own keys
        .map(({ _id }) => String(_id))
        .sort()
        .slice(0, MOST_RECORDS);
  let newestOn: PlainDate | undefined;
  for (const { enteredOn, leftOn } of people)
    for (const day of [enteredOn, leftOn])
      if (day !== undefined && (newestOn === undefined || day > newestOn)) newestOn = day;
  return {
    site: {
      present: present.length,
      withContract: present.length - groups.withoutContract.length,
      withRealName: present.filter(({ citizenIdIndex }) => citizenIdIndex !== undefined).length,
      sharingCards: groups.sharingCards.length,
      sharingPhones: groups.sharingPhones.length,
      onTwoSites: groups.onTwoSites.length,
      records,
    },
    spans: spansOf(people),
    ...(newestOn === undefined ? {} : { newestOn }),
  };
}

/** Those whose mark is another person's too; the same person twice shares with nobody. */
function sharing(people: readonly Read[], markOf: (one: Read) => string | undefined): Read[] {
  const first = new Map<string, Read>();
  const shared = new Set<string>();
  for (const one of people) {
    const mark = markOf(one);
    if (mark === undefined) continue;
    const before = first.get(mark);
    if (before === undefined) first.set(mark, one);
    else if (String(before.workerId) !== String(one.workerId)) shared.add(mark);
  }
  return shared.size === 0 ? [] : people.filter((one) => shared.has(markOf(one) ?? ''));
}

/** The months of each team in which anybody was on site, run together. */
function spansOf(people: readonly Read[]): TeamSpan[] {
  const teams = new Map<string, TeamSpan[]>();
  for (const { teamId, enteredOn, leftOn } of people) {
    if (enteredOn === undefined) continue;
    const key = String(teamId);
    const until = leftOn === undefined ? {} : { until: payMonthOf(leftOn) };
    const span = { teamId: key, from: payMonthOf(enteredOn), ...until };
    const spans = teams.get(key);
    if (spans === undefined) teams.set(key, [span]);
    else spans.push(span);
  }
  return [...teams.values()].flatMap(runTogether);
}

function runTogether(spans: readonly TeamSpan[]): TeamSpan[] {
  const run: TeamSpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = run.at(-1);
    if (last === undefined || (last.until !== undefined && span.from > nextPayMonth(last.until)))
      run.push({ ...span });
    else if (last.until !== undefined) {
      if (span.until === undefined) delete last.until;
      else if (span.until > last.until) last.until = span.until;
    }
  }
  return run;
}

/** Was anybody of the team on site in this month? */
export const isOnSiteIn = (spans: readonly TeamSpan[], teamId: string, month: PayMonth): boolean =>
  spans.some(
    (span) =>
      span.teamId === teamId && span.from <= month && (span.until === undefined || month <= span.until),
  );
