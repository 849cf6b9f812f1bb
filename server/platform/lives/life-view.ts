import type { Words } from '../../core/alerts/rule.ts';
import type { DeadlineView, HistoryEntry, StepWords } from '../../core/contract/deadlines.ts';
import type { LifeActionView, LifeView } from '../../core/contract/lives.ts';
import type { Edge } from '../../core/kit/flow.ts';
import { openActions } from '../../core/kit/flow.ts';
import type { CitableId } from '../../core/law/articles.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { deadlineView } from '../../core/law/deadline-view.ts';
import type { FieldSpec } from '../../core/lives/field.ts';
import type { Facts, LifeSituation, LifeTable } from '../../core/lives/life-table.ts';
import { isOffices } from '../../core/lives/own-periods.ts';
import type { LifeHistory, LifeRecord } from './life-record.ts';
import type { Reader } from './life-kind.ts';
import { isOwnApproval } from './take-life-step.ts';

export const citationWords = (id: string | undefined): Words | undefined =>
  id === undefined || !isCitable(id)
    ? undefined
    : { zh: printCitation(id, 'zh'), en: printCitation(id, 'en') };

/** The rule behind an edge of a table. */
export function citeOf(
  { flow }: Pick<LifeTable, 'flow'>,
  state: string,
  action: string,
): CitableId | undefined {
  const edge: Edge<string, string, string, string> | undefined = flow[state]?.[action];
  const id = edge?.cite;
  return id !== undefined && isCitable(id) ? id : undefined;
}

/** The buttons of a record for this reader, each with its form, or with why it is not possible yet. */
export function actionsOpen<Now extends LifeSituation>(
  {
    table,
    now,
    roles,
    lastBy,
  }: { table: LifeTable<Now>; now: Now; roles: readonly string[]; lastBy?: string | undefined },
  { actor, today }: Reader,
): LifeActionView[] {
  const userId = actor.kind === 'user' ? actor.userId : undefined;
  return openActions(table.flow, now.state, roles, today).flatMap((action) => {
    const spec = table.actions[action];
    if (spec === undefined || isOwnApproval(spec, lastBy, userId)) return [];
    const citation = citationWords(citeOf(table, now.state, action));
    const notYet = spec.notYet?.(now);
    return {
      action,
      name: spec.name,
      fields: [...spec.fields],
      ...(citation === undefined ? {} : { citation }),
      ...(notYet === undefined ? {} : { notYet }),
    };
  });
}

/** The fields of a table, each name once, in the order of its forms. */
export function fieldsOf<Now extends LifeSituation>(table: LifeTable<Now>): FieldSpec[] {
  const all = Object.values(table.actions).flatMap(({ fields }) => fields);
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

/** Said with one step and not of the whole: they stand beside that step. */
const OF_A_STEP = ['note', 'reason', 'fileIds'];

const valuesOf = (fields: readonly FieldSpec[], facts: Facts): LifeView['facts'] =>
  fields.flatMap((field) => {
    const value = facts[field.name];
    return value === undefined ? [] : [{ field, value }];
  });

/** The words of a step, and what was given with it. */
export function stepWords<Now extends LifeSituation>(
  { name, actions }: LifeTable<Now>,
  { action, given }: Pick<LifeHistory, 'action' | 'given'>,
): StepWords {
  const step = actions[action];
  return { says: step?.name ?? name, given: valuesOf(step?.fields ?? [], given) };
}

/** A clock as it is shown; the rights of others end, and nobody is late with them. */
function clockOf(deadline: Deadline, { today, calendar }: LifeSituation): DeadlineView {
  const { timeLeft, ...view } = deadlineView(deadline, today, calendar);
  if (timeLeft === undefined) return view;
  const isLapsed = timeLeft.state === 'overdue' && !isOffices(deadline.period);
  return isLapsed ? { ...view, lapsed: true } : { ...view, timeLeft };
}

/** What was given, what follows by rule, and the clocks: the part of a view that the table alone tells. */
export const tableView = <Now extends LifeSituation>(
  table: LifeTable<Now>,
  now: Now,
): Pick<LifeView, 'state' | 'stateName' | 'facts' | 'figures' | 'deadlines'> => ({
  state: now.state,
  stateName: table.states[now.state] ?? table.name,
  facts: valuesOf(
    fieldsOf(table).filter(({ name }) => !OF_A_STEP.includes(name)),
    now.facts,
  ),
  figures: table.figures(now).map(({ cite, ...figure }) => {
    const citation = citationWords(cite);
    return citation === undefined ? figure : { ...figure, citation };
  }),
  deadlines: now.deadlines.map((deadline) => clockOf(deadline, now)),
});

/** A record of its own as this reader may see it. */
export function lifeView<Now extends LifeSituation>(
  table: LifeTable<Now>,
  record: LifeRecord,
  { now, roles }: { now: Now; roles: readonly string[] },
  reader: Reader,
): LifeView {
  const { _id, version, isOpen, openedOn, closedOn, lastBy } = record;
  return {
    ...{ id: String(_id), version, isOpen, openedOn },
    ...(closedOn === undefined ? {} : { closedOn }),
    ...tableView(table, now),
    history: record.history.map((entry) => historyView(table, entry)),
    actions: actionsOpen({ table, now, roles, lastBy }, reader),
  };
}

function historyView<Now extends LifeSituation>(table: LifeTable<Now>, entry: LifeHistory): HistoryEntry {
  const { action, from, to, at, on, by, given } = entry;
  const { fileIds } = given;
  const cite = citationWords(from === undefined ? undefined : citeOf(table, from, action));
  return {
    ...{ action, to, at: at.toISOString(), on, step: stepWords(table, entry) },
    by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
    ...(from === undefined ? {} : { from }),
    ...(cite === undefined ? {} : { cite }),
    ...(Array.isArray(fileIds) && fileIds.length > 0 ? { fileIds } : {}),
  };
}
