import type { MatterRow } from '../../core/contract/matters.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { currentDue, isOpen } from '../../core/law/deadline.ts';
import { timeLeft } from '../../core/law/time-left.ts';
import { demandServedOn } from '../../core/proceedings/proof-demand.ts';
import { demandDeadline, isLacking } from './demand-standing.ts';
import type { Matter } from './gather-matters.ts';

/** What surrounds the matters of one office. */
export interface Office {
  name: string;
  calendar: Calendar;
}

/** The period of an order: the case's own, which knows whether it was met. */
export function orderDeadline(
  { record }: Matter,
  { servedOn, rectifyBy }: Matter['orders'][number],
): Deadline {
  const found = record.deadlines.findLast(
    (one) => one.period === 'rectification' && one.startedOn === servedOn && one.dueOn === rectifyBy,
  );
  return found ?? { period: 'rectification', startedOn: servedOn, dueOn: rectifyBy };
}

/** One case in the company's list: what it has to do and by when. */
export function matterRow(matter: Matter, { name, calendar }: Office, today: PlainDate): MatterRow {
  const { record, papers } = matter;
  const isClosed = record.state === 'closed';
  const tasks = (isClosed ? [] : tasksOf(matter))
    .map((one) => ({ ...one, timeLeft: timeLeft(today, one.dueOn, calendar) }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const isOverdue = tasks.some((one) => one.timeLeft.state === 'overdue');
  return {
    id: String(record._id),
    caseNumber: record.caseNumber,
    officeName: name,
    standing: tasks.length === 0 ? 'nothing' : isOverdue ? 'overdue' : 'waiting',
    tasks,
    paperCount: papers.length,
    servedOn: lastServed(matter),
    isClosed,
  };
}

type Task = Pick<MatterRow['tasks'][number], 'task' | 'dueOn'>;

function tasksOf(matter: Matter): Task[] {
  const { orders, demands, sheet, proofs } = matter;
  const tasks: Task[] = orders
    .map((order) => orderDeadline(matter, order))
    .filter(isOpen)
    .map((deadline) => ({ task: 'order', dueOn: currentDue(deadline) }));
  for (const demand of demands) {
    if (demand.state === 'waiting' && isLacking(demand, proofs))
      tasks.push({ task: 'proofDemand', dueOn: currentDue(demandDeadline(demand)) });
  }
  if (sheet?.canAnswer === true && sheet.answerBy !== undefined && sheet.unanswered > 0)
    tasks.push({ task: 'arrears', dueOn: sheet.answerBy });
  return tasks;
}

function lastServed({ record, papers, orders, demands, sheet }: Matter): PlainDate {
  const days = [
    ...[...papers, ...orders].map(({ servedOn }) => servedOn),
    ...demands.flatMap(({ facts }) => demandServedOn(facts) ?? []),
    ...(sheet?.shownOn === undefined ? [] : [sheet.shownOn]),
  ].sort();
  return days.at(-1) ?? record.filedOn;
}
