import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import { seedCoordination } from '../../../seeds/coordination/run.ts';
import { staff } from '../../../seeds/demo-office.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import type { DepartmentTaskView, SupervisionOrderView } from '../../../server/core/contract/coordination.ts';
import type { FormalTalkView } from '../../../server/core/contract/coordination-office.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import {
  getMeeting,
  listMeetings,
  listOrders,
  listReplies,
  listTalks,
  listTasks,
  moveOrder,
  moveTalk,
  moveTask,
} from '../../../server/features/coordination/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { SupervisionOrders } from '../../../server/features/coordination/orders/order.model.ts';
import { JointMeetings } from '../../../server/features/coordination/meetings/meeting.model.ts';
import { FormalTalks } from '../../../server/features/coordination/talks/talk.model.ts';
import { DepartmentTasks } from '../../../server/features/coordination/tasks/task.model.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

const TASK = {
  areaCode: '532601',
  departmentCode: 'housing',
  kind: 'task',
  matter: 'unlawfulContracting',
  title: '核查总包单位工程款支付情况',
  given: { content: '核查工程款支付，督促建设单位按约拨付人工费', dueOn: '2026-11-30' },
};

describe('coordination', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'leader' | 'head' | 'inspector' | 'housing' | 'transport' | 'clerk', Agent>; // all signed in below
  const send = (agent: Agent, body: object, key = randomUUID()) =>
    agent.post('/api/department-tasks').set('idempotency-key', key).send(body);
  const move = (
    agent: Agent,
    { id, version }: Pick<DepartmentTaskView, 'id' | 'version'>,
    action: string,
    given = {},
  ) =>
    agent
      .post(`/api/department-tasks/${id}/moves/${action}`)
      .set({ 'if-match': `"v${version}"`, 'idempotency-key': randomUUID() })
      .send({ given });
  const sent = async (body: object = TASK, agent = who.leader): Promise<DepartmentTaskView> => {
    const res = await send(agent, body);
    assert.equal(res.status, 201, res.text);
    return res.body as DepartmentTaskView;
  };
  const done = async (...args: Parameters<typeof move>): Promise<DepartmentTaskView> => {
    const res = await move(...args);
    assert.equal(res.status, 200, res.text);
    return res.body as DepartmentTaskView;
  };
  /** The same on a later day, on which nobody is signed in any more. */
  const on = async (
    day: string,
    login: string,
    { id, version }: DepartmentTaskView,
    action: string,
    given = {},
  ): Promise<DepartmentTaskView> =>
    moveTask({ id, version, action, given }, (await staff(login)).on(plainDate(day)));
  const actions = (view: DepartmentTaskView): string[] => view.actions.map(({ action }) => action);

  before(async () => {
    test = startTestApp(); // Saturday 2026-11-21
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    const account = { login: 'roads', name: '路通达' };
    const grants = [{ role: 'departmentLiaison' as const, areaCode: '532601', departmentCode: 'transport' }];
    await openAccount({ ...account, grants }, { text: DEMO_PASSWORD, mustChange: false }, ctx);
    for (const login of ['leader', 'head', 'inspector', 'housing', 'clerk'] as const)
      who[login] = await test.signIn(login, DEMO_PASSWORD);
    who.transport = await test.signIn('roads', DEMO_PASSWORD);
  });

  it('goes from the leader to the department, is accepted, answered and closed; both sides are told', async () => {
    const key = randomUUID();
    const first = await send(who.leader, TASK, key);
    const task = first.body as DepartmentTaskView;
    assert.equal((await send(who.leader, TASK, key)).body.id, task.id, 'the same key is the same task');
    assert.equal(task.state, 'sent');
    assert.equal(task.citation?.zh.includes('第七条'), true, JSON.stringify(task.citation));
    assert.deepEqual(
      task.deadlines.map(({ kind, dueOn }) => [kind, dueOn]),
      [['internal', '2026-11-30']],
      'the day is the sender’s, not the law’s',
    );
    const seen = (await who.housing.get(`/api/department-tasks/${task.id}`)).body as DepartmentTaskView;
    assert.deepEqual(actions(seen), ['accept', 'return']);
    const accepted = await done(who.housing, task, 'accept');
    assert.equal((await move(who.housing, task, 'answer', { answer: '已核查' })).status, 412);
    assert.equal((await move(who.housing, accepted, 'answer')).status, 422);
    const answered = await done(who.housing, accepted, 'answer', { answer: '已督促拨付' });
    assert.deepEqual([answered.answeredOn, answered.answeredLate], ['2026-11-21', false]);
    assert.equal((await move(who.housing, answered, 'close')).status, 403, 'the sender closes');
    const closed = await done(who.leader, answered, 'close');
    assert.deepEqual([closed.state, closed.isOpen, closed.closedOn], ['closed', false, '2026-11-21']);
    const events = await Events.find({ subject: `departmentTask:${task.id}` })
      .sort({ seq: 1 })
      .lean();
    assert.deepEqual(
      events.map(({ action }) => action),
      ['open', 'accept', 'answer', 'close'].map((action) => `departmentTask.${action}`),
    );
    assert.equal(JSON.stringify(events).includes('督促'), false, 'what people wrote is not in the chain');
    const told = await Outbox.find({ template: /^departmentTask/u }, { template: 1 }).lean();
    assert.deepEqual(told.map(({ template }) => template).sort(), [
      'departmentTaskAnswered',
      'departmentTaskSent',
    ]);
  });

  it('is not there for another department, another area or the desk, in lists as by its address', async () => {
    const { id } = await sent();
    assert.equal((await who.transport.get(`/api/department-tasks/${id}`)).status, 404);
    assert.equal((await who.transport.get('/api/department-tasks')).body.total, 0);
    assert.equal((await who.clerk.get(`/api/department-tasks/${id}`)).status, 403);
    assert.equal((await who.inspector.get(`/api/department-tasks/${id}`)).status, 200);
    assert.equal((await move(who.transport, { id, version: 1 }, 'accept')).status, 404);
    const own = await who.inspector.get(`/api/department-tasks/${id}`);
    assert.deepEqual(actions(own.body as DepartmentTaskView), [], 'the leader sent it, he goes on with it');
  });

  it('is not sent to nobody, to an unknown department, into another area, or to be answered yesterday', async () => {
    const refused = async (body: object, agent = who.head) => {
      const res = await send(agent, { ...TASK, ...body });
      const fields = (res.body as { fields?: { path: string }[] }).fields ?? [];
      return [res.status, ...fields.map(({ path }) => path)];
    };
    assert.deepEqual(await refused({ departmentCode: 'water' }), [422, 'departmentCode']);
    assert.deepEqual(await refused({ departmentCode: 'nosuch' }), [422, 'departmentCode']);
    assert.deepEqual(await refused({ areaCode: '532622' }), [403]);
    assert.deepEqual(await refused({ given: { ...TASK.given, dueOn: '2026-11-21' } }), [422, 'given.dueOn']);
    assert.deepEqual(await refused({ given: { content: 'x' } }), [422, 'given.dueOn']);
    const about = { kind: 'case', id: 'f'.repeat(24) };
    assert.deepEqual(await refused({ about }), [422, 'about.id']);
    assert.deepEqual(await refused({}, who.housing), [403]);
  });

  it('can be given back within the working days the area has set, and after that only answered', async () => {
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    await setParameter(
      'taskReturnDays',
      { areaCode: '5326', from: test.clock.today(), value: 2, source: '联席会议办公室' },
      ctx,
    );
    const [early, late] = [await sent(), await sent()];
    const reason = { reason: '不属本部门职责' };
    const returned = await on('2026-11-24', 'housing', early, 'return', reason); // Tuesday: the second working day
    assert.equal(returned.state, 'returned');
    const again = await done(who.leader, returned, 'resend', { ...TASK.given, dueOn: '2026-12-01' });
    assert.equal(again.dueOn, '2026-12-01');
    await assert.rejects(on('2026-11-25', 'housing', late, 'return', reason), { code: 'notYet' });
  });

  it('counts the replies by department: late answers, what was sent back, what is overdue', async () => {
    const [late, open] = [
      await sent(TASK, who.head),
      await sent({ ...TASK, kind: 'referral' }, who.inspector),
    ];
    const day = '2026-12-02';
    const accepted = await on(day, 'housing', late, 'accept');
    const answered = await on(day, 'housing', accepted, 'answer', { answer: '查清' });
    assert.equal(answered.answeredLate, true);
    const back = await on(day, 'head', answered, 'sendBack', { reason: '缺凭证', dueOn: '2026-12-08' });
    assert.equal(back.state, 'accepted');
    const head = (await staff('head')).on(plainDate(day));
    const [housing] = (await listReplies({ from: plainDate('2026-11-21') }, head)).items;
    assert.ok(housing !== undefined);
    assert.deepEqual([housing.answeredLate, housing.sentBack], [1, 1]);
    const overdue = await listTasks({ due: 'overdue' }, head);
    assert.equal(housing.overdue, overdue.total, 'the number is the list behind it');
    assert.ok(overdue.items.some(({ id }) => id === open.id));
    assert.deepEqual((await who.transport.get('/api/department-tasks/replies')).body.items, []);
    const csv = await who.head.get('/api/department-tasks/replies/export?format=csv');
    assert.match(csv.text, /住房和城乡建设局/u);
  });

  it('a listed order is public with unit, person and day alone; milestones are missed by the day; the leader lifts it', async () => {
    const order = {
      ...{ areaCode: '532601', departmentCode: 'housing', title: '东城安置房项目欠薪' },
      milestones: [{ name: '筹集首批资金', dueOn: '2026-11-25' }],
      given: {
        ...{ requirement: '年底前清零', fundingPlan: '财政垫付后向建设单位追偿', dueOn: '2026-12-20' },
        ...{ responsiblePerson: '王建业', responsiblePost: '副局长', isListed: true },
      },
    };
    const issue = (agent: Agent, body: object) =>
      agent.post('/api/supervision-orders').set('idempotency-key', randomUUID()).send(body);
    assert.equal((await issue(who.head, order)).status, 422, 'only the leader lists');
    assert.equal((await issue(who.inspector, order)).status, 403);
    const numbered = { ...order, title: '联系人 13800000001' };
    assert.equal((await issue(who.leader, numbered)).status, 422, 'no number of a person becomes public');
    const made = (await issue(who.leader, order)).body as SupervisionOrderView;
    const shown = await test.visitor().get('/api/public/listed-supervision');
    assert.deepEqual((shown.body as { items: object[] }).items, [
      {
        ...{ title: order.title, areaCode: '532601', responsibleUnit: '住房和城乡建设局' },
        ...{ responsiblePerson: '王建业', responsiblePost: '副局长' },
        ...{ listedOn: '2026-11-21', dueOn: '2026-12-20' },
        state: { zh: '督办中', en: 'Under supervision' },
      },
    ]);
    assert.equal((await who.transport.get(`/api/supervision-orders/${made.id}`)).status, 404);
    const step = async (login: string, view: { id: string; version: number }, action: string, given = {}) =>
      moveOrder(
        { id: view.id, version: view.version, action, given },
        (await staff(login)).on(plainDate('2026-11-27')),
      );
    const reported = await step('housing', made, 'report', { progress: '正在筹款' });
    assert.deepEqual(
      reported.milestones.map(({ state }) => state),
      ['missed'],
    );
    const reach = { milestone: 1, reachedOn: '2026-11-27' };
    await assert.rejects(step('housing', reported, 'reach', { ...reach, milestone: 2 }), {
      code: 'invalidInput',
    });
    const reached = await step('housing', reported, 'reach', reach);
    assert.deepEqual(
      reached.milestones.map(({ state }) => state),
      ['doneLate'],
    );
    const asked = await step('housing', reached, 'askLift', { liftGround: '工资已付清' });
    await assert.rejects(step('housing', asked, 'lift'), { code: 'forbidden' });
    assert.equal((await step('leader', asked, 'lift')).state, 'lifted');
    const after = await test.visitor().get('/api/public/listed-supervision');
    assert.deepEqual((after.body as { items: object[] }).items, [], 'lifted, it is public no more');
  });

  it('a talk is the leader’s and the head’s alone; its promise is missed only once its day has passed', async () => {
    const call = (agent: Agent, body: object) =>
      agent.post('/api/formal-talks').set('idempotency-key', randomUUID()).send(body);
    const given = {
      ...{ ground: 'GOVERNMENT_FUNDS', why: '工程款未拨付', person: '赵建城', post: '副指挥长' },
      ...{ plannedOn: '2026-11-23', place: '第二会议室' },
    };
    const talk = { areaCode: '532601', unitName: '东城安置房建设指挥部', given };
    const late = await call(who.leader, { ...talk, given: { ...given, plannedOn: '2026-11-20' } });
    assert.equal(late.status, 422);
    assert.equal((await call(who.inspector, talk)).status, 403);
    assert.equal((await call(who.head, { ...talk, areaCode: '532622' })).status, 403);
    const res = await call(who.leader, talk);
    assert.equal(res.status, 201, res.text);
    const made = res.body as FormalTalkView;
    assert.equal(
      made.figures.some(({ citation }) => citation?.zh.includes('第五十九条')),
      true,
      'the ground is a rule of the regulation',
    );
    assert.equal((await who.head.get(`/api/formal-talks/${made.id}`)).status, 200);
    assert.equal((await who.inspector.get(`/api/formal-talks/${made.id}`)).status, 403);
    assert.equal((await who.housing.get('/api/formal-talks')).status, 403);
    const step = async (day: string, view: FormalTalkView, action: string, said = {}) =>
      moveTalk(
        { id: view.id, version: view.version, action, given: said },
        (await staff('head')).on(plainDate(day)),
      );
    const putOff = { plannedOn: '2026-11-25', reason: '对方负责人出差' };
    const later = await step('2026-11-23', made, 'putOff', putOff);
    assert.equal(later.plannedOn, '2026-11-25');
    const held = await step('2026-11-25', later, 'hold', {
      ...{ heldOn: '2026-11-25', result: '说明了原因', promise: '拨付首批工程款', promiseBy: '2026-12-01' },
    });
    await assert.rejects(step('2026-12-01', held, 'miss', { reason: '没有拨付' }), { code: 'notYet' });
    const missed = await step('2026-12-02', held, 'miss', { reason: '没有拨付' });
    assert.deepEqual([missed.state, missed.isOpen], ['unfulfilled', false]);
    const events = JSON.stringify(await Events.find({ subject: `formalTalk:${made.id}` }).lean());
    assert.deepEqual(
      ['赵建城', '工程款', '没有拨付'].filter((word) => events.includes(word)),
      [],
      'neither who was called in nor what was said is in the chain',
    );
  });

  it('the demo shows each state that waits for somebody, and a second run adds nothing', async () => {
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: plainDate('2026-12-10') });
    await DepartmentTasks.deleteMany({});
    await SupervisionOrders.deleteMany({});
    await FormalTalks.deleteMany({});
    await JointMeetings.deleteMany({});
    assert.equal(await seedCoordination(ctx), 4);
    assert.equal(await seedCoordination(ctx), 0);
    const { items } = await listTasks({}, ctx);
    const states = items.map(({ state }) => state).sort();
    assert.deepEqual(states, ['accepted', 'answered', 'returned', 'sent', 'sent']);
    assert.deepEqual(
      (await listOrders({ listed: true }, ctx)).items.flatMap(({ milestones }) =>
        milestones.map(({ state }) => state),
      ),
      ['done', 'missed', 'ahead'],
    );
    const talks = await listTalks({ sort: 'plannedOn' }, ctx);
    assert.deepEqual(
      talks.items.map(({ state }) => state),
      ['held', 'planned'],
    );
    const meetings = await listMeetings({}, ctx);
    assert.deepEqual(
      meetings.items.map(({ state, decided }) => [state, decided]),
      [
        ['planned', 0],
        ['held', 2],
      ],
    );
    const { agenda } = await getMeeting(meetings.items[0]?.id ?? '', ctx);
    assert.deepEqual(
      ['overdueTask', 'listedSupervision'].filter((kind) => !agenda.some((item) => item.kind === kind)),
      [],
      'what is open was taken over',
    );
  });
});
