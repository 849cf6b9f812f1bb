import type { CalendarYearView, CountView } from '@core/contract/areas.ts';

/** What one day is, and the word for it; marks carry a sign besides their colour. */
export interface DayMark {
  kind: 'off' | 'on' | 'local' | 'skipped' | 'from' | 'due';
  name: string;
}
export type DayMarks = ReadonlyMap<string, DayMark>;

export function yearMarks(view: CalendarYearView): DayMarks {
  return new Map<string, DayMark>([
    ...view.off.map(({ day, name }) => [day, { kind: 'off', name }] as const),
    ...view.on.map(({ day, name }) => [day, { kind: 'on', name }] as const),
    ...view.localOff.map(({ day, name }) => [day, { kind: 'local', name }] as const),
  ]);
}

export function countMarks(
  from: string,
  count: CountView,
  words: { from: string; due: string; weekend: string },
): DayMarks {
  return new Map<string, DayMark>([
    ...count.skipped.map(
      ({ day, why, name }) =>
        [day, { kind: why === 'holiday' ? 'off' : 'skipped', name: name ?? words.weekend }] as const,
    ),
    ...count.madeUp.map(({ day, name }) => [day, { kind: 'on', name: name ?? '' }] as const),
    [from, { kind: 'from', name: words.from }],
    [count.dueOn, { kind: 'due', name: words.due }],
  ]);
}
