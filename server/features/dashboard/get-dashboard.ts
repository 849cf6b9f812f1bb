import type { Dashboard, TrendMonth, YearFigures } from '../../core/contract/dashboard.ts';
import { fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { addPayMonths, addYears, firstDayOf, payMonthOf, plainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getArea, requireReach } from '../areas/index.ts';
import type { AreaTally, Counts, Window } from '../reports/index.ts';
import { addCounts, tallyArea } from '../reports/index.ts';
import type { AskDashboard } from './dashboard.schemas.ts';
import { openNow, openThen } from './open-figures.ts';
import { sharedScreen } from './shared-screen.ts';
import { sumsMadeAt } from './site-sum.model.ts';
import { truthBeside } from './truth-beside.ts';

/** Months of the trend. */
const MONTHS = 12;

/**
 * The leader's one screen for an area: what is open, how sites stand, the year beside the year before. Figures are as of
 * this moment; many people looking at once share one reading of them.
 */
export async function getDashboard(ask: AskDashboard, ctx: Ctx): Promise<Dashboard> {
  const areaCode = ask.areaCode ?? widestArea(ctx);
  requireReach(areaCode, ctx);
  const day = ask.day ?? ctx.today;
  if (day > ctx.today) throw wrongField('day', '不能选今天以后的日期', 'A day that has not come');
  const tally = await tallyArea(areaCode, [windowTo(day), windowTo(addYears(day, -1))]);
  const screen = await sharedScreen(
    [areaCode, day, ctx.today, ...ctx.grants.map((one) => one.areaCode)].join(' '),
    { tally, sitesAt: (await sumsMadeAt())?.getTime() ?? null, now: ctx.now.getTime() },
    () => makeScreen(areaCode, day, tally, ctx),
  );
  return { ...screen, computedAt: ctx.now.toISOString() };
}

async function makeScreen(
  areaCode: string,
  day: PlainDate,
  tally: AreaTally,
  ctx: Ctx,
): Promise<Omit<Dashboard, 'computedAt'>> {
  const area = await getArea(areaCode, ctx);
  const open =
    day === ctx.today ? await openNow(areaCode, tally.standing, ctx) : await openThen(areaCode, day, ctx);
  const [months, monthsBefore] = [monthsOf(tally, 0), monthsOf(tally, 1)];
  return {
    ...{ areaCode, areaName: area.name, day },
    ...(open === null ? {} : { open }),
    year: yearFigures(day, months),
    lastYear: yearFigures(addYears(day, -1), monthsBefore),
    trend: trendOf(payMonthOf(day), months, monthsBefore),
    truth: await truthBeside(areaCode, ctx),
  };
}

/** The widest of the areas the reader came in for; an office's at the least. */
export function widestArea(ctx: Pick<Ctx, 'grants'>): string {
  const [widest] = ctx.grants.map(({ areaCode }) => areaCode).sort((a, b) => a.length - b.length);
  if (widest === undefined) throw new AppError('forbidden');
  return widest;
}

/** Twelve months up to a day; January is always among them. */
const windowTo = (to: PlainDate): Window => ({
  from: firstDayOf(addPayMonths(payMonthOf(to), 1 - MONTHS)),
  to,
});

function monthsOf(tally: AreaTally, at: number): Map<PayMonth, Counts> {
  const sums = new Map<PayMonth, Counts>();
  for (const months of tally.windows[at]?.values() ?? [])
    for (const [month, counts] of months) {
      const own = sums.get(month) ?? {};
      sums.set(month, own);
      addCounts(own, counts);
    }
  return sums;
}

function yearFigures(to: PlainDate, months: ReadonlyMap<PayMonth, Counts>): YearFigures {
  const from = plainDate(`${to.slice(0, 4)}-01-01`);
  const sums: Counts = {};
  for (const [month, counts] of months) if (month >= payMonthOf(from)) addCounts(sums, counts);
  const of = (name: string): number => sums[name] ?? 0;
  return {
    ...{ from, to, received: of('received'), filed: of('filed'), closed: of('closed') },
    ...{ owedFen: fen(of('owedFen')), amountFen: fen(of('amountFen')) },
  };
}

function trendOf(
  last: PayMonth,
  months: ReadonlyMap<PayMonth, Counts>,
  before: ReadonlyMap<PayMonth, Counts>,
): TrendMonth[] {
  const figures = (counts: Counts | undefined) => ({
    received: counts?.['received'] ?? 0,
    closed: counts?.['closed'] ?? 0,
    amountFen: fen(counts?.['amountFen'] ?? 0),
  });
  return Array.from({ length: MONTHS }, (_, at) => {
    const month = addPayMonths(last, at + 1 - MONTHS);
    return {
      month,
      ...figures(months.get(month)),
      before: figures(before.get(addPayMonths(month, -MONTHS))),
    };
  });
}
