import assert from 'node:assert/strict';
import type { Page } from '../../../server/core/contract/page.ts';
import type { WorkerView } from '../../../server/core/contract/workers.ts';
import { ensureWorker } from '../../../server/features/workers/index.ts';
import { Workers } from '../../../server/features/workers/worker.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { registerMergeListener } from '../../../server/platform/merge-listeners.ts';
import type { Agent } from '../../support/app.ts';
import { problemOf, useRegistryApp } from '../companies/registry-app.ts';

/** The two numbers that GB 11643 itself gives as examples. */
const MAN = '11010519491231002X';
const WOMAN = '440524188001010014';

describe('workers on record', () => {
  const app = useRegistryApp();
  const person = { name: '单雄信', areaCode: '532601' };
  const list = async (query: object, agent: Agent = app.as.clerk): Promise<Page<WorkerView>> =>
    (await agent.get('/api/workers').query(query).expect(200)).body as Page<WorkerView>;
  const names = async (query: object, agent?: Agent): Promise<string[]> =>
    (await list(query, agent)).items.map(({ name }) => name).sort();
  const made = async (body: object, agent?: Agent): Promise<WorkerView> =>
    (await app.create('/workers', body, agent).expect(201)).body as WorkerView;
  const seen = async (id: string): Promise<WorkerView> =>
    (await app.as.clerk.get(`/api/workers/${id}`).expect(200)).body as WorkerView;

  it('keep identities sealed: the answer is masked, the store and the events hold no number', async () => {
    const body = {
      ...person,
      citizenId: MAN.toLowerCase(),
      phone: '13812345678',
      bankCard: '6222 0212 3456 7890 128',
    };
    const view = await made(body);
    assert.deepEqual(
      [view.citizenIdMasked, view.phoneMasked, view.bankCardMasked, view.birthYear, view.sex],
      ['110***********002X', '138****5678', '***************0128', 1949, 'female'],
    );
    const stored = JSON.stringify(await Workers.findById(view.id).lean());
    const events = JSON.stringify(await Events.find({ subject: `worker:${view.id}` }).lean());
    for (const secret of [MAN, '13812345678', '6222021234567890128'])
      assert.ok(!stored.includes(secret) && !events.includes(secret), secret);
    assert.ok(!events.includes(person.name));
  });

  it('are found by part of the name, its initials, or a whole phone or citizen id, in their own county', async () => {
    for (const q of ['雄信', '单', 'sxx', '13812345678', MAN, '138 1234 5678'])
      assert.deepEqual(await names({ q }), [person.name], q);
    for (const q of ['dxx', '1381234', MAN.slice(0, 17)]) assert.deepEqual(await names({ q }), [], q);
    assert.deepEqual(await names({ q: '13812345678' }, app.as.elsewhere), []);
  });

  it('refuse numbers that cannot be, but not a card whose Luhn digit disagrees', async () => {
    const fault = async (body: object): Promise<string | undefined> =>
      problemOf(await app.create('/workers', { ...person, ...body }).expect(422)).fields?.[0]?.path;
    assert.equal(await fault({ citizenId: '110105194912310021' }), 'citizenId');
    assert.equal(await fault({ citizenId: '11010519491331002X' }), 'citizenId');
    assert.equal(await fault({ phone: '12345678901' }), 'phone');
    assert.equal(await fault({ bankCard: '6222' }), 'bankCard');
    const odd = await made({ ...person, name: '存折户', bankCard: '6222021234567890123' });
    assert.equal(odd.bankCardMasked, '***************0123');
  });

  it('with one citizen id are one person, also when two clerks press at once', async () => {
    const refused = problemOf(await app.create('/workers', { ...person, citizenId: MAN }).expect(409));
    const { id } = (await list({ q: MAN })).items[0] ?? {};
    assert.deepEqual([refused.code, refused.details?.['id']], ['alreadyExists', id]);
    assert.ok(!JSON.stringify(refused).includes(person.name), 'the way to the record, and nobody by name');
    const other = { name: '甲', areaCode: '532622', citizenId: MAN };
    const hidden = problemOf(await app.create('/workers', other, app.as.elsewhere).expect(409));
    assert.deepEqual(Object.keys(hidden.details ?? {}), ['what']);
    const both = await Promise.all(
      ['乙', '丙'].map((name) => app.create('/workers', { ...person, name, citizenId: WOMAN })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  });

  it('show a full number for a stated reason to their office alone, and every view is an event', async () => {
    const [worker] = (await list({ q: MAN })).items;
    assert.ok(worker !== undefined);
    const reveal = (body: object, agent: Agent = app.as.clerk) =>
      agent.post(`/api/workers/${worker.id}/reveal`).send(body);
    const shown = await reveal({ field: 'citizenId', reason: '核对身份' }).expect(200);
    assert.deepEqual(shown.body, { value: MAN });
    await reveal({ field: 'citizenId', reason: '' }).expect(422);
    await reveal({ field: 'name', reason: '核对身份' }).expect(422);
    await reveal({ field: 'phone', reason: '核对身份' }, app.as.elsewhere).expect(404);
    await reveal({ field: 'phone', reason: '核对身份' }, app.as.grid).expect(403);
    const events = await Events.find({ subject: `worker:${worker.id}`, action: 'field.revealed' }).lean();
    assert.deepEqual(
      events.map(({ facts }) => facts),
      [{ field: 'citizenId', reason: '核对身份' }],
    );
  });

  it('keep numbers that an edit does not give, and change once per version', async () => {
    const view = await made({ ...person, name: '张改', phone: '13900000001' });
    const path = `/workers/${view.id}`;
    const after = (await app.change(path, 1, { ...person, name: '张改名' }).expect(200)).body as WorkerView;
    assert.deepEqual([after.name, after.phoneMasked], ['张改名', '139****0001']);
    assert.deepEqual(await names({ q: 'zgm' }), ['张改名']);
    await app.change(path, 1, person).expect(412);
    await app.change(path, 2, { ...person, citizenId: MAN }).expect(409);
    await app.change(path, 2, person, app.as.elsewhere).expect(404);
  });

  it('merge into the record that stands for the person; two citizen ids are two people', async () => {
    const moved: string[][] = [];
    registerMergeListener('worker', (fromId, intoId) => Promise.resolve(void moved.push([fromId, intoId])));
    const [man] = (await list({ q: MAN })).items;
    const [woman] = (await list({ q: WOMAN })).items;
    assert.ok(man !== undefined && woman !== undefined);
    const two = await app.merge(`/workers/${man.id}`, man.version, woman.id).expect(409);
    assert.equal(problemOf(two).details?.['why'], 'differentCitizenIds');
    const bare = await made({ ...person, name: '单雄信（重复）' });
    const gone = (await app.merge(`/workers/${man.id}`, man.version, bare.id).expect(200)).body as WorkerView;
    assert.deepEqual([gone.state, gone.citizenIdMasked], ['merged', undefined]);
    const into = await seen(bare.id);
    assert.deepEqual([into.citizenIdMasked, into.phoneMasked], [man.citizenIdMasked, man.phoneMasked]);
    assert.deepEqual(moved, [[man.id, bare.id]]);
    assert.deepEqual(await names({ q: MAN }), [bare.name]);
    await app.merge(`/workers/${man.id}`, gone.version, bare.id).expect(409);
  });

  it('are known again when a complaint names them: by citizen id, or by phone and name together', async () => {
    const at = (given: object): Promise<string> => ensureWorker({ ...person, ...given }, app.ctx);
    const first = await at({ name: '新人', phone: '13700000001' });
    assert.equal(await at({ name: '新人', phone: '13700000001' }), first);
    assert.notEqual(await at({ name: '工友', phone: '13700000001' }), first, 'a phone is passed around');
    const [man] = (await list({ q: MAN })).items;
    assert.equal(await at({ name: '写错名', citizenId: MAN }), man?.id);
    const id = '110101199003074477';
    assert.equal(await at({ name: '新人', phone: '13700000001', citizenId: id }), first);
    assert.equal((await seen(first)).citizenIdMasked, '110***********4477', 'the record has learnt it');
    const both = await Promise.all(
      ['1', '2'].map(() => at({ name: '同时', citizenId: '110101199003073538' })),
    );
    assert.equal(both[0], both[1], 'two at once make one record');
    await at({ name: '错号', citizenId: '123' });
    assert.deepEqual(await names({ q: '错号' }), ['错号']);
  });

  it('of a town are a grid officer’s to see and to open; companies and leaders see nobody', async () => {
    const body = { name: '山下人', areaCode: '532601001901' };
    assert.deepEqual((await made(body, app.as.grid)).actions, []);
    assert.deepEqual(await names({}, app.as.grid), ['山下人']);
    await app.create('/workers', person, app.as.grid).expect(403);
    await app.as.company.get('/api/workers').expect(403);
    await app.as.leader.get('/api/workers').expect(403);
  });

  it('export what is filtered, masked', async () => {
    const query = { format: 'csv', q: MAN };
    const { text } = await app.as.clerk.get('/api/workers/export').query(query).expect(200);
    assert.ok(text.includes('138****5678') && !text.includes('13812345678') && !text.includes(MAN));
  });
});
