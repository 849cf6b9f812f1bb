import { addDays, isPlainDate, type PlainDate } from '../../../server/core/kit/plain-date.ts';

/** How a notice names days off: 'from … to …, name'. */
export interface DayBlock {
  name: string;
  from: string;
  to: string;
}
export interface NamedDay {
  day: PlainDate;
  name: string;
}

/** Longest block a person can mean; a mistyped year must not make thousands of days. */
const LONGEST = 40;

/** Single named days → blocks, as a notice prints them. */
export function blocksOf(days: readonly NamedDay[]): DayBlock[] {
  const blocks: DayBlock[] = [];
  for (const { day, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = blocks.at(-1);
    if (last && last.name === name && isPlainDate(last.to) && addDays(last.to, 1) === day) last.to = day;
    else blocks.push({ name, from: day, to: day });
  }
  return blocks;
}

/** The days of a block; none when an end is missing or the ends are crossed. */
export function daysOfBlock({ name, from, to }: DayBlock): NamedDay[] {
  if (!isPlainDate(from)) return [];
  const end = isPlainDate(to) ? to : from;
  const days: NamedDay[] = [];
  for (let day = from; day <= end && days.length < LONGEST; day = addDays(day, 1)) days.push({ day, name });
  return days;
}

/** Which block the n-th day of all blocks belongs to: server problems name days, people see blocks. */
export function blockAt(blocks: readonly DayBlock[], index: number): number {
  let seen = 0;
  return blocks.findIndex((block) => (seen += daysOfBlock(block).length) > index);
}
