import type { Ctx } from '../../../platform/context.ts';
import { departmentName, liaisonsOf, tellPeople, tellScreens } from '../tell.ts';
import type { TaskRecord } from './task.model.ts';

const refOf = ({ _id, version, areaCode }: TaskRecord) => ({
  ...{ subject: 'departmentTask', id: String(_id), version, areaCode },
  link: `/department-tasks/${String(_id)}`,
});

/** Who hears of which step: the other side. */
const TO_LIAISONS = {
  open: 'departmentTaskSent',
  resend: 'departmentTaskSent',
  sendBack: 'departmentTaskSentBack',
} as const;
const TO_SENDER = { answer: 'departmentTaskAnswered', return: 'departmentTaskReturned' } as const;
const isIn = <Table extends object>(action: string, table: Table): action is keyof Table & string =>
  Object.hasOwn(table, action);

/** Tells the other side of a step, and the screens of the area that something has changed. */
export async function tellOfTask(record: TaskRecord, action: string, ctx: Ctx): Promise<void> {
  if (isIn(action, TO_LIAISONS)) {
    const data = { dueOn: String(record.facts['dueOn']) };
    const message = { template: TO_LIAISONS[action], data };
    await tellPeople(refOf(record), await liaisonsOf(record, ctx), message, ctx);
  } else if (isIn(action, TO_SENDER) && record.sentBy.id !== undefined) {
    const data = { department: await departmentName(record.departmentCode) };
    await tellPeople(refOf(record), [record.sentBy.id], { template: TO_SENDER[action], data }, ctx);
  } else if (action === 'withdraw') {
    const message = { template: 'departmentTaskWithdrawn', data: {} } as const;
    await tellPeople(refOf(record), await liaisonsOf(record, ctx), message, ctx);
  }
  tellScreens(record.areaCode, String(record._id));
}
