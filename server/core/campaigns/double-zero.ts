import type { CaseState, ClosureCode } from '../contract/cases.ts';
import type { InvestmentType } from '../contract/projects.ts';
import type { Fen } from '../kit/money.ts';
import { fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { addDays, diffDays } from '../kit/plain-date.ts';
import type { CampaignWindow } from '../law/winter-campaign.ts';

/** 两清零: arrears on government and state-owned works, and all others. */
export const COUNTERS = ['public', 'others'] as const;
export type CounterId = (typeof COUNTERS)[number];

/** What a matter counts as; a project whose investment is not on record is not taken for a public one. @law CMP-2 */
export const counterOf = (investment: InvestmentType | undefined): CounterId =>
  investment === 'GOVERNMENT' || investment === 'STATE_OWNED' ? 'public' : 'others';

export const zeroBy = (counter: CounterId, { publicBy, othersBy }: CampaignWindow): PlainDate =>
  counter === 'public' ? publicBy : othersBy;

/** Open still; cleared: closed because the money was seen; or over in another way, which clears nothing. */
export const MATTER_ENDS = ['open', 'cleared', 'otherwise'] as const;
export type MatterEnd = (typeof MATTER_ENDS)[number];

export interface CampaignCase {
  filedOn: PlainDate;
  state: CaseState;
  closedOn?: PlainDate;
  closureCode?: ClosureCode;
}

export interface MatterDays {
  /** Came within the campaign; otherwise it was open when the campaign began. */
  hasCome: boolean;
  end: MatterEnd;
  endedOn?: PlainDate;
}

/**
 * How a case counts in a campaign; undefined for one that was over before it began or came after its last day. What
 * is closed after the last day was not cleared in time: it stands open in the count.
 * @example // filed 2026-10-09, closed as PAID on 2026-12-03: open at the start, cleared on 2026-12-03
 */
export function matterDays(
  { filedOn, state, closedOn, closureCode }: CampaignCase,
  { startsOn, othersBy }: CampaignWindow,
): MatterDays | undefined {
  const endedOn = state === 'closed' ? closedOn : undefined;
  if (filedOn > othersBy || (endedOn !== undefined && endedOn < startsOn)) return undefined;
  const hasCome = filedOn >= startsOn;
  if (endedOn === undefined || endedOn > othersBy) return { hasCome, end: 'open' };
  return { hasCome, end: closureCode === 'PAID' ? 'cleared' : 'otherwise', endedOn };
}

/** One matter as it is added up. */
export interface CountedMatter extends MatterDays {
  counter: CounterId;
  department: string;
  areaCode: string;
  filedOn: PlainDate;
  owedFen: number;
  seenFen: number;
}

/** What happened to one counter in one department's field on one day, or what was open before the first. */
export interface Cell {
  counter: CounterId;
  department: string;
  day: PlainDate | typeof START;
  came: number;
  cleared: number;
  otherwise: number;
  owedFen: number;
  seenFen: number;
  leftFen: number;
}
export const START = 'start';

/** Adds matters up by counter, department and day. */
export function cellsOf(matters: Iterable<CountedMatter>): Cell[] {
  const cells = new Map<string, Cell>();
  const at = ({ counter, department }: CountedMatter, day: Cell['day']): Cell => {
    const key = `${counter}|${department}|${day}`;
    const none = { came: 0, cleared: 0, otherwise: 0, owedFen: 0, seenFen: 0, leftFen: 0 };
    const cell = cells.get(key) ?? { counter, department, day, ...none };
    cells.set(key, cell);
    return cell;
  };
  for (const matter of matters) {
    const { hasCome, filedOn, end, endedOn, owedFen, seenFen } = matter;
    const came = at(matter, hasCome ? filedOn : START);
    came.came += 1;
    came.owedFen += owedFen;
    came.seenFen += seenFen;
    if (end === 'open') came.leftFen += Math.max(0, owedFen - seenFen);
    else if (endedOn !== undefined) at(matter, endedOn)[end] += 1;
  }
  return [...cells.values()];
}

/** How a counter stands: what there was, what came, what is over, what is left. */
export interface Standing {
  atStart: number;
  came: number;
  cleared: number;
  otherwise: number;
  left: number;
  owedFen: Fen;
  seenFen: Fen;
  leftFen: Fen;
}

export function standingOf(cells: Iterable<Cell>): Standing {
  const sums = { atStart: 0, came: 0, cleared: 0, otherwise: 0, owedFen: 0, seenFen: 0, leftFen: 0 };
  for (const cell of cells) {
    if (cell.day === START) sums.atStart += cell.came;
    else sums.came += cell.came;
    for (const name of ['cleared', 'otherwise', 'owedFen', 'seenFen', 'leftFen'] as const)
      sums[name] += cell[name];
  }
  const { atStart, came, cleared, otherwise } = sums;
  return {
    ...{ atStart, came, cleared, otherwise, left: atStart + came - cleared - otherwise },
    ...{ owedFen: fen(sums.owedFen), seenFen: fen(sums.seenFen), leftFen: fen(sums.leftFen) },
  };
}

/** The end of one day: what was left, or absent while it is to come, and what may be left on the way to zero. */
export interface DayPoint {
  day: PlainDate;
  left?: number;
  need: number;
  came: number;
  cleared: number;
  otherwise: number;
}

/**
 * Day by day from the first to the day of zero, or to today where that has gone by: what was left in the evening, beside
 * the straight line from what there was at the start down to nothing.
 * @example // 40 at the start, 10 days: after one day 36 may be left
 */
export function dayLine(
  cells: readonly Cell[],
  { startsOn, zero, today }: { startsOn: PlainDate; zero: PlainDate; today: PlainDate },
): DayPoint[] {
  const whole = diffDays(startsOn, zero);
  const of = new Map<string, Pick<DayPoint, 'came' | 'cleared' | 'otherwise'>>();
  for (const { day, came, cleared, otherwise } of cells) {
    const sum = of.get(day) ?? { came: 0, cleared: 0, otherwise: 0 };
    of.set(day, {
      ...{ came: sum.came + came, cleared: sum.cleared + cleared, otherwise: sum.otherwise + otherwise },
    });
  }
  const atStart = of.get(START)?.came ?? 0;
  let left = atStart;
  const last = today > zero ? today : zero;
  const points: DayPoint[] = [];
  for (let day = startsOn; day <= last; day = addDays(day, 1)) {
    const { came, cleared, otherwise } = of.get(day) ?? { came: 0, cleared: 0, otherwise: 0 };
    left += came - cleared - otherwise;
    const togo = Math.max(0, diffDays(day, zero));
    const need = whole === 0 ? 0 : Math.ceil((atStart * togo) / whole);
    points.push({ day, ...(day > today ? {} : { left }), need, came, cleared, otherwise });
  }
  return points;
}

/** Matters to be cleared each day from today, today included, so that nothing is left; null once the day has passed. */
export function perDay(left: number, today: PlainDate, zero: PlainDate): number | null {
  if (left === 0) return 0;
  return today > zero ? null : Math.ceil(left / (diffDays(today, zero) + 1));
}
