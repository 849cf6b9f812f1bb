import { LEAD_CHANNELS } from '../../core/contract/complaints.ts';
import type { Named } from '../../core/contract/open-statistics.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { diffDays } from '../../core/kit/plain-date.ts';
import type { ClosedCase, OpenPlace } from '../../core/open-statistics/open-rows.ts';
import { openRows } from '../../core/open-statistics/open-rows.ts';
import type { Quarter } from '../../core/open-statistics/quarter.ts';
import { daysOfQuarter } from '../../core/open-statistics/quarter.ts';
import { pages } from '../../platform/tables/index.ts';
import { listAreas, listDepartments } from '../areas/index.ts';
import { Cases } from '../cases/index.ts';
import { projectFactsOf } from '../projects/index.ts';
import { CHANNEL_WORDS } from '../complaints/index.ts';
import { CHANNEL, tallyArea } from '../reports/index.ts';
import { leastShown } from './least-shown.ts';
import type { OpenQuarter } from './open-quarter.model.ts';

interface Days {
  from: PlainDate;
  to: PlainDate;
}
type Closed = ClosedCase & { projectId?: string };

/** Every code begins with it. */
const EVERYWHERE = '';
const CHANNELS: readonly Named[] = LEAD_CHANNELS.map((code) => ({
  ...{ code, zh: CHANNEL_WORDS[code]['zh-CN'], en: CHANNEL_WORDS[code].en },
}));
const NO_INDUSTRY: Named = { code: 'none', zh: '未登记行业主管部门', en: 'No industry department on record' };

/** Counts a quarter of every county and takes out what nobody may read. Complaints are those of the period report. */
export async function countQuarter(quarter: Quarter, today: PlainDate): Promise<OpenQuarter> {
  const days = daysOfQuarter(quarter);
  const areas = await counties(today);
  const received = await receivedByChannel(days);
  const cases = new Map<string, Closed[]>();
  for (const { code } of areas) cases.set(code, await closedCases(code, days));
  const industryOf = await industriesOf([...cases.values()].flat());
  const places = areas.map((area): OpenPlace => ({
    area,
    received: received.get(area.code) ?? new Map(),
    closed: byIndustry(cases.get(area.code) ?? [], industryOf),
  }));
  const least = await leastShown(
    areas.map(({ code }) => code),
    today,
  );
  const industries = await industriesSeen(places);
  return {
    ...{ quarter, ...days, computedOn: today, ...least },
    rows: openRows(places, { channels: CHANNELS, industries }, least.least),
  };
}

/** The complaints of every office by channel, as the period report counts them. */
async function receivedByChannel(days: Days): Promise<Map<string, Map<string, number>>> {
  const { windows } = await tallyArea(EVERYWHERE, [days]);
  const received = new Map<string, Map<string, number>>();
  for (const [office, months] of windows[0] ?? []) {
    const own = new Map<string, number>();
    received.set(office, own);
    for (const [name, count] of [...months.values()].flatMap((counts) => Object.entries(counts))) {
      if (!name.startsWith(CHANNEL)) continue;
      const channel = name.slice(CHANNEL.length);
      own.set(channel, (own.get(channel) ?? 0) + count);
    }
  }
  return received;
}

async function counties(today: PlainDate): Promise<Named[]> {
  const found: Named[] = [];
  for await (const { code, name, nameEn } of pages((page) =>
    listAreas({ level: 'county', ...page }, { today }),
  ))
    found.push({ code, zh: name, en: nameEn });
  return found;
}

/** The cases an office closed in these days (index officeCode+closedOn). */
async function closedCases(officeCode: string, { from, to }: Days): Promise<Closed[]> {
  const found = await Cases.find(
    { officeCode, closedOn: { $gte: from, $lte: to }, state: 'closed' },
    { filedOn: 1, closedOn: 1, sheet: 1, seenFen: 1, projectId: 1 },
  ).lean();
  return found.map(({ filedOn, closedOn, sheet, seenFen, projectId }) => ({
    days: diffDays(filedOn, closedOn ?? filedOn),
    people: sheet?.people ?? 0,
    recoveredFen: seenFen,
    ...(projectId === undefined ? {} : { projectId }),
  }));
}

/** The department that supervises the industry of a case's project. */
async function industriesOf(cases: readonly Closed[]): Promise<(one: Closed) => string> {
  const ids = new Set(cases.flatMap(({ projectId }) => projectId ?? []));
  const facts = ids.size === 0 ? [] : await projectFactsOf([...ids]);
  const known = new Map(facts.map(({ ref }) => [ref.id, ref.industryDepartment]));
  return ({ projectId }) => (projectId === undefined ? undefined : known.get(projectId)) ?? NO_INDUSTRY.code;
}

function byIndustry(cases: readonly Closed[], industryOf: (one: Closed) => string): Map<string, Closed[]> {
  const industries = new Map<string, Closed[]>();
  for (const one of cases) {
    const industry = industryOf(one);
    const own = industries.get(industry);
    if (own === undefined) industries.set(industry, [one]);
    else own.push(one);
  }
  return industries;
}

/** Every industry of the quarter, so that a county without any case of one says so. */
async function industriesSeen(places: readonly OpenPlace[]): Promise<Named[]> {
  const seen = new Set(places.flatMap(({ closed }) => [...closed.keys()]));
  const { items } = await listDepartments({});
  const names = new Map(items.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  const named = [...seen].sort().filter((code) => code !== NO_INDUSTRY.code);
  return [
    ...named.map((code) => ({ code, ...(names.get(code) ?? { zh: code, en: code }) })),
    ...(seen.has(NO_INDUSTRY.code) ? [NO_INDUSTRY] : []),
  ];
}
