import assert from 'node:assert/strict';
import type { CoverageView, EnrolmentView, TeamView } from '../../../server/core/contract/roster.ts';
import type { Agent } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import type { Office } from './site.ts';
import {
  addTeam,
  COMPANY,
  create,
  enrol,
  letIn,
  move,
  openOffice,
  OTHER_SITE,
  person,
  SITE,
} from './site.ts';

describe('people on a site’s roster', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let office: Office;
  let rebar: TeamView;
  let owns: TeamView;
  let other: TeamView;

  before(async () => {
    office = await openOffice();
    rebar = await addTeam(office.sub, SITE, COMPANY.labour, '钢筋班');
    owns = await addTeam(office.general, SITE, COMPANY.own, '综合班');
    other = await addTeam(office.group, OTHER_SITE, COMPANY.group, '砌筑班');
  });

  const listed = async (agent: Agent, query: object): Promise<EnrolmentView[]> => {
    const answer = await agent.get('/api/enrolments').query(query).expect(200);
    return (answer.body as { items: EnrolmentView[] }).items;
  };

  it('nobody enters the site without contract and training, and what is missing is named', async () => {
    const { contract: _c, safetyTrainedOn: _s, ...bare } = person(rebar);
    const made = await enrol(office.sub, bare);
    assert.equal(made.state, 'pending');
    const shut = await move(office.sub, made, 'enter', { on: '2026-11-20' });
    assert.equal(shut.status, 409);
    const { code, details } = shut.body as { code: string; details: { items: string } };
    assert.equal(code, 'gateClosed');
    assert.deepEqual(details.items.split(','), ['contract', 'safetyTraining']);
    const found = await listed(office.sub, { projectId: SITE, gate: 'closed' });
    assert.deepEqual(
      found.map(({ id }) => id),
      [made.id],
    );
  });

  it('one person stands once in a team at a time, and may come back after leaving', async () => {
    const input = person(rebar);
    const first = await letIn(office.sub, input);
    assert.equal((await create(office.sub, '/enrolments', input)).status, 409);
    await move(office.sub, first, 'leave', { on: '2026-11-10', reason: '回家' }).expect(200);
    const again = await enrol(office.sub, input);
    assert.equal(again.workerId, first.workerId);
  });

  it('who leaves is owed everything the same day, until it is settled', async () => {
    const onSite = await letIn(office.sub, person(rebar));
    const early = await move(office.sub, onSite, 'leave', { on: '2026-03-01', reason: '回家' });
    assert.equal(early.status, 422);
    const left = (await move(office.sub, onSite, 'leave', { on: '2026-11-15', reason: '回家' }).expect(200))
      .body as EnrolmentView;
    assert.deepEqual(left.settlement, { dueOn: '2026-11-15' });
    assert.ok(left.actions.includes('settle'));
    const covered = await office.general.get(`/api/projects/${SITE}/coverage`);
    assert.ok((covered.body as CoverageView).leftUnsettled >= 1);
    const settled = (await move(office.sub, left, 'settle', { on: '2026-11-16', note: '转账' }).expect(200))
      .body as EnrolmentView;
    assert.equal(settled.settlement?.settledOn, '2026-11-16');
    assert.ok(!settled.actions.includes('settle'));
    assert.equal((await move(office.sub, settled, 'settle', { on: '2026-11-16', note: '转账' })).status, 409);
    assert.equal((await move(office.sub, onSite, 'leave', { on: '2026-11-15', reason: '回家' })).status, 409);
  });

  it('somebody on two sites is flagged on both, and only the office reads the other site’s name', async () => {
    const input = person(rebar);
    const here = await letIn(office.sub, input);
    const there = await letIn(office.group, { ...input, projectId: OTHER_SITE, teamId: other.id });
    const [mine] = await listed(office.sub, { projectId: SITE, elsewhere: 'true' });
    assert.equal(mine?.id, here.id);
    assert.deepEqual(mine.elsewhere, [{ projectId: OTHER_SITE }]);
    const seen = (await office.inspector.get(`/api/enrolments/${here.id}`).expect(200)).body as EnrolmentView;
    assert.match(seen.elsewhere[0]?.projectName ?? '', /滨水住宅/u);
    await move(office.group, there, 'leave', { on: '2026-11-20', reason: '重复登记' }).expect(200);
    assert.deepEqual(await listed(office.sub, { projectId: SITE, elsewhere: 'true' }), []);
  });

  it('a subcontractor sees its own teams, the general contractor the site, the owner totals alone', async () => {
    const theirs = await letIn(office.general, person(owns));
    const ofSub = await letIn(office.sub, person(rebar));
    const matrix: [keyof Office, string, number][] = [
      ['general', theirs.id, 200],
      ['general', ofSub.id, 200],
      ['sub', theirs.id, 404],
      ['sub', ofSub.id, 200],
      ['owner', theirs.id, 404],
      ['group', theirs.id, 404],
      ['inspector', theirs.id, 200],
    ];
    for (const [who, id, status] of matrix) {
      const answer = await (office[who] as Agent).get(`/api/enrolments/${id}`);
      assert.equal(answer.status, status, who);
    }
    const names = (await listed(office.sub, { projectId: SITE })).map(({ employerId }) => employerId);
    assert.deepEqual([...new Set(names)], [COMPANY.labour]);
    assert.equal((await office.owner.get('/api/enrolments').query({ projectId: SITE })).status, 403);
    assert.equal((await office.group.get('/api/enrolments').query({ projectId: SITE })).status, 404);
    await office.owner.get(`/api/projects/${SITE}/coverage`).expect(200);
    const teams = (await office.sub.get(`/api/projects/${SITE}/teams`)).body as TeamView[];
    assert.deepEqual(
      teams.map(({ id }) => id),
      [rebar.id],
    );
    assert.equal((await create(office.inspector, '/enrolments', person(rebar))).status, 403);
  });

  it('answers hold masked numbers; a whole one is read for a reason, which is an event', async () => {
    const input = person(rebar);
    const made = await enrol(office.sub, input);
    const text = JSON.stringify(made);
    for (const secret of [input.citizenId, input.phone, input.bankCard])
      assert.ok(!text.includes(secret ?? '?'));
    const body = { field: 'bankCard', reason: '核对卡号' };
    const seen = await office.sub.post(`/api/enrolments/${made.id}/reveal`).send(body).expect(200);
    assert.equal((seen.body as { value: string }).value, input.bankCard);
    assert.equal((await office.owner.post(`/api/enrolments/${made.id}/reveal`).send(body)).status, 404);
    const found = await listed(office.sub, { projectId: SITE, q: input.phone });
    assert.deepEqual(
      found.map(({ id }) => id),
      [made.id],
    );
  });

  it('an edit on a stale version is refused, and a form with several faults names each', async () => {
    const input = person(rebar);
    const made = await enrol(office.sub, input);
    const edit = (version: number, body: object) =>
      office.sub.patch(`/api/enrolments/${made.id}`).set('if-match', `"v${version}"`).send(body);
    const { citizenId: _id, phone: _phone, bankCard: _card, ...plain } = input;
    await edit(made.version, { ...plain, workType: '240' }).expect(200);
    assert.equal((await edit(made.version, plain)).status, 412);
    const { dayRateFen: _rate, ...unpaid } = person(rebar);
    const wrong = await create(office.sub, '/enrolments', { ...unpaid, citizenId: '1', workType: '9999' });
    assert.equal(wrong.status, 422);
    const fields = (wrong.body as { fields: { path: string }[] }).fields.map(({ path }) => path);
    assert.deepEqual(fields.sort(), ['citizenId', 'dayRateFen', 'workType']);
  });
});
