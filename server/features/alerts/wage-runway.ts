import { runwayRow } from '../../core/alerts/runway.ts';
import { nextSpringFestival } from '../../core/alerts/spring-festival.ts';
import type { RunwayRow, RunwayView } from '../../core/contract/alert-figures.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { knownInArea } from './known-facts.ts';

export interface AskRunway {
  areaCode: string;
  /** What if the owners pay so many days late? */
  delayDays?: number;
  /** Only those that will not reach Spring Festival. */
  springFestival?: boolean;
  cursor?: string;
  limit?: number;
}

const PAGE = 50;

/** How far each wage account of an area reaches, the first to run dry first; what is not known comes last. */
export async function getWageRunway(ask: AskRunway, ctx: Ctx): Promise<RunwayView> {
  const { areaCode, delayDays = 0, springFestival = false, limit = PAGE } = ask;
  const calendar = await loadCalendar(areaCode);
  const known = await knownInArea(areaCode, ctx);
  const rows = known
    .map(({ facts }) => runwayRow({ facts, today: ctx.today, calendar, delayDays }))
    .filter((row) => !springFestival || row.reachesSpringFestival === false)
    .sort(worstFirst);
  const from = ask.cursor === undefined ? 0 : Number(ask.cursor);
  const festival = nextSpringFestival(ctx.today, calendar);
  return {
    ...{ day: ctx.today, delayDays },
    ...(festival === undefined
      ? {}
      : { springFestivalOn: festival.on, springFestivalByNotice: festival.byNotice }),
    items: rows.slice(from, from + limit),
    nextCursor: from + limit < rows.length ? String(from + limit) : null,
    total: rows.length,
  };
}

/** A day that is known stands before one that is not; 'never' after every day. */
function worstFirst(a: RunwayRow, b: RunwayRow): number {
  const rank = ({ runsDryOn, days }: RunwayRow): string =>
    runsDryOn ?? (days === undefined ? 'unknown' : `9999-${String(days).padStart(12, '0')}`);
  const [first, second] = [rank(a), rank(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.projectId < b.projectId ? -1 : 1;
}
