import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AreaView } from '../../../server/core/contract/areas.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

const GRID = {
  parentCode: '532601001',
  name: '东风网格',
  nameEn: 'Dongfeng grid',
  validFrom: '2026-11-01',
  source: '文山市网格划分方案',
};

describe('divisions and member departments', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let admin: Agent;
  const create = (agent: Agent, body: object, key = randomUUID()) =>
    agent.post('/api/areas').set('idempotency-key', key).send(body);

  before(async () => {
    test = startTestApp();
    const ctx = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    admin = await test.signIn('admin', DEMO_PASSWORD);
  });

  it('anybody sees the counties of the prefecture with how much lies in each', async () => {
    const { status, body } = await test.visitor().get('/api/areas?parent=5326');
    assert.equal(status, 200);
    assert.equal(body.total, 8);
    const city = (body.items as AreaView[]).find(({ code }) => code === '532601');
    assert.equal(city?.name, '文山市');
    assert.equal(city.childCount, 18);
    assert.equal(city.level, 'county');
  });

  it('closed codes are left out unless they are asked for', async () => {
    const open = await test.visitor().get('/api/areas?parent=532601');
    assert.equal(open.body.total, 18);
    const all = await test.visitor().get('/api/areas?parent=532601&closed=true');
    assert.equal(all.body.total, 20);
    assert.equal(
      (all.body.items as AreaView[]).find(({ code }) => code === '532601401')?.validTo,
      '2023-09-10',
    );
  });

  it('a search finds part of a name, the beginning of a code, or English in any case', async () => {
    const codes = async (query: string) =>
      ((await test.visitor().get(`/api/areas?${query}`)).body.items as AreaView[]).map(({ code }) => code);
    assert.deepEqual(await codes(`q=${encodeURIComponent('开化街道')}&level=town`), ['532601001']);
    assert.deepEqual(await codes('q=532628&level=county'), ['532628']);
    assert.deepEqual(await codes('q=maLIPO&level=county'), ['532624']);
    assert.deepEqual(await codes(`q=${encodeURIComponent('.*')}`), [], 'signs are looked for as they are');
  });

  it('pages follow each other without a gap or a repeat', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await test
        .visitor()
        .get(`/api/areas?limit=50&closed=true${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...(body.items as AreaView[]).map(({ code }) => code));
      cursor = body.nextCursor as string | null;
    }
    assert.equal(seen.length, 118 + 17);
    assert.deepEqual(seen, [...new Set(seen)].sort());
  });

  it('a last page that is full says that it is the last', async () => {
    const { total } = (await test.visitor().get('/api/areas?parent=532601')).body as { total: number };
    const exact = await test.visitor().get(`/api/areas?limit=${total}&parent=532601`);
    assert.equal(exact.body.items.length, total);
    assert.equal(exact.body.nextCursor, null);
  });

  it('grids added at the same moment for different days get numbers of their own', async () => {
    const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    const made = await Promise.all(
      days.map((validFrom) => create(admin, { ...GRID, parentCode: '532601003', validFrom })),
    );
    const codes = made.map(({ body }) => (body as AreaView).code);
    assert.equal(new Set(codes).size, days.length, codes.join());
  });

  it('an admin adds a grid in the office’s own number range, once for the same key', async () => {
    const key = randomUUID();
    const first = await create(admin, GRID, key);
    assert.equal(first.status, 201);
    assert.equal(first.body.code, '532601001902', 'after the demo grid 901');
    const again = await create(admin, GRID, key);
    assert.equal(again.body.code, '532601001902');
    const { body } = await test.visitor().get('/api/areas?parent=532601001');
    assert.equal(body.total, 2);
    const event = await Events.findOne({ subject: 'area:532601001902' }).lean();
    assert.equal(event?.action, 'area.created');
    assert.equal(event.facts['source'], GRID.source);
  });

  const refused: [says: string, body: object, field: string][] = [
    ['a code outside its parent', { ...GRID, code: '532622101901' }, 'code'],
    ['a county', { ...GRID, parentCode: '5326', code: '532699' }, 'code'],
    ['a parent that was closed before', { ...GRID, parentCode: '532601401' }, 'parentCode'],
    ['a parent nobody knows', { ...GRID, parentCode: '532601999' }, 'parentCode'],
    ['no source', { ...GRID, source: '' }, 'source'],
    ['a day that does not exist', { ...GRID, validFrom: '2026-02-30' }, 'validFrom'],
    ['a field nobody asked for', { ...GRID, version: 7 }, 'version'],
  ];
  for (const [says, body, field] of refused) {
    it(`a new grid is refused for ${says}`, async () => {
      const answer = await create(admin, body);
      assert.equal(answer.status, 422);
      assert.deepEqual(
        (answer.body.fields as { path: string }[]).map(({ path }) => path),
        [field],
      );
    });
  }

  it('a code that is in use is refused as a double', async () => {
    const answer = await create(admin, { ...GRID, code: '532601001901' });
    assert.equal(answer.status, 409);
    assert.equal(answer.body.code, 'alreadyExists');
  });

  it('a correction needs the version it was read at', async () => {
    const read = await test.visitor().get('/api/areas/532601001901');
    assert.equal(read.headers['etag'], '"v1"');
    const change = { name: '一号网格', nameEn: 'Grid one', source: GRID.source };
    const edited = await admin.patch('/api/areas/532601001901').set('if-match', '"v1"').send(change);
    assert.equal(edited.status, 200);
    assert.equal(edited.body.version, 2);
    const stale = await admin.patch('/api/areas/532601001901').set('if-match', '"v1"').send(change);
    assert.equal(stale.status, 412);
    assert.equal((await admin.patch('/api/areas/532601001901').send(change)).status, 428);
  });

  it('a town is closed only after its grids, a county never, and nothing twice', async () => {
    const close = (code: string, version: number) =>
      admin
        .post(`/api/areas/${code}/close`)
        .set('if-match', `"v${version}"`)
        .send({ validTo: '2026-11-20', reason: '合并' });
    assert.equal((await close('532601002', 1)).status, 422);
    const grid = await close('532601002901', 1);
    assert.equal(grid.status, 200);
    assert.equal(grid.body.validTo, '2026-11-20');
    assert.equal((await close('532601002', 1)).status, 200);
    assert.equal((await close('532601002', 2)).status, 409);
    assert.equal((await close('532601', 1)).status, 409);
  });

  it('a code may come back after it was closed, as a record of its own', async () => {
    const reopened = await create(admin, {
      ...GRID,
      parentCode: '532601003',
      code: '532601003950',
      validFrom: '2026-01-01',
    });
    assert.equal(reopened.status, 201);
    const closed = await admin
      .post('/api/areas/532601003950/close')
      .set('if-match', '"v1"')
      .send({ validTo: '2026-06-30', reason: '试行结束' });
    assert.equal(closed.status, 200);
    assert.equal(
      (
        await create(admin, {
          ...GRID,
          parentCode: '532601003',
          code: '532601003950',
          validFrom: '2026-06-30',
        })
      ).status,
      409,
    );
    assert.equal(
      (
        await create(admin, {
          ...GRID,
          parentCode: '532601003',
          code: '532601003950',
          validFrom: '2026-07-01',
        })
      ).status,
      201,
    );
    const { body } = await test.visitor().get('/api/areas?parent=532601003&closed=true&q=532601003950');
    assert.equal(body.total, 2);
  });

  it('roles other than the admin may not change divisions, and a stranger must sign in', async () => {
    const inspector = await test.signIn('inspector', DEMO_PASSWORD);
    assert.equal((await create(inspector, GRID)).status, 403);
    assert.equal((await create(test.visitor(), GRID)).status, 401);
  });

  it('the list downloads with a heading and every division', async () => {
    const { status, text, headers } = await admin
      .get('/api/areas/export?format=csv&parent=5326')
      .set('accept-language', 'zh-CN')
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () =>
          done(null, ((res as unknown as { text: string }).text = Buffer.concat(parts).toString('utf8'))),
        );
      });
    assert.equal(status, 200);
    assert.match(String(headers['content-disposition']), /attachment/);
    const lines = text.trim().split('\r\n');
    assert.match(lines[0] ?? '', /区划代码/);
    assert.equal(lines.length, 1 + 8);
  });

  it('the 31 member departments are there for anybody signed in', async () => {
    const inspector = await test.signIn('inspector', DEMO_PASSWORD);
    const { body } = await inspector.get('/api/departments');
    assert.equal(body.total, 31);
    assert.equal((body.items as { code: string }[])[0]?.code, 'hrss');
    assert.equal((await test.visitor().get('/api/departments')).status, 401);
  });
});
