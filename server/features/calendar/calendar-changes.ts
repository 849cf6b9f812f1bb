import type { Ctx } from '../../platform/context.ts';

/** What changed: the years, and the area when it was a local holiday. */
export interface CalendarChange {
  years: readonly number[];
  areaCode?: string;
}

/**
 * Called in the transaction of the change: it must be quick and touch only the store. A feature with open periods
 * marks them here and recomputes them in its own job, writing an event for each that moves.
 */
export type CalendarListener = (change: CalendarChange, ctx: Ctx) => Promise<void>;

const listeners = new Map<string, CalendarListener>();

/** A feature asks once, at start-up and under its own name, to be told of changes. */
export function onCalendarChanged(name: string, listener: CalendarListener): void {
  listeners.set(name, listener);
}

export async function tellCalendarChanged(change: CalendarChange, ctx: Ctx): Promise<void> {
  for (const listener of listeners.values()) await listener(change, ctx);
}
