import { CLOSURE_CODES } from '../../core/contract/cases.ts';
import { LEAD_CHANNELS } from '../../core/contract/complaints.ts';
import type { PeriodReport } from '../../core/contract/reports.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen } from '../../core/kit/money.ts';
import { diffDays } from '../../core/kit/plain-date.ts';
import { basisPoints } from '../../core/reports/figure.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getArea, requireReach } from '../areas/index.ts';
import { CHANNEL, CLOSURE } from './report-part.ts';
import { OUTREACH_FIGURES } from './report-records.ts';
import type { AskPeriod } from './reports.schemas.ts';
import type { Tally } from './tally-period.ts';
import { tallyPeriod } from './tally-period.ts';

/** The longest period one report tells of: what an office keeps, and no more work than a moment's. */
const MOST_DAYS = 3660;

/**
 * The figures of an area from one day to another: what came in and how, what became of it, the people and the money of
 * the cases that were closed, routine visits and outreach. The screen, the workbook and the command line read this one.
 */
export async function getPeriodReport(ask: AskPeriod, ctx: Ctx): Promise<PeriodReport> {
  const { from, to } = ask;
  checkDays(ask);
  const areaCode = ask.areaCode ?? ownArea(ctx);
  requireReach(areaCode, ctx);
  const area = await getArea(areaCode, ctx);
  const tally = await tallyPeriod({ from, to, areaCode });
  return { from, to, areaCode, areaName: area.name, computedAt: ctx.now.toISOString(), ...figuresOf(tally) };
}

type Figures = Omit<PeriodReport, 'from' | 'to' | 'areaCode' | 'areaName' | 'computedAt'>;

function figuresOf({ counts, months, people, employers }: Tally): Figures {
  const of = (name: string): number => counts[name] ?? 0;
  const [received, closed] = [of('received'), of('closed')];
  return {
    inspections: employers,
    complaintsReceived: received,
    byChannel: split(LEAD_CHANNELS, CHANNEL, counts),
    complaintsAccepted: of('accepted'),
    complaintsRefused: of('refused'),
    complaintsTransferred: of('transferred'),
    complaintsWithdrawn: of('withdrawn'),
    casesFiled: of('filed'),
    casesClosed: closed,
    byClosure: split(CLOSURE_CODES, CLOSURE, counts),
    closingRate: basisPoints(closed, received),
    workers: people,
    owedFen: fen(of('owedFen')),
    amountFen: fen(of('amountFen')),
    outreach: outreachOf(of),
    byMonth: [...months].map(([month, sums]) => ({
      month,
      received: sums['received'] ?? 0,
      closed: sums['closed'] ?? 0,
      amountFen: fen(sums['amountFen'] ?? 0) satisfies Fen,
    })),
  };
}

function split<Name extends string>(
  names: readonly Name[],
  prefix: string,
  counts: Record<string, number>,
): Partial<Record<Name, number>> {
  const some: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const count = counts[`${prefix}${name}`] ?? 0;
    if (count > 0) some[name] = count;
  }
  return some;
}

function outreachOf(of: (name: string) => number): PeriodReport['outreach'] {
  const [leaflets, vehicles, people, slogans, consultations] = OUTREACH_FIGURES.map((name) =>
    of(`outreach_${name}`),
  ) as [number, number, number, number, number]; // one for each of the five names
  return { leaflets, vehicles, people, slogans, consultations };
}

function checkDays({ from, to }: AskPeriod): void {
  const why = (rule: string, zh: string, en: string): AppError =>
    new AppError('invalidInput', { count: 1 }, [{ in: 'query', path: 'to', rule, zh, en }]);
  if (to < from) throw why('date.min', '结束日不能早于开始日', 'The last day lies before the first');
  if (diffDays(from, to) > MOST_DAYS) throw why('date.max', '一次最多统计十年', 'Ten years at most');
}

/** The widest of the areas the reader came in for. */
function ownArea(ctx: Pick<Ctx, 'grants'>): string {
  const [widest] = ctx.grants.map(({ areaCode }) => areaCode).sort((a, b) => a.length - b.length);
  if (widest === undefined) throw new AppError('forbidden');
  return widest;
}
