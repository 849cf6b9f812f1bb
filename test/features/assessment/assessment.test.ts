import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AssessmentAnswer, AssessmentSheet } from '../../../server/core/contract/assessment.ts';
import type { Criterion } from '../../../server/core/assessment/criteria.ts';
import { EXAMPLE_CRITERIA } from '../../../server/core/assessment/example-criteria.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { readXlsx } from 'hucre/xlsx';
import PizZip from 'pizzip';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import { useStore } from '../../support/store.ts';

const COUNTY = '/api/assessment/532601/2026';
const ROWS: readonly Criterion[] = [
  { id: 'meeting', group: 'organisation', words: '专题研究部署', points: 40 },
  {
    id: 'closing',
    group: 'results',
    words: '按期办结',
    points: 20,
    figure: 'closingRate',
    zeroAt: 0,
    fullAt: 10_000,
  },
  {
    id: 'incidents',
    group: 'results',
    words: '不发生集体讨薪',
    points: 40,
    figure: 'assessBigIncidents',
    zeroAt: 2,
    fullAt: 0,
  },
];

describe('the yearly assessment sheet of an area', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'leader' | 'bureauHead' | 'inspector', Agent>; // all signed in below
  const sheet = async (query = 'areaCode=532601&year=2026', agent: Agent = who.leader) =>
    (await agent.get(`/api/assessment?${query}`).expect(200)).body as AssessmentSheet;
  const put = (agent: Agent, path: string, version: number, body: object) =>
    agent.put(path).set('if-match', `"v${version}"`).send(body);
  const criteria = (version: number, rows: readonly object[] = EXAMPLE_CRITERIA, agent: Agent = who.leader) =>
    put(agent, `${COUNTY}/criteria`, version, { criteria: rows });
  const answer = (id: string, version: number, body: object, agent: Agent = who.bureauHead) =>
    put(agent, `${COUNTY}/answers/${id}`, version, { words: '', fileIds: [], ...body });

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    for (const role of ['leader', 'bureauHead', 'inspector'] as const)
      who[role] = await test.signIn(demoAccount(role).login, DEMO_PASSWORD);
  });

  it('is empty until the leader has set by what it is assessed; the head cannot', async () => {
    assert.deepEqual((await sheet()).rows, []);
    assert.equal((await criteria(0, EXAMPLE_CRITERIA, who.bureauHead)).status, 403);
    const [first] = EXAMPLE_CRITERIA;
    for (const [wrong, path] of [
      [{ ...first, figure: 'closingRate' }, 'criteria.0.fullAt'],
      [{ ...first, figure: 'nothing', zeroAt: 0, fullAt: 1 }, 'criteria.0.figure'],
      [{ ...first, zeroAt: 0, fullAt: 1 }, 'criteria.0.figure'],
      [{ ...first, points: 0 }, 'criteria.0.points'],
    ] as const) {
      const { status, body } = await criteria(0, [wrong]);
      assert.deepEqual([status, (body.fields as { path: string }[])[0]?.path], [422, path]);
    }
    assert.equal((await criteria(0)).status, 200);
    assert.equal((await criteria(0)).status, 412, 'somebody was faster');
    assert.equal((await criteria(1, ROWS)).status, 200);
    assert.equal((await sheet()).criteriaVersion, 2);
    assert.equal((await who.inspector.get('/api/assessment?areaCode=532601&year=2026')).status, 403);
    assert.equal((await who.bureauHead.get('/api/assessment?areaCode=5326&year=2026')).status, 403);
    assert.equal((await who.leader.get('/api/assessment?areaCode=532601&year=2027')).status, 422);
  });

  it('computes what records tell, and takes own points only where they tell nothing', async () => {
    const rowOf = async (id: string) => (await sheet()).rows.find((row) => row.id === id);
    const closing = await rowOf('closing');
    assert.deepEqual([closing?.reading?.value, closing?.scoreTenths, closing?.basis], [null, null, 'none']);
    const reported = await who.inspector
      .post('/api/incidents')
      .set('idempotency-key', randomUUID())
      .send({ areaCode: '532601001', given: { place: '工地门口', headcount: 60, demand: '要求结清工资' } });
    assert.equal(reported.status, 201, reported.text);
    assert.equal((await rowOf('incidents'))?.scoreTenths, null, 'by no size the area has not set');
    const at = { areaCode: '532601', from: plainDate('2026-01-01'), source: '测试' };
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    await setParameter('incidentSizes', { ...at, value: [10, 50] }, ctx);
    const incidents = await rowOf('incidents');
    assert.deepEqual([incidents?.reading?.value, incidents?.scoreTenths], [1, 200]);
    const { path, query } = incidents?.reading?.list ?? { path: '', query: {} };
    const listed = await who.leader.get(`/api${path}`).query(query);
    assert.equal((listed.body as { total: number }).total, 1);

    assert.equal((await answer('incidents', 0, { ownTenths: 100 })).status, 422);
    assert.equal((await answer('meeting', 0, { ownTenths: 401 })).status, 422);
    const said = await answer('meeting', 0, { words: '常务会议研究两次', ownTenths: 375 });
    assert.equal(said.status, 200, said.text);
    assert.equal((await answer('meeting', 0, { words: '再写' })).status, 412);
    assert.equal((await answer('nobody', 0, {})).status, 404);
    const meeting = await rowOf('meeting');
    assert.deepEqual(
      [meeting?.scoreTenths, meeting?.basis, (said.body as AssessmentAnswer).version],
      [375, 'own', 1],
    );
  });

  it('is graded only by the area’s own thresholds, once every line has points', async () => {
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    const at = { areaCode: '5326', from: plainDate('2026-01-01'), source: '测试' };
    assert.equal((await sheet()).gradesSet, false);
    const value = { aFrom: 75, cBelow: 50, cIncidents: { atLeast: 50, count: 2 } };
    await setParameter('assessmentGrades', { ...at, value }, ctx);
    const open = await sheet();
    assert.deepEqual([open.gradesSet, open.grade], [true, undefined]);
    assert.equal((await answer('closing', 0, { ownTenths: 185 })).status, 200, 'nothing came in this year');
    const whole = await sheet();
    assert.deepEqual([whole.unanswered, whole.scoreTenths, whole.grade?.grade], [0, 760, 'A']);
  });

  it('comes in Word and as a workbook with the same lines and points', async () => {
    const download = async (format: string): Promise<Buffer> => {
      const { status, body } = await who.leader
        .get(`/api/assessment/export?areaCode=532601&year=2026&format=${format}`)
        .set('accept-language', 'zh-CN')
        .buffer()
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => done(null, Buffer.concat(parts)));
        });
      assert.equal(status, 200);
      return body as Buffer;
    };
    const document = new PizZip(await download('docx')).file('word/document.xml')?.asText() ?? '';
    assert.ok(document.includes('满分100分，自评76分。按本地设定的标准为A级。'));
    for (const { words } of ROWS) assert.ok(document.includes(words), words);
    const { sheets } = await readXlsx(await download('xlsx'));
    const rows = sheets[0]?.rows ?? [];
    assert.equal(rows.length, ROWS.length + 2);
    assert.deepEqual(rows.at(-1)?.slice(2, 7), [100, null, null, 76, 'A']);
  });
});
