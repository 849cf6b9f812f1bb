import type { DeadlineView, HistoryEntry } from '../../../core/contract/deadlines.ts';
import type { ProceedingView } from '../../../core/contract/proceedings.ts';
import type { Deadline } from '../../../core/law/deadline.ts';
import { isOffices } from '../../../core/proceedings/own-periods.ts';
import { deadlineView } from '../../../core/law/deadline-view.ts';
import type { FieldSpec } from '../../../core/proceedings/field.ts';
import type { Facts, ProceedingTable } from '../../../core/proceedings/proceeding-table.ts';
import { PROCEEDINGS } from '../../../core/proceedings/proceedings.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { CaseRecord } from '../case.record.ts';
import { citationWords, stepsOpen } from './open-steps.ts';
import type { ProceedingRecord, ProceedingStep } from './proceeding.record.ts';
import type { Ground } from './proceeding-situation.ts';
import { situationOf } from './proceeding-situation.ts';

/** The fields of a table, each name once, in the order of its forms. */
export function fieldsOf(table: ProceedingTable): FieldSpec[] {
  const all = Object.values(table.actions).flatMap(({ fields }) => fields);
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

/** Said with one step and not of the whole: they stand beside that step. */
const OF_A_STEP = ['note', 'reason', 'fileIds'];

const valuesOf = (fields: readonly FieldSpec[], facts: Facts): ProceedingView['facts'] =>
  fields.flatMap((field) => {
    const value = facts[field.name];
    return value === undefined ? [] : [{ field, value }];
  });

/** What a line of the case's history says of a step: its words, and what was given with it. */
export function stepView({
  id,
  kind,
  action,
  given,
}: ProceedingStep): NonNullable<HistoryEntry['proceeding']> {
  const { name, actions } = PROCEEDINGS[kind];
  const step = actions[action];
  return {
    id,
    kind: name,
    says: step?.name ?? name,
    given: valuesOf(step?.fields ?? [], given),
  };
}

/** A clock of the proceeding; the rights of others end, and nobody is late with them. */
function clockOf(deadline: Deadline, { today, calendar }: Ground): DeadlineView {
  const { timeLeft, ...view } = deadlineView(deadline, today, calendar);
  if (timeLeft === undefined) return view;
  const isLapsed = timeLeft.state === 'overdue' && !isOffices(deadline.period);
  return isLapsed ? { ...view, lapsed: true } : { ...view, timeLeft };
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
    id: one.id,
    kind: one.kind,
    number: one.number,
    name: table.name,
    state: one.state,
    stateName: table.states[one.state] ?? table.name,
    isOpen: one.closedOn === undefined,
    openedOn: one.openedOn,
    ...(one.closedOn === undefined ? {} : { closedOn: one.closedOn }),
    facts: valuesOf(
      fieldsOf(table).filter(({ name }) => !OF_A_STEP.includes(name)),
      one.facts,
    ),
    figures: table.figures(now).map(({ cite, ...figure }) => {
      const citation = citationWords(cite);
      return citation === undefined ? figure : { ...figure, citation };
    }),
    deadlines: one.deadlines.map((deadline) => clockOf(deadline, ground)),
    history: history.filter(({ proceeding }) => proceeding?.id === one.id),
    actions: stepsOpen(table, record, one, now, ctx),
  };
}
