import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { HazardCountRow, HazardRow, HazardView } from '../../../server/core/contract/hazards.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

const SEEN = { hazardKind: 'WAGE_ARREARS', what: '三名工人反映两个月没发工资', place: '开化街道某工地' };

describe('hazards', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'grid' | 'clerk' | 'leader', Agent>; // all signed in below
  const report = (agent: Agent, given: object, areaCode = '532601001', key = randomUUID()) =>
    agent.post('/api/hazards').set('idempotency-key', key).send({ areaCode, given });
  const step = async (agent: Agent, { id, version }: HazardView, action: string, given: object = {}) => {
    const path = `/api/hazards/${id}/moves/${action}`;
    return agent.post(path).set('if-match', `"v${version}"`).send({ given });
  };

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    for (const login of ['grid', 'clerk', 'leader'] as const)
      who[login] = await test.signIn(login, DEMO_PASSWORD);
  });

  it('a grid officer reports in the own grid alone, and settles it there with what was paid', async () => {
    assert.equal((await report(who.grid, SEEN, '532601002')).status, 403);
    assert.equal((await report(who.leader, SEEN)).status, 403);
    const made = await report(who.grid, { ...SEEN, headcount: 3, owedFen: 900_000 });
    assert.equal(made.status, 201, made.text);
    const given = { how: '约双方到村委会，当场结清', paidFen: 900_000, paidPeople: 3 };
    const solved = await step(who.grid, made.body, 'solve', given);
    assert.deepEqual([solved.body.state, solved.body.level], ['solved', 'GRID'], solved.text);
    const event = await Events.findOne({ subject: `hazard:${made.body.id}`, action: 'hazard.solve' }).lean();
    assert.deepEqual([event?.facts['paidFen'], event?.facts['how']], [900_000, undefined]);
  });

  it('goes up one level after the other, each accepting it, and at the county becomes a lead filled in', async () => {
    let at = (await report(who.grid, { ...SEEN, headcount: 12, owedFen: 5_000_000 })).body as HazardView;
    assert.equal((await step(who.clerk, at, 'passUp', { reason: '老板失联' })).status, 403);
    at = (await step(who.grid, at, 'passUp', { reason: '老板失联' })).body as HazardView;
    at = (await step(who.grid, at, 'accept')).body as HazardView;
    at = (await step(who.grid, at, 'passUp', { reason: '涉及人多' })).body as HazardView;
    assert.deepEqual([at.state, at.level], ['forCounty', 'COUNTY']);
    assert.equal((await step(who.grid, at, 'accept')).status, 403);
    at = (await step(who.clerk, at, 'accept')).body as HazardView;
    const lead = await step(who.clerk, at, 'toComplaint');
    assert.equal(lead.body.state, 'complaint', lead.text);
    const made = (await who.clerk.get(`/api/complaints/${lead.body.complaintId}`)).body;
    assert.deepEqual([made.headcount, made.owedFen, made.channel], [12, 5_000_000, 'INSPECTION']);
    assert.match(made.story, /三名工人反映[\s\S]*老板失联[\s\S]*涉及人多/);
  });

  it('the county counts what its grids settled themselves, passed up, and still have', async () => {
    await report(who.grid, SEEN);
    const rows = (await who.clerk.get('/api/hazards/counts')).body as HazardCountRow[];
    assert.deepEqual(rows, [
      {
        ...{ areaCode: '532601001', reported: 3, open: 1, solvedInGrid: 1, solvedAbove: 0, toComplaint: 1 },
        paidFen: 900_000,
      },
    ]);
    const open = (await who.leader.get('/api/hazards?open=true')).body.items as HazardRow[];
    assert.deepEqual(
      open.map(({ state, what }) => [state, what]),
      [['inGrid', SEEN.what]],
    );
  });

  it('asks what it is, what was seen and where, and nothing it does not know', async () => {
    const wrong = await report(who.grid, { hazardKind: 'STRANGE', what: ' ', phone: '13900000000' });
    assert.deepEqual(
      [wrong.status, (wrong.body.fields as { path: string }[]).map(({ path }) => path).sort()],
      [422, ['given.hazardKind', 'given.phone', 'given.place', 'given.what']],
    );
  });
});
