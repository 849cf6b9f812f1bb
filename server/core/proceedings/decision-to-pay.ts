import type { PlainDate } from '../kit/plain-date.ts';
import { dayOf, servedOn } from '../lives/facts.ts';
import type { Facts } from '../lives/life-table.ts';
import { isPaidInTime } from './paid-in-time.ts';

/** Decisions that bind nobody any more. */
const GONE = ['revoked', 'changed'];

/**
 * When a decision on wages that binds was served and until when it has to be performed; undefined for any other
 * proceeding, for a decision revoked or changed, for one that reached the party too late to be obeyed in time, and for one
 * that was performed by its last day: nothing can rest on having missed it.
 */
export function decisionToPay({
  kind,
  state,
  facts,
}: {
  readonly kind: string;
  readonly state: string;
  readonly facts: Facts;
}): { servedOn: PlainDate; payBy: PlainDate } | undefined {
  if (kind !== 'decision' || GONE.includes(state)) return undefined;
  const [served, payBy] = [servedOn(facts, 'serviceMode', 'deliveredOn'), dayOf(facts, 'performBy')];
  if (served === undefined || payBy === undefined || payBy <= served) return undefined;
  return isPaidInTime(payBy, dayOf(facts, 'performedOn')) ? undefined : { servedOn: served, payBy };
}
