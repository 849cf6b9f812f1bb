import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import { openSecondInspector, staff } from '../../../seeds/demo-office.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import type { HintCounts, HintKind, HintRow } from '../../../server/core/contract/accountability-hints.ts';
import type { DepartmentTaskView } from '../../../server/core/contract/coordination.ts';
import type { JointMeetingView, ProposedItem } from '../../../server/core/contract/joint-meetings.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { addDays, payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { fileCase } from '../../../server/features/cases/index.ts';
import { acceptComplaint, registerComplaint } from '../../../server/features/complaints/index.ts';
import {
  countHints,
  decideAtMeeting,
  getMeeting,
  listHints,
  moveMeeting,
  moveTask,
  openTask,
  sendDecision,
} from '../../../server/features/coordination/index.ts';
import { listProjects } from '../../../server/features/projects/index.ts';
import { DepartmentTasks } from '../../../server/features/coordination/tasks/task.model.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

const AREA = '532601';

describe('joint meetings and what was not done by its day', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let meetingId = '';
  const who = {} as Record<'leader' | 'head' | 'inspector' | 'housing' | 'roads', Agent>; // all signed in below
  const post = (agent: Agent, path: string, body: object, version?: number) =>
    agent
      .post(`/api${path}`)
      .set('idempotency-key', randomUUID())
      .set(version === undefined ? {} : { 'if-match': `"v${version}"` })
      .send(body);
  const as = async (login: string, day: string): Promise<Ctx> => (await staff(login)).on(plainDate(day));

  before(async () => {
    test = startTestApp(); // Saturday 2026-11-21
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    const account = { login: 'roads', name: '路通达' };
    const grants = [{ role: 'departmentLiaison' as const, areaCode: AREA, departmentCode: 'transport' }];
    await openAccount({ ...account, grants }, { text: DEMO_PASSWORD, mustChange: false }, ctx);
    for (const login of ['leader', 'head', 'inspector', 'housing', 'roads'] as const)
      who[login] = await test.signIn(login, DEMO_PASSWORD);
  });

  it('takes over what is open, is read by who is invited, and each decision becomes one task however often it is sent', async () => {
    const { id: taskId } = await openTask(
      {
        ...({ areaCode: AREA, departmentCode: 'housing', kind: 'task', matter: 'other' } as const),
        ...{ title: '逾期的一项', given: { content: '请核实', dueOn: '2026-11-18' } },
      },
      await as('leader', '2026-11-10'),
    );
    const proposed = (await who.head.get(`/api/joint-meetings/agenda?areaCode=${AREA}`)).body
      .items as ProposedItem[];
    const overdue = proposed.find(({ recordId }) => recordId === taskId);
    assert.deepEqual(overdue, {
      ...{ kind: 'overdueTask', recordId: taskId, text: '逾期的一项', since: '2026-11-18' },
    });
    assert.equal((await who.inspector.get(`/api/joint-meetings/agenda?areaCode=${AREA}`)).status, 403);

    const given = { plannedOn: '2026-11-21', place: '第一会议室', chair: '分管领导' };
    const body = {
      ...{ areaCode: AREA, title: '联席会议', departmentCodes: ['housing'], own: ['其他'], given },
      proposed: [{ kind: 'overdueTask', recordId: taskId }],
    };
    assert.equal((await post(who.housing, '/joint-meetings', body)).status, 403);
    assert.equal((await post(who.head, '/joint-meetings', { ...body, areaCode: '532622' })).status, 403);
    const stale = { ...body, proposed: [{ kind: 'overdueCase', recordId: taskId }] };
    assert.equal((await post(who.head, '/joint-meetings', stale)).status, 422);
    const nobody = { ...body, departmentCodes: ['nosuch'] };
    assert.equal((await post(who.head, '/joint-meetings', nobody)).status, 422);
    const made = await post(who.head, '/joint-meetings', body);
    assert.equal(made.status, 201, made.text);
    const meeting = made.body as JointMeetingView;
    const path = `/joint-meetings/${meeting.id}`;
    meetingId = meeting.id;
    assert.deepEqual(
      meeting.agenda.map(({ kind, text }) => [kind, text]),
      [
        ['overdueTask', '逾期的一项'],
        ['own', '其他'],
      ],
    );
    const read = await who.housing.get(`/api${path}`);
    assert.deepEqual([read.status, read.body.actions, read.body.canDecide], [200, [], false]);
    assert.equal((await who.roads.get(`/api${path}`)).status, 404, 'not invited');
    assert.equal((await who.inspector.get(`/api${path}`)).status, 403);
    assert.equal(
      await Outbox.countDocuments({ key: { $regex: `^jointMeeting:${meeting.id}:jointMeetingPlanned:` } }),
      1,
    );

    const decision = { text: '核对备案', departmentCode: 'housing', matter: 'other', dueOn: '2026-12-01' };
    assert.equal((await post(who.head, `${path}/decisions`, decision, 1)).status, 409, 'not held yet');
    const minutes = { heldOn: '2026-11-21', attended: '住建', minutes: '通报情况' };
    const held = (await post(who.leader, `${path}/moves/hold`, { given: minutes }, 1))
      .body as JointMeetingView;
    assert.equal(held.state, 'held');
    const decide = (agent: Agent, change: object, version: number) =>
      post(agent, `${path}/decisions`, { ...decision, ...change }, version);
    assert.equal((await decide(who.leader, { dueOn: '2026-11-21' }, held.version)).status, 422);
    assert.equal((await decide(who.leader, { departmentCode: 'water' }, held.version)).status, 422);
    assert.equal((await decide(who.housing, {}, held.version)).status, 403);
    const decided = await decide(who.leader, {}, held.version);
    assert.equal(decided.status, 200, decided.text);
    assert.equal((await decide(who.leader, {}, held.version)).status, 412);

    const again = await Promise.all(
      [who.leader, who.head, who.leader].map((agent) => post(agent, `${path}/decisions/1/task`, {})),
    );
    assert.deepEqual(
      again.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal(await DepartmentTasks.countDocuments({ decision: `${meeting.id}:1` }), 1);
    const sent = (again[0]?.body as JointMeetingView).decisions[0]?.task;
    const task = (await who.housing.get(`/api/department-tasks/${sent?.id}`)).body as DepartmentTaskView;
    assert.deepEqual([task.title, task.dueOn, task.state], ['核对备案', '2026-12-01', 'sent']);
    assert.equal((await post(who.housing, `${path}/decisions/1/task`, {})).status, 403);
    assert.equal((await post(who.leader, `${path}/decisions/2/task`, {})).status, 404);

    const word = await who.housing.get(`/api${path}/minutes`).buffer(true);
    assert.match(String(word.headers['content-type']), /wordprocessingml/);
    const events = JSON.stringify(await Events.find({ subject: `jointMeeting:${meeting.id}` }).lean());
    assert.equal(events.includes('jointMeeting.decide'), true);
    assert.deepEqual(
      ['通报情况', '核对备案', '分管领导'].filter((word_) => events.includes(word_)),
      [],
      'what people said is not in the chain',
    );
  });

  it('a closed meeting decides no more, and what it decided can still be sent', async () => {
    const leader = await as('leader', '2026-11-21');
    const { id, version } = await getMeeting(meetingId, leader);
    const more = { text: '清查违法分包', departmentCode: 'housing', matter: 'other' } as const;
    const decided = await decideAtMeeting({ id, version, ...more, dueOn: plainDate('2026-12-05') }, leader);
    const closed = await moveMeeting({ id, version: decided.version, action: 'close', given: {} }, leader);
    assert.deepEqual([closed.canDecide, closed.canSend, closed.decisions[1]?.task], [false, true, undefined]);
    const sent = await sendDecision({ id, number: 2 }, await as('head', '2026-11-21'));
    assert.equal(sent.decisions[1]?.task?.state, 'sent');
  });

  it('hints name the record, whose it was and how late by the day, for leader and head of the area alone', async () => {
    const leader = await as('leader', '2026-12-10');
    const rows = async (kind: HintKind, asked: object = {}): Promise<HintRow[]> =>
      (await listHints({ kind, limit: 200, ...asked }, leader)).items;
    const given = { content: '请核实', dueOn: '2026-12-01' };
    const to = { areaCode: AREA, departmentCode: 'transport', kind: 'task', matter: 'other' } as const;
    const open = await openTask({ ...to, title: '没有答复', given }, await as('leader', '2026-11-21'));
    const task = await openTask({ ...to, title: '答复晚了', given }, await as('leader', '2026-11-21'));
    const taken = await moveTask(
      { id: task.id, version: task.version, action: 'accept', given: {} },
      await as('roads', '2026-11-22'),
    );
    await moveTask(
      { id: taken.id, version: taken.version, action: 'answer', given: { answer: '已核实' } },
      await as('roads', '2026-12-04'),
    );
    const ofRoads = { departmentCode: 'transport' };
    assert.deepEqual(
      (await rows('taskOverdue', ofRoads)).map((row) => [row.recordId, row.dueOn, row.daysLate, row.doneOn]),
      [[open.id, '2026-12-01', 9, undefined]],
    );
    assert.deepEqual(
      (await rows('taskAnsweredLate', ofRoads)).map((row) => [row.recordId, row.daysLate, row.doneOn]),
      [[task.id, 3, '2026-12-04']],
    );
    assert.deepEqual(await rows('taskOverdue', { ...ofRoads, to: '2026-11-30' }), [], 'outside the period');
    assert.deepEqual(await rows('taskOverdue', { areaCode: '532622' }), [], 'another area');
    assert.deepEqual(await rows('caseOverdue', ofRoads), [], 'a case is no department’s');

    const waiting = await register('请受理');
    const accepted = await acceptComplaint(await register('请立案'), {}, await as('clerk', '2026-11-21'));
    await openSecondInspector(systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() }));
    const [lead, second] = [await staff('inspector'), await staff('inspector2')];
    const filed = await fileCase(
      {
        ...{ complaintIds: [accepted.id], title: '欠薪', respondent: { name: '某劳务公司' } },
        ...{ leadInspectorId: lead.id, coInspectorId: second.id },
      },
      lead.on(plainDate('2026-11-21')),
    );
    const spring = await as('leader', '2027-03-31');
    const { items } = await countHints({}, spring);
    for (const [kind, id] of [
      ['complaintOverdue', waiting.id],
      ['caseOverdue', filed.id],
    ] as const) {
      const found = (await listHints({ kind, limit: 200 }, spring)).items;
      assert.equal(found.length, items.find((one) => one.kind === kind)?.count, kind);
      const row = found.find(({ recordId }) => recordId === id);
      assert.ok(row && row.dueOn < spring.today && row.daysLate > 0 && row.doneOn === undefined, kind);
      const before = { kind, to: addDays(row.dueOn, -1) };
      assert.equal(
        (await listHints(before, spring)).items.some(({ recordId }) => recordId === id),
        false,
        `${kind}: due after the period`,
      );
      assert.deepEqual((await listHints({ ...before, to: row.dueOn, areaCode: '532622' }, spring)).items, []);
    }
    const byCase = await listHints({ kind: 'caseOverdue' }, spring);
    assert.deepEqual(
      byCase.items.filter(({ recordId }) => recordId === filed.id).map(({ who: name }) => name),
      [filed.leadInspector.name],
    );

    for (const agent of [who.inspector, who.housing])
      assert.equal((await agent.get('/api/accountability-hints?kind=caseOverdue')).status, 403);
    const own = (await who.head.get('/api/accountability-hints/counts')).body as HintCounts;
    assert.equal(own.items.length, 10);
    const csv = await who.head.get('/api/accountability-hints/export?format=csv&kind=taskOverdue');
    assert.match(csv.text, /逾期的一项/);
  });

  const register = async (story: string): Promise<{ id: string; version: number }> => {
    const { id } = await registerComplaint(
      {
        ...({ intakeKind: 'COMPLAINT', channel: 'WALK_IN', story, areaCode: AREA, headcount: 1 } as const),
        ...{ employerName: '某劳务公司', name: '张大山', phone: '13800138000', fileIds: [] },
        ...{ receivedOn: plainDate('2026-11-20'), payMonths: [payMonth('2026-09')], owedFen: fen(960_000) },
      },
      await as('clerk', '2026-11-20'),
    );
    return { id, version: 1 };
  };

  it('a matter is referred from the page of its record, which then shows the tasks about it', async () => {
    const [project] = (await listProjects({ limit: 1, areaCode: AREA }, await as('leader', '2026-11-21')))
      .items;
    assert.ok(project);
    const about = { kind: 'project', id: project.id };
    const sent = await post(who.inspector, '/department-tasks', {
      ...{ areaCode: project.areaCode, departmentCode: 'housing', kind: 'referral', matter: 'other' },
      ...{ title: '移送', about, given: { content: '请处理', dueOn: '2026-11-30' } },
    });
    assert.equal(sent.status, 201, sent.text);
    const listOf = async (agent: Agent): Promise<string[]> =>
      ((await agent.get(`/api/department-tasks?aboutId=${project.id}`)).body.items as { id: string }[]).map(
        ({ id }) => id,
      );
    assert.deepEqual(await listOf(who.head), [sent.body.id]);
    assert.deepEqual(await listOf(who.roads), [], 'another department’s');
  });
});
