import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { nextDeadline } from '../../core/law/deadline.ts';
import { ofOffice } from '../../core/lives/own-periods.ts';
import { keysetPage } from '../keyset-page.ts';
import type { LifeRecord } from './life-record.ts';

/** An open record whose next last day of the office has come near or has passed. */
export interface DueLife<Stored extends LifeRecord> {
  record: Stored;
  next: Deadline;
  /** The people who made its steps, the newest first. */
  hands: readonly string[];
}

/**
 * Open records of one kind whose next last day is not after `upTo`, the earliest first, a page at a time. What is closed or
 * has nothing running lies far away. To be asked of kinds that have an index nextDueOn+_id.
 */
export async function findDueLives<Stored extends LifeRecord>(
  model: Parameters<typeof keysetPage>[0],
  upTo: PlainDate,
  cursor?: string,
): Promise<{ items: DueLife<Stored>[]; nextCursor: string | null }> {
  const { items, nextCursor } = await keysetPage<Stored>(model, {
    ...{ sorts: { nextDueOn: 'nextDueOn' }, fallback: 'nextDueOn' },
    limits: { nextDueOn: { $lte: upTo } },
    query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) },
  });
  return { items: items.flatMap(dueLife), nextCursor };
}

function dueLife<Stored extends LifeRecord>(record: Stored): DueLife<Stored>[] {
  const next = record.isOpen ? nextDeadline(ofOffice(record.deadlines)) : undefined;
  if (next === undefined) return [];
  const hands = record.history.flatMap(({ by }) => by.id ?? []).reverse();
  return [{ record, next, hands: [...new Set(hands)] }];
}
