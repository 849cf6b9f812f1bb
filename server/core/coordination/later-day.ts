import type { Facts, LifeSituation, WrongValue } from '../lives/life-table.ts';
import { dayOf, wrong } from '../lives/facts.ts';

/** A last day that is named has to lie ahead. */
export function aheadOfToday(field: string): (now: LifeSituation) => WrongValue | undefined {
  return ({ facts, today }) => {
    const day = dayOf(facts, field);
    return day !== undefined && day <= today ? wrong(field, '须晚于今天', 'After today') : undefined;
  };
}

/** The day of this field, for periods whose last day the paper names. */
export const namedIn = (field: string) => (now: { facts: Facts }) => dayOf(now.facts, field);
