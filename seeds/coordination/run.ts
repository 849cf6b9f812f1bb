import type { OpenDepartmentTask } from '../../server/core/contract/coordination.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import {
  listTasks,
  moveOrder,
  moveTask,
  openOrder,
  openTask,
} from '../../server/features/coordination/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import type { Person } from '../demo-office.ts';
import { staff } from '../demo-office.ts';
import { seedOffice } from './office.ts';

interface Told {
  title: string;
  content: string;
  matter: OpenDepartmentTask['matter'];
  kind?: OpenDepartmentTask['kind'];
  /** Sent so many days ago, to be answered so many days after today (before it where negative). */
  sent: number;
  due: number;
  /** What the department did since: on which day before today, and what it said. */
  steps?: readonly [action: string, before: number, given: Record<string, string>][];
}

const TASKS: readonly Told[] = [
  {
    title: '核查总包单位工程款拨付情况',
    content: '核查建设单位是否按合同拨付人工费，督促总包单位补足专用账户。',
    matter: 'unlawfulContracting',
    ...{ sent: 3, due: 7 },
  },
  {
    title: '移送：涉嫌违法分包的班组用工线索',
    content: '现场检查发现劳务作业由个人承接，请依职责调查并答复处理意见。',
    matter: 'unlawfulContracting',
    kind: 'referral',
    ...{ sent: 24, due: -4 },
    steps: [['accept', 22, {}]],
  },
  {
    title: '本行业在建项目专用账户开设情况',
    content: '请逐个项目反馈开户、备案和人工费拨付情况。',
    matter: 'industrySupervision',
    ...{ sent: 15, due: 5 },
    steps: [
      ['accept', 14, {}],
      ['answer', 2, { answer: '在建项目均已开设专用账户，两个项目的备案正在补办。' }],
    ],
  },
  {
    title: '核实某装修工程的用工主体',
    content: '请核实该工程的发包、承包单位。',
    matter: 'other',
    ...{ sent: 6, due: 9 },
    steps: [
      ['return', 5, { reason: '该工程未办理施工许可，不在本部门监管台账内，建议由属地街道先行核实。' }],
    ],
  },
];

/**
 * What the office of the joint meeting has asked of the housing bureau: new, overdue, answered and given back; and two
 * matters under supervision, one of them listed with a milestone that was missed; and what the office itself does. A second run finds them and does nothing.
 */
export async function seedCoordination(ctx: Ctx): Promise<number> {
  if ((await listTasks({ limit: 1 }, ctx)).total > 0) return 0;
  const [leader, housing] = [await staff('leader'), await staff('housing')];
  const at = (who: Person, before: number): Ctx => {
    const own = who.on(addDays(ctx.today, -before));
    return own.now < ctx.now ? own : { ...own, now: ctx.now };
  };
  const day = (after: number): PlainDate => addDays(ctx.today, after);
  for (const { title, content, matter, kind = 'task', sent, due, steps = [] } of TASKS) {
    const given = { content, dueOn: day(due) };
    const to = { areaCode: DEMO_AREA, departmentCode: 'housing' };
    let { id, version } = await openTask({ ...to, kind, matter, title, given }, at(leader, sent));
    for (const [action, before, said] of steps)
      ({ id, version } = await moveTask({ id, version, action, given: said }, at(housing, before)));
  }
  await seedOrders({ leader, housing, at, day });
  await seedOffice({ leader, at, day });
  return TASKS.length;
}

async function seedOrders(seen: {
  leader: Person;
  housing: Person;
  at: (who: Person, before: number) => Ctx;
  day: (after: number) => PlainDate;
}): Promise<void> {
  const { leader, housing, at, day } = seen;
  const common = {
    ...{ areaCode: DEMO_AREA, departmentCode: 'housing' },
  };
  const listed = await openOrder(
    {
      ...common,
      title: '城东安置房项目拖欠农民工工资',
      milestones: [
        { name: '首批资金到位，支付三成欠薪', dueOn: day(-10) },
        { name: '第二批资金到位，支付七成欠薪', dueOn: day(-2) },
        { name: '全部付清', dueOn: day(25) },
      ],
      given: {
        requirement: '按节点筹措资金，春节前全部付清，每周报告进展。',
        fundingPlan: '建设单位分三期拨付工程款，不足部分由总包单位先行清偿。',
        plannedFen: 186_000_000,
        ...{ responsiblePerson: '王建业', responsiblePost: '副局长' },
        ...{ dueOn: day(25), isListed: true },
      },
    },
    at(leader, 30),
  );
  const given = { milestone: 1, reachedOn: day(-11), note: '首批资金已到账并发放' };
  const reached = await moveOrder(
    { id: listed.id, version: listed.version, action: 'reach', given },
    at(housing, 11),
  );
  const progress = { progress: '第二批资金因建设单位审批推迟，预计五日内到账。' };
  await moveOrder(
    { id: reached.id, version: reached.version, action: 'report', given: progress },
    at(housing, 1),
  );
  await openOrder(
    {
      ...common,
      title: '在建项目专用账户补办备案',
      milestones: [],
      given: {
        requirement: '逐个项目核对，缺备案的限期补办。',
        fundingPlan: '不涉及资金。',
        ...{ responsiblePerson: '王建业', responsiblePost: '副局长', dueOn: day(12) },
      },
    },
    at(leader, 8),
  );
}
