import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { InspectionPlan, Screening } from '../../../server/core/contract/inspection-plan.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { AlertCards } from '../../../server/features/alerts/alert-card.model.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { recordInspection } from '../../../server/features/inspections/index.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import { Projects } from '../../../server/features/projects/project.model.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { putPlannedVisit } from '../../../server/features/inspection-plan/planned-visit.model.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { tellMerged } from '../../../server/platform/merge-listeners.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

describe('the plan of inspections', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'inspector' | 'head' | 'grid' | 'leader', Agent>; // all signed in below
  let site = { id: '', areaCode: '' };
  const post = (agent: Agent, path: string, body: object) =>
    agent.post(`/api/${path}`).set('idempotency-key', randomUUID()).send(body);

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    for (const login of ['inspector', 'head', 'grid', 'leader'] as const)
      who[login] = await test.signIn(login, DEMO_PASSWORD);
    const found = await Projects.findOne({ areaCode: '532601001' }).lean();
    assert.ok(found);
    site = { id: String(found._id), areaCode: found.areaCode };
    await Projects.updateOne(
      { _id: found._id },
      { $set: { investmentType: 'GOVERNMENT', state: 'building' } },
    );
    await AlertCards.create({
      ...{ _id: site.id, projectCode: found.code, projectName: found.name, areaCode: found.areaCode },
      ...{ companyIds: [], day: '2026-11-20', points: 25, level: 'red', rules: [], trend: [] },
      ...{ factsHash: 'x', settingsHash: 'x' },
    });
    await recordInspection(
      {
        ...{ areaCode: found.areaCode, on: plainDate('2025-10-10'), kind: 'SPECIAL', projectId: site.id },
        ...{ companyName: '某公司', inspectors: '甲、乙', findings: '无', result: 'CLEAN' },
      },
      ctx,
    );
  });

  it('a head gives a project to an inspector for the month, and a visit of the month makes it done', async () => {
    const plan = (await who.head.get('/api/inspection-plan')).body as InspectionPlan;
    const [row] = plan.rows;
    assert.deepEqual(
      [plan.month, row?.projectId, row?.points, row?.lastInspectedOn, row?.doneOn],
      ['2026-11', site.id, 25, '2025-10-10', undefined],
    );
    const [inspector] = plan.inspectors;
    const visits = { month: '2026-11', projectIds: [site.id], inspectorId: inspector?.id };
    const given = await post(who.head, 'inspection-plan', visits);
    assert.deepEqual([given.status, given.body.assigned, given.body.done], [201, 1, 0], given.text);
    const visit = {
      ...{ areaCode: site.areaCode, on: '2026-11-20', kind: 'ROUTINE', projectId: site.id },
      ...{ companyName: '某公司', inspectors: '甲、乙', findings: '无', result: 'CLEAN' },
    };
    assert.equal((await post(who.inspector, 'inspections', visit)).status, 201);
    const after = (await who.leader.get('/api/inspection-plan?month=2026-11')).body as InspectionPlan;
    assert.deepEqual([after.done, after.rows[0]?.doneOn], [1, '2026-11-20']);
    assert.deepEqual((await who.head.get('/api/inspection-plan?month=2026-12')).body.assigned, 0);
  });

  it('goes along with a duplicate of the project, unless somebody goes there in that month already', async () => {
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    const [double, areaCode] = ['d'.repeat(24), site.areaCode];
    for (const [projectId, month, inspectorName] of [
      [double, '2027-01', '甲'],
      [double, '2027-02', '甲'],
      [site.id, '2027-02', '乙'],
    ] as const)
      await putPlannedVisit({ projectId, month: payMonth(month), areaCode, inspectorId: 'x', inspectorName });
    await inTransaction(() => tellMerged('project', double, site.id, ctx));
    const goes = async (month: string): Promise<string | undefined> => {
      const { body } = await who.head.get(`/api/inspection-plan?month=${month}`);
      return (body as InspectionPlan).rows.find(({ projectId }) => projectId === site.id)?.inspectorName;
    };
    assert.deepEqual([await goes('2027-01'), await goes('2027-02')], ['甲', '乙']);
  });

  it('tells who inspects in an office to those of its area, and to nobody else', async () => {
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    const grants = [{ role: 'bureauHead' as const, areaCode: '532628' }];
    const password = 'head of elsewhere 2026';
    await openAccount(
      { name: '外县局长', login: 'elsewhere', grants },
      { text: password, mustChange: false },
      ctx,
    );
    const asked = async (agent: Agent) =>
      ((await agent.get('/api/inspection-plan?areaCode=532601')).body as InspectionPlan).inspectors.length;
    assert.equal((await asked(who.leader)) > 0, true);
    assert.equal(await asked(await test.signIn('elsewhere', password)), 0);
  });

  it('a month that is over, a stranger and a project elsewhere are refused', async () => {
    const good = { month: '2026-11', projectIds: [site.id], inspectorId: 'f'.repeat(24) };
    const fields = async (body: object) =>
      (await post(who.head, 'inspection-plan', body)).body.fields.map(({ path }: { path: string }) => path);
    assert.deepEqual(await fields(good), ['inspectorId']);
    assert.deepEqual(await fields({ ...good, month: '2026-10' }), ['month']);
    assert.deepEqual(await fields({ ...good, projectIds: ['f'.repeat(24)] }), ['projectIds.0']);
  });

  it('a government project counts as screened by a special visit or by a report that there is nothing', async () => {
    const seen = async (query = '') => (await who.leader.get(`/api/screening${query}`)).body as Screening;
    const row = async (query = '') => (await seen(query)).rows.find((one) => one.projectId === site.id);
    assert.deepEqual([(await row())?.isCovered, (await row())?.screenedOn], [false, '2025-10-10']);
    assert.equal((await row('?since=2025-01-01'))?.isCovered, true);
    const nothing = { projectId: site.id, on: '2026-11-19', note: '现场查看，工资按月发放' };
    assert.equal((await post(who.leader, 'screening', nothing)).status, 403);
    assert.equal((await post(who.grid, 'screening', { ...nothing, on: '2026-11-23' })).status, 422);
    assert.equal((await post(who.grid, 'screening', nothing)).status, 201);
    assert.deepEqual([(await row())?.isCovered, (await row())?.by], [true, 'NO_HAZARD']);
    const town = (await seen()).towns.find(({ areaCode }) => areaCode === '532601001');
    assert.deepEqual([town?.projects, town?.covered], [1, 1]);
  });
});
