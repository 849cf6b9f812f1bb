import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { IncidentCounts, IncidentRow, IncidentView } from '../../../server/core/contract/incidents.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { findUserByLogin } from '../../../server/features/accounts/index.ts';
import { listHints } from '../../../server/features/coordination/index.ts';
import { readCreditEntries } from '../../../server/features/credit/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { Outbox } from '../../../server/platform/outbox/outbox.models.ts';
import { staff } from '../../../seeds/demo-office.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import { useStore } from '../../support/store.ts';

const SITE = '5326010000000000000000d1';
const SEEN = { place: '开化街道某工地门口', headcount: 12, demand: '要求结清两个月工资' };

describe('group incidents', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'grid' | 'inspector' | 'leader' | 'contractor', Agent>; // all signed in below
  const report = (agent: Agent, given: object, rest: object = {}) =>
    agent
      .post('/api/incidents')
      .set('idempotency-key', randomUUID())
      .send({ areaCode: '532601001', given, ...rest });
  const step = async (agent: Agent, { id, version }: IncidentView, action: string, given: object = {}) => {
    const path = `/api/incidents/${id}/moves/${action}`;
    return agent.post(path).set('if-match', `"v${version}"`).send({ given });
  };
  const read = async (agent: Agent, { id }: IncidentView) =>
    (await agent.get(`/api/incidents/${id}`)).body as IncidentView;

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    for (const role of ['inspector', 'leader', 'contractor'] as const)
      who[role] = await test.signIn(demoAccount(role).login, DEMO_PASSWORD);
    who.grid = await test.signIn('grid', DEMO_PASSWORD);
    const sizes = { areaCode: '532601', from: plainDate('2026-01-01'), value: [10, 30], source: '测试' };
    await setParameter('incidentSizes', sizes, ctx);
  });

  it('is told at once, by night as well, to head, inspectors and leader, and not to who reported it', async () => {
    assert.equal((await report(who.leader, SEEN)).status, 403);
    assert.equal((await report(who.grid, SEEN, { areaCode: '532601002' })).status, 403);
    const made = await report(who.grid, { ...SEEN, extreme: true });
    assert.equal(made.status, 201, made.text);
    const told = await Outbox.find({ key: { $regex: `^incident:${made.body.id}:` } }).lean();
    const bell = told.filter(({ channel }) => channel === 'inApp');
    const idOf = async (login: string) => String((await findUserByLogin(login))?._id);
    for (const role of ['bureauHead', 'inspector', 'leader'] as const) {
      const id = await idOf(demoAccount(role).login);
      assert.ok(
        bell.some(({ userId }) => userId === id),
        role,
      );
    }
    const self = await idOf('grid');
    assert.ok(!bell.some(({ userId }) => userId === self));
    for (const { urgent, template } of told) assert.deepEqual([urgent, template], [true, 'incidentExtreme']);
  });

  it('keeps the most people that were seen, becomes a lead filled in, and is closed by the office alone', async () => {
    let at = (await report(who.grid, { ...SEEN, headcount: 35 })).body as IncidentView;
    at = (await step(who.grid, at, 'arrive', { wentThere: '两名监察员' })).body as IncidentView;
    at = (await step(who.grid, at, 'followUp', { news: '散去一半', headcount: 15 })).body as IncidentView;
    assert.deepEqual([at.headcount, at.isExtreme, at.state], [35, false, 'onSite']);
    assert.equal((await step(who.grid, at, 'toComplaint')).status, 403);
    at = (await step(who.inspector, at, 'toComplaint')).body as IncidentView;
    const lead = (await who.inspector.get(`/api/complaints/${at.complaintId}`)).body;
    assert.deepEqual([lead.headcount, lead.channel], [35, 'INSPECTION']);
    assert.match(lead.story, /要求结清两个月工资[\s\S]*散去一半/);
    assert.equal((await step(who.grid, at, 'close', { review: '已转线索' })).status, 403);
    const unnamed = await step(who.inspector, at, 'close', { review: '已转线索', causedByCompany: true });
    assert.equal(unnamed.status, 422, unnamed.text);
    at = (await step(who.inspector, at, 'close', { review: '已转线索' })).body as IncidentView;
    assert.deepEqual([at.state, at.isOpen], ['closed', false]);
  });

  it('the general contractor reports on its own site, and reads of it what it wrote itself', async () => {
    assert.equal((await report(who.contractor, SEEN)).status, 422);
    assert.equal((await report(who.contractor, SEEN, { projectId: 'f'.repeat(24) })).status, 404);
    const made = await report(who.contractor, SEEN, { projectId: SITE });
    assert.equal(made.status, 201, made.text);
    let at = made.body as IncidentView;
    assert.deepEqual(
      at.actions.map(({ action }) => action),
      ['followUp'],
    );
    at = (await step(who.inspector, at, 'arrive', { wentThere: '两名监察员' })).body as IncidentView;
    at = (await step(who.inspector, at, 'settle', { how: '总包单位先行支付', paidFen: 900_000 }))
      .body as IncidentView;
    const own = await read(who.contractor, at);
    assert.deepEqual(
      [own.state, own.history.map(({ action }) => action), JSON.stringify(own).includes('监察员')],
      ['settled', ['open'], false],
    );
    const listed = (await who.contractor.get('/api/incidents')).body.items as IncidentRow[];
    assert.deepEqual(
      listed.map(({ id, paidFen }) => [id, paidFen]),
      [[at.id, undefined]],
    );

    const day = test.clock.today();
    const entries = async () =>
      ((await readCreditEntries([at.companyId ?? ''], day)).get(at.companyId ?? '') ?? []).filter(
        ({ kind }) => kind === 'incident',
      );
    assert.deepEqual(await entries(), []);
    at = (await step(who.inspector, at, 'close', { review: '拖欠两个月工资引发', causedByCompany: true }))
      .body as IncidentView;
    assert.equal(at.state, 'closed');
    assert.deepEqual(
      (await entries()).map(({ record }) => record),
      [{ kind: 'incident', id: at.id }],
    );
  });

  it('are counted by the sizes the area has set', async () => {
    const counts = (await who.leader.get('/api/incidents/counts?areaCode=532601')).body as IncidentCounts;
    assert.deepEqual(counts, {
      ...{ reported: 3, open: 1, extreme: 1, paidFen: 900_000 },
      sizes: [
        { atLeast: 10, count: 3 },
        { atLeast: 30, count: 1 },
      ],
    });
    assert.equal((await who.contractor.get('/api/incidents/counts')).status, 403);
  });

  it('the department of the project’s industry is told and reads that alone; a late report says by how many days', async () => {
    const housing = await test.signIn('housing', DEMO_PASSWORD);
    const seen = { ...SEEN, happenedOn: '2026-11-19' };
    const made = await report(who.inspector, seen, { projectId: SITE });
    assert.equal(made.status, 201, made.text);
    const liaison = String((await findUserByLogin('housing'))?._id);
    const told = { key: `incident:${made.body.id}:reported:${liaison}:inApp` };
    assert.equal(await Outbox.countDocuments(told), 1);
    const { items } = (await housing.get('/api/incidents')).body as { items: IncidentRow[] };
    assert.equal(items.length, 2, 'both of that site, and neither of the street');
    assert.ok(items.every(({ projectName }) => projectName !== undefined));
    const own = (await housing.get(`/api/incidents/${made.body.id}`)).body as IncidentView;
    assert.deepEqual([own.id, own.actions], [made.body.id, []]);
    assert.equal((await housing.get('/api/incidents/counts')).status, 403);

    const leader = (await staff(demoAccount('leader').login)).on(test.clock.today());
    const late = await listHints({ kind: 'incidentLate' }, leader);
    assert.deepEqual(
      late.items.map(({ recordId, dueOn, doneOn, daysLate }) => [recordId, dueOn, doneOn, daysLate]),
      [[made.body.id, '2026-11-19', '2026-11-21', 2]],
    );
  });
});
