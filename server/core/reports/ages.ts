import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';

/** How old what is open is, in days since it came in: bands to look at, nothing the law knows. */
export const AGE_BANDS = [
  { id: 'week', from: 0, to: 7 },
  { id: 'month', from: 8, to: 30 },
  { id: 'twoMonths', from: 31, to: 60 },
  { id: 'threeMonths', from: 61, to: 90 },
  { id: 'older', from: 91 },
] as const satisfies readonly { id: string; from: number; to?: number }[];
export type AgeBandId = (typeof AGE_BANDS)[number]['id'];

/**
 * The days on which what is in this band came in.
 * @example ageRange('week', '2026-11-22') // { from: '2026-11-15', to: '2026-11-22' }
 */
export function ageRange(id: AgeBandId, today: PlainDate): { from?: PlainDate; to: PlainDate } {
  const band = AGE_BANDS.find((one) => one.id === id) ?? AGE_BANDS[0];
  const to = addDays(today, -band.from);
  return 'to' in band ? { from: addDays(today, -band.to), to } : { to };
}
