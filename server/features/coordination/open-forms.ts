import type { CoordinationKind, OpenForm } from '../../core/contract/coordination.ts';
import { DEPARTMENT_TASK } from '../../core/coordination/department-task.ts';
import { FORMAL_TALK } from '../../core/coordination/formal-talk.ts';
import { JOINT_MEETING } from '../../core/coordination/joint-meeting.ts';
import { SUPERVISION_ORDER } from '../../core/coordination/supervision-order.ts';
import type { LifeTable } from '../../core/lives/life-table.ts';
import { OPEN } from '../../core/lives/life-table.ts';
import { AppError } from '../../platform/app-error.ts';
import { citationWords } from '../../platform/lives/index.ts';

type Opened = Pick<LifeTable, 'cite'> & {
  actions: Readonly<Record<string, Pick<LifeTable['actions'][string], 'name' | 'fields'>>>;
};
const TABLES: Readonly<Record<CoordinationKind, Opened>> = {
  departmentTask: DEPARTMENT_TASK,
  supervisionOrder: SUPERVISION_ORDER,
  formalTalk: FORMAL_TALK,
  jointMeeting: JOINT_MEETING,
};

/** The form with which a record of this kind is opened: the page draws it, the door checks it from the same table. */
export function openForm(kind: CoordinationKind): OpenForm {
  const { cite, actions } = TABLES[kind];
  const action = actions[OPEN];
  if (action === undefined) throw new AppError('notFound');
  const citation = citationWords(cite);
  return {
    name: action.name,
    fields: [...action.fields],
    ...(citation === undefined ? {} : { citation }),
  };
}
