import type { Words } from '../alerts/rule.ts';
import type { TaskMatter } from '../contract/coordination.ts';
import { words } from '../lives/facts.ts';

interface Duty {
  readonly name: Words;
  /** Codes of the departments whose duty it is by article 7; none where the article names nobody. */
  readonly departments: readonly string[];
}

/**
 * Which department answers for what: what a task is about, and who has to see to it. The industry's own department
 * (building, transport, water) is the one of the project.
 * @law REG-7-1
 */
export const DUTIES: Readonly<Record<TaskMatter, Duty>> = {
  unlawfulContracting: {
    name: words(
      '违法发包、转包、违法分包、挂靠、拖欠工程款引发的欠薪',
      'Arrears caused by unlawful contracting or unpaid works',
    ),
    departments: ['housing', 'transport', 'water'],
  },
  industrySupervision: {
    name: words('本行业工程项目的监管', 'Supervision of projects of the industry'),
    departments: ['housing', 'transport', 'water'],
  },
  approvalAndFunds: {
    name: words(
      '政府投资项目审批、资金来源',
      'Approval of a government project and where its funds come from',
    ),
    departments: ['developmentReform'],
  },
  governmentFunds: {
    name: words('政府投资资金预算、拨付', 'Budget and payment of government funds'),
    departments: ['finance'],
  },
  crimeAndOrder: {
    name: words('涉嫌拒不支付劳动报酬、相关治安事件', 'Suspected refusal to pay, and public order'),
    departments: ['publicSecurity'],
  },
  arrearsCase: {
    name: words('欠薪案件的监察执法', 'Inspection and enforcement in arrears cases'),
    departments: ['hrss'],
  },
  other: { name: words('其他配合事项', 'Other help'), departments: [] },
};

/** Does article 7 itself give this matter to this department? Then the task may cite it. */
export const isDutyOf = (matter: TaskMatter, departmentCode: string): boolean =>
  DUTIES[matter].departments.includes(departmentCode);
