import { addDays, type PlainDate } from '../kit/plain-date.ts';
import { currentDue } from '../law/deadline.ts';
import { dayOf, newest } from '../lives/facts.ts';
import type { LifeSituation } from '../lives/life-table.ts';
import type { CreditEntry } from './entry.ts';

/** As much of a finding as the file of its company is read from. */
export interface FindingOfFile extends Pick<LifeSituation, 'state' | 'facts' | 'deadlines'> {
  readonly id: string;
  readonly companyId: string;
  readonly areaCode: string;
}

/**
 * What became of a finding by a day: put right, or not by the day that was named. The visit on which it was found stands
 * there by itself; one that was handed over before its day was not missed, its case says the rest.
 * @example named day 2026-11-27, put right on 2026-12-02: missed on 28 November, until 2 December, then put right
 */
export function findingEntries(
  { id, companyId, areaCode, state, facts, deadlines }: FindingOfFile,
  day: PlainDate,
): CreditEntry[] {
  // Older findings ran the period of an order to pay.
  const clock = newest({ deadlines }, 'findingRectification') ?? newest({ deadlines }, 'rectification');
  if (clock === undefined || state === 'withdrawn') return [];
  const said = { companyId, areaCode, record: { kind: 'finding' as const, id } };
  const fixed = state === 'fixed' ? dayOf(facts, 'fixedOn') : undefined;
  const by = currentDue(clock);
  const entries: CreditEntry[] = [];
  if (clock.metOn === undefined || clock.metOn > by)
    entries.push({
      ...{ ...said, kind: 'findingMissed', on: addDays(by, 1) },
      ...(fixed === undefined || fixed > day ? {} : { endedOn: fixed }),
    });
  if (fixed !== undefined) entries.push({ ...said, kind: 'findingFixed', on: fixed });
  return entries.filter(({ on }) => on <= day);
}
