import type { FactPart, ProjectFacts } from '../../../core/alerts/facts.ts';
import type { PayMonth, PlainDate } from '../../../core/kit/plain-date.ts';
import { addPayMonths, firstDayOf, payMonthOf } from '../../../core/kit/plain-date.ts';
import { caseDeadlinesOf } from '../../cases/index.ts';
import type { KnownComplaints } from '../../complaints/index.ts';
import { complaintFactsOf } from '../../complaints/index.ts';
import { ledgerFactsOf } from '../../funds/index.ts';
import { listingFactsOf } from '../../listings/index.ts';
import type { ParametersInForce } from '../../parameters/index.ts';
import { readParameters } from '../../parameters/index.ts';
import type { KnownSheet } from '../../payroll/index.ts';
import { sheetFactsOf } from '../../payroll/index.ts';
import type { KnownProject } from '../../projects/index.ts';
import { projectFactsOf } from '../../projects/index.ts';
import { purgedMonths } from '../../retention/index.ts';
import { findTeamMonths, siteFactsOf, teamsOfProjects } from '../../roster/index.ts';
import { safeguardFactsOf } from '../../safeguards/index.ts';
import type { FindElsewhere, ReadElsewhere } from './elsewhere.ts';
import { readElsewhere } from './elsewhere.ts';
import type { MonthSources } from './month-facts.ts';
import { monthFacts } from './month-facts.ts';

/** Months looked at: as many before the month of the day, and the one after it. */
const MONTHS_BEFORE = 13;

/** From which month on a project is looked at, where that is earlier than usual. */
export type Since = ReadonlyMap<string, PayMonth>;
/** Gathers one batch after the other with what all of them share read once; nothing of a project rests on its batch. */
export type Gathering = (projectIds: readonly string[], since?: Since) => Promise<ProjectFacts[]>;

/** The same facts with what is unpaid on other projects today, which changes without anything on this one; itself if not. */
export type Renewing = (facts: ProjectFacts) => ProjectFacts;

/** The first month looked at of a project on a day. */
export function firstMonthOf(projectId: string, today: PlainDate, since: Since): PayMonth {
  const usual = addPayMonths(payMonthOf(today), -MONTHS_BEFORE);
  const asked = since.get(projectId);
  return asked !== undefined && asked < usual ? asked : usual;
}

/**
 * Begins a look at many projects: unpaid wages of the whole county are read now, each batch then takes a
 * fixed number of queries, whatever the number of its projects.
 */
export async function openGathering(
  today: PlainDate,
  inForce: ParametersInForce,
): Promise<Gathering & { readonly late: ReadElsewhere['marks']; readonly renew: Renewing }> {
  const { find: findElsewhere, marks: late } = await readElsewhere(today);
  const gather: Gathering = (projectIds, since) =>
    gatherBatch(projectIds, { today, inForce, findElsewhere }, since);
  return Object.assign(gather, { late, renew: (facts: ProjectFacts) => renewed(facts, findElsewhere) });
}

function renewed(facts: ProjectFacts, findElsewhere: FindElsewhere): ProjectFacts {
  const { elsewhere, newestOn } = findElsewhere(facts.project);
  const { elsewhere: knownOn, ...others } = facts.freshness;
  if (JSON.stringify([elsewhere, newestOn]) === JSON.stringify([facts.elsewhere, knownOn])) return facts;
  const freshness = { ...others, ...(newestOn === undefined ? {} : { elsewhere: newestOn }) };
  return { ...facts, elsewhere, freshness };
}

/**
 * Everything the warning rules look at, of these projects (at most some hundreds), in the order of their ids; one that
 * gave way to another, or is not on record, is left out. Reads in no transaction: what changes meanwhile leaves a touch.
 */
export const gatherFacts = async (projectIds: readonly string[], today: PlainDate): Promise<ProjectFacts[]> =>
  (await openGathering(today, await readParameters()))(projectIds);

interface Shared {
  today: PlainDate;
  inForce: ParametersInForce;
  findElsewhere: FindElsewhere;
}

async function gatherBatch(
  asked: readonly string[],
  { today, inForce, findElsewhere }: Shared,
  since: Since = new Map(),
): Promise<ProjectFacts[]> {
  const now = payMonthOf(today);
  const usual = addPayMonths(now, -MONTHS_BEFORE);
  const from = asked.map((id) => firstMonthOf(id, today, since)).reduce((a, b) => (a < b ? a : b), usual);
  const window = { from, to: addPayMonths(now, 1), now };
  const projects = await projectFactsOf(asked);
  const ids = projects.map(({ ref }) => ref.id);
  const [sites, teams, attended, { sheets, deleted }, safeguards, ledgers, complaints, cases, listings] =
    await Promise.all([
      siteFactsOf(ids),
      teamsOfProjects(ids),
      findTeamMonths(ids, window.from, window.to),
      sheetsAndDeleted(ids, window, usual),
      safeguardFactsOf(
        projects.map(({ ref }) => ref),
        today,
        inForce,
      ),
      ledgerFactsOf(ids, window.from, window.to),
      complaintFactsOf(ids, firstDayOf(usual)),
      caseDeadlinesOf(ids),
      listingFactsOf(projects.flatMap(({ part }) => part.parties.map(({ companyId }) => companyId))),
    ]);
  const [teamsOf, attendedOf, sheetsOf] = [byProject(teams), byProject(attended), byProject(sheets)];
  return projects
    .sort((a, b) => (a.ref.id < b.ref.id ? -1 : 1))
    .map((project) => {
      const { id } = project.ref;
      const own = { ...window, from: firstMonthOf(id, today, since) };
      const sources = {
        teams: teamsOf.get(id) ?? [],
        attended: (attendedOf.get(id) ?? []).filter(({ month }) => month >= own.from),
        sheets: (sheetsOf.get(id) ?? []).filter(({ payMonth }) => payMonth >= own.from),
        deleted,
        site: sites.get(id),
        safeguards: safeguards.get(id),
        ledger: ledgers.get(id),
      };
      const known = complaints.get(id) ?? { complaints: [], deadlines: [] };
      const deadlines = [...known.deadlines, ...(cases.get(id) ?? [])];
      const listed = new Set(project.part.parties.map(({ companyId }) => companyId));
      return {
        ...factsOf(project, sources, { ...known, deadlines }, findElsewhere(project.ref), own),
        listings: [...listed].flatMap((companyId) => listings.get(companyId) ?? []),
      };
    });
}

/**
 * The sheets of a window, and those that retention deleted: asked one after the other, so that one that is deleted
 * meanwhile is found among either. The law keeps all of the usual window.
 */
async function sheetsAndDeleted(
  ids: readonly string[],
  { from, to }: { from: PayMonth; to: PayMonth },
  usual: PayMonth,
): Promise<{ sheets: KnownSheet[]; deleted: ReadonlySet<string> }> {
  const sheets = await sheetFactsOf(ids, from, to);
  return { sheets, deleted: from < usual ? await purgedMonths(ids) : new Set() };
}

function factsOf(
  project: KnownProject,
  sources: MonthSources,
  { complaints, deadlines }: KnownComplaints,
  { elsewhere, newestOn }: ReturnType<FindElsewhere>,
  window: { from: PayMonth; to: PayMonth; now: PayMonth },
): ProjectFacts {
  const { safeguards, site, ledger } = sources;
  const { contract, account, bond, board } = safeguards ?? {};
  return {
    project: project.part,
    ...(contract === undefined ? {} : { contract }),
    ...(account === undefined ? {} : { account }),
    ...(bond === undefined ? {} : { bond }),
    ...(board === undefined ? {} : { board }),
    // Nobody ever entered: there is nobody to say anything about.
    ...(site?.newestOn === undefined ? {} : { site: site.site }),
    months: monthFacts(sources, window),
    ...(ledger === undefined ? {} : { money: ledger.money }),
    complaints,
    deadlines,
    elsewhere,
    freshness: freshnessOf(project, sources, { complaints, deadlines }, newestOn),
  };
}

/** The newest record behind each part; for papers the newest day written on them. */
function freshnessOf(
  { recordedOn }: KnownProject,
  { safeguards, site, attended, sheets, ledger }: MonthSources,
  { complaints }: KnownComplaints,
  elsewhereOn: PlainDate | undefined,
): ProjectFacts['freshness'] {
  const { contract, account, bond, board } = safeguards ?? {};
  const days: Record<Exclude<FactPart, 'deadlines' | 'listings'>, (PlainDate | undefined)[]> = {
    project: [recordedOn],
    contract: [contract?.signedOn, contract?.permitOn],
    account: [account?.openedOn, account?.filedOn, account?.tripartiteSignedOn],
    bond: [bond?.storedOn],
    board: board?.photoDays ?? [],
    site: [site?.newestOn],
    attendance: attended.map(({ lastOn }) => lastOn),
    payroll: sheets.map(({ facts }) => facts.filedOn),
    bankResults: sheets.map(({ facts }) => facts.creditedOn),
    answers: sheets.map(({ answeredOn }) => answeredOn),
    money: [ledger?.money.lastInflowOn, ledger?.money.lastOutflowOn],
    complaints: complaints.map(({ receivedOn }) => receivedOn),
    elsewhere: [elsewhereOn],
  };
  return Object.fromEntries(
    Object.entries(days).flatMap(([part, known]) => {
      const newest = known
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1);
      return newest === undefined ? [] : [[part, newest]];
    }),
  );
}

function byProject<Row extends { projectId: unknown }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row.projectId);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
