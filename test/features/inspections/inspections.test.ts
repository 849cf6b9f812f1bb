import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type {
  FindingView,
  InspectionView,
  WriteInspection,
} from '../../../server/core/contract/inspections.ts';
import { CHECKLIST_ITEMS } from '../../../server/core/contract/safeguards.ts';
import type { PlainDate } from '../../../server/core/kit/plain-date.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { recordInspection } from '../../../server/features/inspections/index.ts';
import { DEMO_COMPANY_ID, DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import { useStore } from '../../support/store.ts';

const VISIT: WriteInspection = {
  areaCode: '532601001',
  on: plainDate('2026-11-20'),
  kind: 'ROUTINE',
  companyName: '文山某建筑公司',
  inspectors: '李明清、陶小兰',
  findings: '工资支付台账齐全',
  result: 'CLEAN',
};

describe('inspections', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'inspector' | 'clerk' | 'grid' | 'head' | 'leader' | 'company', Agent>; // all signed in below
  const record = (agent: Agent, body: object, key = randomUUID()) =>
    agent.post('/api/inspections').set('idempotency-key', key).send(body);

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    for (const login of ['inspector', 'clerk', 'grid', 'head', 'leader'] as const)
      who[login] = await test.signIn(login, DEMO_PASSWORD);
    who.company = await test.signIn(demoAccount('contractor').login, DEMO_PASSWORD);
    await recordInspection({ ...VISIT, areaCode: '532622101', companyName: '砚山某公司' }, ctx);
  });

  it('an inspector records a visit once for the same key, and the chain keeps it', async () => {
    const key = randomUUID();
    const first = await record(who.inspector, VISIT, key);
    assert.equal(first.status, 201, first.text);
    const view = first.body as InspectionView;
    const { id, version, actions, ...content } = view;
    assert.deepEqual(content, VISIT);
    assert.deepEqual([version, actions], [1, ['edit']]);
    assert.equal((await record(who.inspector, VISIT, key)).body.id, id);
    const event = await Events.findOne({ subject: `inspection:${id}` }).lean();
    assert.equal(event?.action, 'inspection.recorded');
    assert.equal(event.areaCode, '532601001');
  });

  it('the list shows the own county, filtered by days, kind and area, the latest first', async () => {
    const add = (on: string, rest: Partial<WriteInspection> = {}) =>
      record(who.head, { ...VISIT, on, ...rest });
    await add('2026-10-09', { kind: 'SPECIAL', areaCode: '532601' });
    await add('2026-10-12');
    const days = async (query: string, agent = who.clerk) =>
      ((await agent.get(`/api/inspections?${query}`)).body.items as InspectionView[]).map(({ on }) => on);
    assert.deepEqual(await days(''), ['2026-11-20', '2026-10-12', '2026-10-09']);
    assert.deepEqual(await days('sort=on&from=2026-10-10'), ['2026-10-12', '2026-11-20']);
    assert.deepEqual(await days('to=2026-10-12&kind=SPECIAL'), ['2026-10-09']);
    assert.deepEqual(await days('areaCode=532601001'), ['2026-11-20', '2026-10-12']);
    assert.deepEqual(await days('areaCode=532622'), [], 'another county');
    assert.deepEqual(await days('areaCode=532622', who.leader), ['2026-11-20'], 'a leader of the prefecture');
    assert.deepEqual(await days('', who.grid), ['2026-11-20', '2026-10-12'], 'a grid officer: own town');
  });

  it('pages follow each other without a gap', async () => {
    const first = await who.leader.get('/api/inspections?limit=3');
    const second = await who.leader
      .get('/api/inspections')
      .query({ limit: 3, cursor: first.body.nextCursor });
    assert.equal(first.body.total, 4);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: InspectionView) => id);
    assert.equal(new Set(ids).size, 4);
    assert.equal(second.body.nextCursor, null);
  });

  it('a correction needs the version it was read at, and the event names what changed', async () => {
    const { id } = (await record(who.inspector, VISIT)).body as InspectionView;
    const edit = (version: number, body: object) =>
      who.clerk.patch(`/api/inspections/${id}`).set('if-match', `"v${version}"`).send(body);
    const edited = await edit(1, { ...VISIT, result: 'TO_RECTIFY', findings: '两名工人未签合同' });
    assert.equal(edited.status, 200, edited.text);
    assert.deepEqual([edited.body.version, edited.body.result], [2, 'TO_RECTIFY']);
    assert.equal((await edit(1, VISIT)).status, 412);
    const event = await Events.findOne({ subject: `inspection:${id}`, seq: 2 }).lean();
    assert.deepEqual(event?.facts['fields'], ['findings', 'result']);
  });

  it('what another county recorded is not there, neither to read nor to edit', async () => {
    const { items } = (await who.leader.get('/api/inspections?areaCode=532622')).body;
    const id: string = items[0].id;
    assert.equal((await who.leader.get(`/api/inspections/${id}`)).status, 200);
    assert.equal((await who.inspector.get(`/api/inspections/${id}`)).status, 404);
    const edit = who.inspector.patch(`/api/inspections/${id}`).set('if-match', '"v1"').send(VISIT);
    assert.equal((await edit).status, 404);
  });

  it('a leader reads and is offered nothing to change', async () => {
    const { items } = (await who.leader.get('/api/inspections')).body as { items: InspectionView[] };
    assert.ok(items.every(({ actions }) => actions.length === 0));
    assert.equal((await record(who.leader, VISIT)).status, 403);
  });

  it('a grid officer records in the own grid alone', async () => {
    assert.equal((await record(who.grid, VISIT)).status, 201);
    assert.equal((await record(who.grid, { ...VISIT, areaCode: '532601002' })).status, 403);
  });

  const refused: [says: string, body: object, field: string][] = [
    ['a day in the future', { ...VISIT, on: '2026-11-22' }, 'on'],
    ['an area nobody knows', { ...VISIT, areaCode: '532601777' }, 'areaCode'],
    ['a kind nobody knows', { ...VISIT, kind: 'SURPRISE' }, 'kind'],
    ['no employer', { ...VISIT, companyName: ' ' }, 'companyName'],
    ['a company nobody knows', { ...VISIT, companyId: 'f'.repeat(24) }, 'companyId'],
    ['a project nobody knows', { ...VISIT, projectId: 'f'.repeat(24) }, 'projectId'],
    ['a field nobody asked for', { ...VISIT, uncounted: false }, 'uncounted'],
  ];
  for (const [says, body, field] of refused) {
    it(`is refused for ${says}`, async () => {
      const answer = await record(who.inspector, body);
      assert.equal(answer.status, 422, answer.text);
      assert.deepEqual(
        (answer.body.fields as { path: string }[]).map(({ path }) => path),
        [field],
      );
    });
  }

  it('the export holds the rows of the list in plain words', async () => {
    const { text } = await who.clerk.get('/api/inspections/export?format=csv&kind=SPECIAL').buffer();
    const lines = text.trim().split('\r\n');
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? '', /2026-10-09,532601,文山市,专项检查,文山某建筑公司/);
  });

  describe('a visit with the seven items', () => {
    const line = (item: string, rest: object = {}) => ({ item, answer: 'OK', fileIds: [], ...rest });
    const WRONG = { answer: 'NOT_OK', note: '告示牌没有投诉电话', rectifyBy: '2026-11-27' };
    const SITE = {
      areaCode: '532601001',
      on: '2026-11-20',
      kind: 'ROUTINE',
      companyId: DEMO_COMPANY_ID,
      companyName: '现场写的名称',
      inspectors: ['李明清', '陶小兰'],
      place: { latitude: 23.369_871_3, longitude: 104.244_4 },
      checklist: CHECKLIST_ITEMS.map((item) => (item === 'rightsBoard' ? line(item, WRONG) : line(item))),
      fileIds: [],
    };
    const visit = (body: object, agent = who.inspector) =>
      agent.post('/api/site-inspections').set('idempotency-key', randomUUID()).send(body);
    const step = (
      agent: Agent,
      { id, version }: { id: string; version: number },
      action: string,
      given: object,
    ) => agent.post(`/api/findings/${id}/moves/${action}`).set('if-match', `"v${version}"`).send({ given });
    const open = async (agent: Agent): Promise<FindingView> => {
      const [row] = (await agent.get('/api/findings?open=true')).body.items as { id: string }[];
      return (await agent.get(`/api/findings/${row?.id}`)).body as FindingView;
    };

    it('is counted like any other, keeps the place roughly, and opens one finding per item that is wrong', async () => {
      const made = await visit(SITE);
      assert.equal(made.status, 201, made.text);
      const { result, findings, inspectors, place } = made.body as InspectionView;
      assert.deepEqual([result, inspectors], ['TO_RECTIFY', '李明清、陶小兰']);
      assert.match(findings, /不符合 1 项（维权信息告示牌）/);
      assert.deepEqual(place, { latitude: 23.37, longitude: 104.244 });
      const found = await open(who.inspector);
      assert.deepEqual([found.item, found.state], ['rightsBoard', 'toRectify']);
      assert.deepEqual(
        found.deadlines.map(({ dueOn }) => dueOn),
        ['2026-11-27'],
      );
    });

    it('its result follows from the items and cannot be corrected away', async () => {
      const { inspectionId } = await open(who.inspector);
      const seen = await who.inspector.get(`/api/inspections/${inspectionId}`);
      const { id, version } = seen.body as InspectionView;
      const edit = (body: object) =>
        who.inspector.patch(`/api/inspections/${id}`).set('if-match', `"v${version}"`).send(body);
      assert.equal((await edit(VISIT)).status, 422);
      const kept = await edit({ ...VISIT, result: 'TO_RECTIFY' });
      assert.equal((kept.body as InspectionView).checklist?.length, CHECKLIST_ITEMS.length);
    });

    it('the company answers for itself alone, and only the second look ends it', async () => {
      const theirs = await open(who.company);
      const offered = theirs.actions.map(({ action }) => action);
      assert.deepEqual(offered, ['answer']);
      const said = { rectifiedOn: '2026-11-21', done: '已补写投诉电话' };
      assert.equal((await step(who.inspector, theirs, 'answer', said)).status, 403);
      assert.equal((await step(who.grid, theirs, 'answer', said)).status, 403);
      assert.equal((await step(who.company, theirs, 'fixed', { fixedOn: '2026-11-21' })).status, 403);
      const answered = await step(who.company, theirs, 'answer', said);
      assert.deepEqual([answered.status, answered.body.isOpen], [200, true], answered.text);
      assert.equal((await step(who.company, answered.body, 'answer', said)).status, 409);
      const looked = { recheckedOn: '2026-11-21', reason: '电话打不通' };
      const again = await step(who.inspector, answered.body, 'notFixed', looked);
      assert.equal(again.body.state, 'notFixed', again.text);
      const lead = await step(who.inspector, again.body, 'openCase', {});
      assert.deepEqual([lead.body.state, lead.body.isOpen], ['handedOver', false], lead.text);
      const complaint = (await who.inspector.get(`/api/complaints/${lead.body.complaintId}`)).body;
      assert.deepEqual([complaint.channel, complaint.intakeKind], ['INSPECTION', 'REPORT']);
      assert.match(complaint.story, /维权信息告示牌不符合要求（2026-11-20）/);
      assert.equal((await who.company.get(`/api/findings/${theirs.id}`)).body.complaintId, undefined);
    });

    it('a finding of another company is not there', async () => {
      const { companyId: _known, ...unknown } = SITE;
      await visit(unknown);
      const { id } = await open(who.inspector);
      assert.equal((await who.inspector.get(`/api/findings/${id}`)).status, 200);
      assert.equal((await who.company.get(`/api/findings/${id}`)).status, 404);
    });

    const [first, ...rest] = SITE.checklist;
    const refused: [says: string, body: object, field: string][] = [
      ['one inspector', { ...SITE, inspectors: ['李明清'] }, 'inspectors'],
      ['an item missing', { ...SITE, checklist: rest }, 'checklist'],
      [
        'what is wrong without its day',
        { ...SITE, checklist: [{ ...first, answer: 'NOT_OK', note: '无' }, ...rest] },
        'checklist.0.rectifyBy',
      ],
      [
        'a day before the visit',
        {
          ...SITE,
          checklist: [
            ...SITE.checklist.slice(0, -1),
            line('rightsBoard', { ...WRONG, rectifyBy: '2026-11-19' }),
          ],
        },
        'checklist.6.rectifyBy',
      ],
      ['half a position', { ...SITE, place: { latitude: 23 } }, 'place'],
    ];
    for (const [says, body, field] of refused) {
      it(`is refused for ${says}`, async () => {
        const answer = await visit(body);
        assert.equal(answer.status, 422, answer.text);
        assert.deepEqual(
          (answer.body.fields as { path: string }[]).map(({ path }) => path),
          [field],
        );
      });
    }
  });
});

describe('the outreach log', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let clerk: Agent;
  const DAY = {
    areaCode: '532601',
    on: '2026-11-20' as PlainDate, // a day that exists
    what: '工地普法宣传',
    leaflets: 100,
    vehicles: 2,
    people: 6,
    slogans: 1,
    consultations: 40,
  };
  const record = (body: object) =>
    clerk.post('/api/outreach').set('idempotency-key', randomUUID()).send(body);

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    clerk = await test.signIn('clerk', DEMO_PASSWORD);
  });

  it('takes an entry, corrects it at its version, and keeps both figures in the chain', async () => {
    const made = await record(DAY);
    assert.equal(made.status, 201, made.text);
    const { id, version, actions, ...content } = made.body;
    assert.deepEqual([content, version, actions], [DAY, 1, ['edit']]);
    const edit = (leaflets: number) =>
      clerk
        .patch(`/api/outreach/${id}`)
        .set('if-match', '"v1"')
        .send({ ...DAY, leaflets });
    assert.equal((await edit(120)).body.leaflets, 120);
    assert.equal((await edit(130)).status, 412);
    assert.equal((await clerk.get(`/api/outreach/${id}`)).body.leaflets, 120);
    const event = await Events.findOne({ subject: `outreach:${id}`, seq: 2 }).lean();
    const { from, to } = event?.facts as Record<'from' | 'to', { leaflets: number }>;
    assert.deepEqual([from.leaflets, to.leaflets], [100, 120]);
  });

  it('refuses less than nothing, halves, tomorrow and another county', async () => {
    for (const [body, status] of [
      [{ ...DAY, leaflets: -1 }, 422],
      [{ ...DAY, people: 1.5 }, 422],
      [{ ...DAY, on: '2026-11-22' }, 422],
      [{ ...DAY, areaCode: '532622' }, 403],
    ] as const)
      assert.equal((await record(body)).status, status);
  });

  it('lists and exports what was recorded', async () => {
    const { body } = await clerk.get('/api/outreach?from=2026-11-20&to=2026-11-20&areaCode=532601');
    assert.equal(body.total, 1);
    assert.equal((await clerk.get('/api/outreach?to=2026-11-19')).body.total, 0);
    const { text } = await clerk.get('/api/outreach/export?format=csv').buffer();
    assert.match(text, /2026-11-20,532601,文山市,工地普法宣传,120,2,6,1,40/);
  });
});
