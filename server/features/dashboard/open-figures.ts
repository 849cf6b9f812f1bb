import type { AreaRow, IndustryRow, OpenNow } from '../../core/contract/dashboard.ts';
import { CASE_STATES } from '../../core/contract/cases.ts';
import { COMPLAINT_STATES } from '../../core/contract/complaints.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { dueRange } from '../../core/law/due-range.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { listAreas, listDepartments } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { Counts } from '../reports/index.ts';
import { findDay } from './day-copy.model.ts';
import { rollUpSites } from './roll-up-sites.ts';
import type { SiteSum } from './site-sum.model.ts';
import { findSums, sumsMadeAt } from './site-sum.model.ts';
import type { Days, OpenHere } from './standing-figures.ts';
import { moneyOf, readOpen, standingFigures, sumOpen } from './standing-figures.ts';
import { siteFigures } from './sum-sites.ts';

type Standing = ReadonlyMap<string, Counts>;
interface Kept {
  standing: Standing;
  sums: readonly SiteSum[];
  sitesAt: string | null;
}
const OFFICE_DIGITS = 6;
/** More parts than any division has. */
const MOST_PARTS = 200;

/** What stands open now. Projects are added up on the spot where no roll-up has been yet. */
export async function openNow(areaCode: string, standing: Standing, ctx: Ctx): Promise<OpenNow> {
  if ((await sumsMadeAt()) === null) await rollUpSites(ctx);
  const sitesAt = (await sumsMadeAt())?.toISOString() ?? null;
  return openFigures(areaCode, ctx.today, { standing, sums: await findSums(inArea(areaCode)), sitesAt }, ctx);
}

/** What stood open on a past day; null where nothing was kept. */
export async function openThen(areaCode: string, day: PlainDate, ctx: Ctx): Promise<OpenNow | null> {
  const copy = await findDay(day);
  if (copy === null) return null;
  const isHere = (code: string): boolean => code.startsWith(areaCode);
  const kept = {
    standing: new Map(copy.standing.filter(([code]) => isHere(code))),
    sums: copy.sums.filter((one) => isHere(one.areaCode)),
    sitesAt: copy.sitesAt,
  };
  return openFigures(areaCode, day, kept, ctx);
}

async function openFigures(areaCode: string, today: PlainDate, kept: Kept, ctx: Ctx): Promise<OpenNow> {
  // The lists behind these numbers go by the calendar of the reader's own area.
  const calendar = await loadCalendar(ctx.grants[0]?.areaCode ?? '');
  const days: Days = {
    today,
    overdue: dueRange('overdue', today, calendar),
    dueSoon: dueRange('within3', today, calendar),
  };
  const places = [...kept.standing].map(([code, counts]) => ({ code, open: readOpen(counts, days) }));
  const here = sumOpen(places.map(({ open }) => open));
  return {
    complaints: standingFigures(here.complaint, COMPLAINT_STATES),
    cases: { ...standingFigures(here.case, CASE_STATES), ...moneyOf(here) },
    sites: siteFigures(kept.sums),
    ...(kept.sitesAt === null ? {} : { sitesAt: kept.sitesAt }),
    areas: await areaRows(areaCode, places, kept.sums, ctx),
    industries: await industryRows(kept.sums),
  };
}

interface Place {
  code: string;
  open: OpenHere;
}

/** The parts of the area side by side; of towns only those of which there is something to say. */
async function areaRows(
  areaCode: string,
  places: readonly Place[],
  sums: readonly SiteSum[],
  ctx: Ctx,
): Promise<AreaRow[]> {
  const { items } = await listAreas({ parent: areaCode, limit: MOST_PARTS }, ctx);
  const rows = items.map(({ code, name }) => rowOf({ code, name }, places, sums));
  const isOffices = areaCode.length < OFFICE_DIGITS;
  return rows.filter((row) => isOffices || row.projects + row.complaints + row.cases > 0);
}

function rowOf(
  { code, name }: { code: string; name: string },
  places: readonly Place[],
  sums: readonly SiteSum[],
): AreaRow {
  const here = sumOpen(places.filter((one) => one.code.startsWith(code)).map(({ open }) => open));
  return {
    ...{ areaCode: code, areaName: name, hasParts: code.length <= OFFICE_DIGITS },
    ...{ complaints: here.complaint.sums['open'] ?? 0, complaintsOverdue: here.complaint.overdue },
    ...{ cases: here.case.sums['open'] ?? 0, casesOverdue: here.case.overdue, ...moneyOf(here) },
    ...siteFigures(sums.filter((one) => one.areaCode.startsWith(code))),
  };
}

async function industryRows(sums: readonly SiteSum[]): Promise<IndustryRow[]> {
  const { items } = await listDepartments({});
  const names = new Map(items.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  const industries = new Set(sums.filter(({ industry }) => industry !== '').map(({ industry }) => industry));
  return [...industries]
    .map((industry) => {
      const {
        alertsRed: _,
        alertsYellow: __,
        ...figures
      } = siteFigures(sums.filter((one) => one.industry === industry));
      return { industry, name: names.get(industry) ?? UNKNOWN, ...figures };
    })
    .sort((a, b) => b.projects - a.projects || (a.industry < b.industry ? -1 : 1));
}

const UNKNOWN = { zh: '未登记行业主管部门', en: 'No industry department on record' };
