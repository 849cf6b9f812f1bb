import type { PlainDate } from '../../core/kit/plain-date.ts';
import { currentDue } from '../../core/law/deadline.ts';
import { dayOf, newest, servedOn } from '../../core/lives/facts.ts';
import type { DecisionBehind } from '../../core/publications/publication-content.ts';
import type { ProceedingRecord } from '../cases/index.ts';

export interface FoundDecision extends DecisionBehind {
  readonly proceedingId: string;
}

const GONE = ['changed', 'revoked'];

function served(one: ProceedingRecord, today: PlainDate): FoundDecision[] {
  const on = servedOn(one.facts, 'serviceMode', 'deliveredOn');
  if (on === undefined || on > today) return [];
  const suit = newest(one, 'suit');
  const end = dayOf(one.facts, 'remediesEndOn') ?? (suit === undefined ? undefined : currentDue(suit));
  return [
    {
      proceedingId: one.id,
      number: String(one.facts['decisionNumber'] ?? ''),
      servedOn: on,
      isGone: GONE.includes(one.state),
      ...(end === undefined ? {} : { remediesEndOn: end }),
    },
  ];
}

/** The decision or penalty of a case that was served by today: the one asked for, otherwise the last that still stands. */
export function decisionBehind(
  proceedings: readonly ProceedingRecord[],
  today: PlainDate,
  proceedingId = '',
): FoundDecision | undefined {
  const found = proceedings
    .filter(({ kind }) => kind === 'decision' || kind === 'penalty')
    .flatMap((one) => served(one, today));
  if (proceedingId !== '') return found.find((one) => one.proceedingId === proceedingId);
  return found.findLast(({ isGone }) => !isGone) ?? found.at(-1);
}
