import { addPayMonths, isPayMonth, type PayMonth } from '../../../server/core/kit/plain-date.ts';

/** '2026-01 – 2026-03, 2026-06': months that follow each other are one stretch. */
export function monthsText(months: readonly string[]): string {
  const sorted = [...new Set(months)].filter(isPayMonth).sort();
  const stretches: [PayMonth, PayMonth][] = [];
  for (const month of sorted) {
    const last = stretches.at(-1);
    if (last && addPayMonths(last[1], 1) === month) last[1] = month;
    else stretches.push([month, month]);
  }
  return stretches.map(([from, to]) => (from === to ? from : `${from} – ${to}`)).join(', ');
}

/** Every month from one to another; none when an end is missing or they are crossed. At most ten years. */
export function monthsFromTo(from: string, to: string): PayMonth[] {
  if (!isPayMonth(from) || !isPayMonth(to)) return [];
  const months: PayMonth[] = [];
  for (let month: PayMonth = from; month <= to && months.length < 120; month = addPayMonths(month, 1))
    months.push(month);
  return months;
}
