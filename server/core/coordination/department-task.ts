import type { Words } from '../alerts/rule.ts';
import type { Sender, TaskState } from '../contract/coordination.ts';
import { countPeriod } from '../law/count-period.ts';
import { dayOf, words } from '../lives/facts.ts';
import { anyDay, files, note, reason, text } from '../lives/form.ts';
import { lifeTable, type LifeSituation } from '../lives/life-table.ts';
import { aheadOfToday, namedIn } from './later-day.ts';

/** `sender`: the office that sent it; `liaison`: of the department it went to. */
export type TaskRole = 'sender' | 'liaison';

export interface TaskSituation extends LifeSituation {
  /** Working days in which the area lets a department give a task back; unset: at any time before the answer. */
  readonly returnDays?: number;
}

const dueOn = anyDay('dueOn', words('答复期限', 'Answer by'), {
  hint: words('由发出单位确定，不是法定期限', 'Named by the sender, not by law'),
});
const content = text('content', words('任务要求', 'What is asked for'));

/**
 * 部门任务、移送: what the office of the joint meeting or the inspectorate asks a member department to do. The department
 * takes it or gives it back with a reason, answers by the day named, and the sender is content or sends it back.
 * @law REG-7-1
 */
export const DEPARTMENT_TASK = lifeTable<TaskRole, TaskSituation>()({
  name: words('部门任务', 'Department task'),
  cite: 'REG-7-1',
  flow: {
    unopened: { open: { to: 'sent', by: ['sender'], starts: ['departmentTask'] } },
    sent: {
      accept: { to: 'accepted', by: ['liaison'] },
      return: { to: 'returned', by: ['liaison'], meets: ['departmentTask'] },
      extend: { to: 'sent', by: ['sender'] },
      withdraw: { to: 'withdrawn', by: ['sender'], meets: ['departmentTask'] },
    },
    accepted: {
      answer: { to: 'answered', by: ['liaison'], meets: ['departmentTask'] },
      return: { to: 'returned', by: ['liaison'], meets: ['departmentTask'] },
      extend: { to: 'accepted', by: ['sender'] },
      withdraw: { to: 'withdrawn', by: ['sender'], meets: ['departmentTask'] },
    },
    returned: {
      resend: { to: 'sent', by: ['sender'], starts: ['departmentTask'] },
      withdraw: { to: 'withdrawn', by: ['sender'] },
    },
    answered: {
      close: { to: 'closed', by: ['sender'] },
      sendBack: { to: 'accepted', by: ['sender'], starts: ['departmentTask'] },
    },
    closed: {},
    withdrawn: {},
  },
  states: {
    sent: words('待签收', 'To be accepted'),
    accepted: words('办理中', 'In work'),
    returned: words('已退回', 'Given back'),
    answered: words('已答复', 'Answered'),
    closed: words('已办结', 'Closed'),
    withdrawn: words('已撤回', 'Withdrawn'),
  } satisfies Record<TaskState, Words>,
  actions: {
    open: {
      name: words('发出任务', 'Send the task'),
      fields: [content, dueOn, files],
      check: aheadOfToday('dueOn'),
      endsOn: { departmentTask: namedIn('dueOn') },
      keeps: ({ today }) => ({ sentOn: today }),
    },
    accept: { name: words('签收', 'Accept'), fields: [note] },
    return: {
      name: words('退回', 'Give back'),
      fields: [reason, files],
      notYet: returnTimeOver,
    },
    answer: {
      name: words('答复', 'Answer'),
      fields: [text('answer', words('办理结果', 'What was done')), files],
    },
    extend: {
      name: words('延长期限', 'Give more time'),
      fields: [anyDay('dueOn', words('新的答复期限', 'Answer by')), reason],
      extends: { period: 'departmentTask', to: namedIn('dueOn') },
      check: (now, before) => {
        const [day, was] = [dayOf(now.facts, 'dueOn'), dayOf(before.facts, 'dueOn')];
        if (day !== undefined && was !== undefined && day <= was)
          return { field: 'dueOn', zh: `须晚于原期限 ${was}`, en: `After the day before, ${was}` };
        return aheadOfToday('dueOn')(now);
      },
    },
    resend: {
      name: words('重新发出', 'Send again'),
      fields: [content, dueOn, files],
      check: aheadOfToday('dueOn'),
      endsOn: { departmentTask: namedIn('dueOn') },
      keeps: ({ today }) => ({ sentOn: today }),
    },
    close: { name: words('办结', 'Close'), fields: [note] },
    sendBack: {
      name: words('退回补办', 'Send back for more'),
      fields: [reason, dueOn, files],
      check: aheadOfToday('dueOn'),
      endsOn: { departmentTask: namedIn('dueOn') },
    },
    withdraw: { name: words('撤回', 'Withdraw'), fields: [reason] },
  },
  figures: () => [],
});

/** A department that has it for longer than the area allows answers it; it does not give it back. */
function returnTimeOver({ facts, today, calendar, returnDays }: TaskSituation): Words | undefined {
  const sentOn = dayOf(facts, 'sentOn');
  if (sentOn === undefined || returnDays === undefined) return undefined;
  const last = countPeriod({
    ...{ from: sentOn, length: { workingDays: returnDays }, roll: 'none', calendar },
  }).dueOn;
  return today <= last
    ? undefined
    : words(
        `退回须在收到后 ${returnDays} 个工作日内，至 ${last} 止`,
        `A task can be given back within ${returnDays} working days, until ${last}`,
      );
}

/** The roles that send, in the order in which somebody who holds several sends. */
export const SENDS_AS: readonly Sender[] = ['leader', 'bureauHead', 'inspector'];
