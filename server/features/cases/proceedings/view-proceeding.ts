import type { HistoryEntry } from '../../../core/contract/deadlines.ts';
import type { ProceedingView } from '../../../core/contract/proceedings.ts';
import { PROCEEDINGS } from '../../../core/proceedings/proceedings.ts';
import type { Ctx } from '../../../platform/context.ts';
import { stepWords, tableView } from '../../../platform/lives/index.ts';
import type { CaseRecord } from '../case.record.ts';
import { stepsOpen } from './open-steps.ts';
import type { ProceedingRecord, ProceedingStep } from './proceeding.record.ts';
import type { Ground } from './proceeding-situation.ts';
import { situationOf } from './proceeding-situation.ts';

/** What a line of the case's history says of a step: its words, and what was given with it. */
export function stepView(step: ProceedingStep): NonNullable<HistoryEntry['proceeding']> {
  const table = PROCEEDINGS[step.kind];
  return { id: step.id, kind: table.name, ...stepWords(table, step) };
}

/** One proceeding as this reader may see it: what was given, what follows by rule, its clocks, its steps and its buttons. */
export function viewProceeding(
  record: CaseRecord,
  one: ProceedingRecord,
  history: readonly HistoryEntry[],
  ground: Ground,
  ctx: Pick<Ctx, 'actor' | 'grants' | 'today'>,
): ProceedingView {
  const table = PROCEEDINGS[one.kind];
  const now = situationOf(record, one, ground);
  return {
    ...{ id: one.id, kind: one.kind, number: one.number, name: table.name },
    isOpen: one.closedOn === undefined,
    openedOn: one.openedOn,
    ...(one.closedOn === undefined ? {} : { closedOn: one.closedOn }),
    ...tableView(table, now),
    history: history.filter(({ proceeding }) => proceeding?.id === one.id),
    actions: stepsOpen(table, record, one, now, ctx),
  };
}
