import type { TrendMonth } from '../../../../server/core/contract/dashboard.ts';

export interface TrendBar {
  kind: 'received' | 'closed';
  x: number;
  width: number;
  height: number;
  /** How high last year's stood. */
  before: number;
  count: number;
}
export interface TrendGroup {
  month: string;
  label: string;
  middle: number;
  bars: TrendBar[];
}
/** Room above the highest bar for its number. */
const HEAD = 16;
const KINDS = ['received', 'closed'] as const;

/** Two bars a month on one scale from zero, which last year's figures share. */
export function trendBars(
  months: readonly TrendMonth[],
  { width, height }: { width: number; height: number },
): TrendGroup[] {
  const all = months.flatMap((one) => KINDS.flatMap((kind) => [one[kind], one.before[kind]]));
  const most = Math.max(1, ...all);
  const high = (count: number): number => Math.round((count / most) * (height - HEAD));
  const step = width / Math.max(1, months.length);
  const bar = step / 3.2;
  return months.map((one, at) => {
    const middle = (at + 0.5) * step;
    return {
      ...{ month: one.month, label: one.month.slice(2).replace('-', '.'), middle },
      bars: KINDS.map((kind, place) => ({
        ...{ kind, width: bar, x: middle - bar - 2 + place * (bar + 4) },
        ...{ height: high(one[kind]), before: high(one.before[kind]), count: one[kind] },
      })),
    };
  });
}
