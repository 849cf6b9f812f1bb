import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DEMO_COMPANY_ID } from '../../../seeds/people.ts';
import { findPeopleOfCompany } from '../../../server/features/accounts/index.ts';
import type { CompanyView } from '../../../server/core/contract/companies.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { companyNamesOf, findCompanyRef } from '../../../server/features/companies/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import type { Agent } from '../../support/app.ts';
import { problemOf, useRegistryApp } from './registry-app.ts';

describe('companies on record', () => {
  const app = useRegistryApp();
  const firm = { name: '砚山宏达建筑有限公司', areaCode: '532601' };
  const list = async (query: object, agent: Agent = app.as.clerk): Promise<Page<CompanyView>> =>
    (await agent.get('/api/companies').query(query).expect(200)).body as Page<CompanyView>;
  const names = async (query: object, agent?: Agent): Promise<string[]> =>
    (await list(query, agent)).items.map(({ name }) => name).sort();
  const made = async (body: object, agent?: Agent): Promise<CompanyView> =>
    (await app.create('/companies', body, agent).expect(201)).body as CompanyView;

  it('open once for one submission, with masked phone, version, actions and an event that names no person', async () => {
    const key = randomUUID();
    const body = { ...firm, legalRepresentative: '单雄信', phone: '13812345678' };
    const first = await app.create('/companies', body, app.as.clerk, key).expect(201);
    const again = await app.create('/companies', body, app.as.clerk, key).expect(201);
    const view = first.body as CompanyView;
    assert.equal((again.body as CompanyView).id, view.id);
    assert.equal(view.phoneMasked, '138****5678');
    assert.deepEqual(view.actions, ['edit', 'merge']);
    assert.equal(first.headers['etag'], '"v1"');
    const events = await Events.find({ subject: `company:${view.id}` }).lean();
    assert.deepEqual(
      events.map(({ action, facts }) => ({ action, facts })),
      [{ action: 'company.created', facts: { name: firm.name } }],
    );
  });

  it('are found by part of the name, its initials, the person or the code, one county at a time', async () => {
    assert.deepEqual(await names({ q: '宏达' }), [firm.name]);
    assert.deepEqual(await names({ q: 'yshd' }), [firm.name]);
    assert.deepEqual(await names({ q: 'sxx' }), [firm.name]);
    assert.deepEqual(await names({ q: 'MA6KC0003' }), ['文山演示建筑工程有限公司']);
    assert.deepEqual(await names({ q: '宏达' }, app.as.elsewhere), []);
    assert.deepEqual(await names({ q: '不存在的' }), []);
  });

  it('come in the order asked for, a page at a time, with the count of all', async () => {
    const first = await list({ sort: 'name', limit: 4 });
    const second = await list({ sort: 'name', limit: 4, cursor: first.nextCursor ?? '' });
    assert.equal(first.total, 7);
    const all = [...first.items, ...second.items].map(({ name }) => name);
    assert.equal(new Set(all).size, 7);
    assert.deepEqual(all, [...all].sort());
  });

  it('refuse a credit code with a wrong check digit, an area that does not exist, and one out of reach', async () => {
    const wrong = await app.create('/companies', { ...firm, creditCode: '91532601MA6KC00038' }).expect(422);
    assert.equal(problemOf(wrong).fields?.[0]?.path, 'creditCode');
    const nowhere = await app.create('/companies', { ...firm, areaCode: '532601999' }).expect(422);
    assert.equal(problemOf(nowhere).fields?.[0]?.path, 'areaCode');
    await app.create('/companies', { ...firm, areaCode: '532622' }).expect(403);
    const many = await app
      .create('/companies', { name: '', areaCode: 'x', phone: 'y', extra: 1 })
      .expect(422);
    assert.deepEqual(
      problemOf(many)
        .fields?.map(({ path }) => path)
        .sort(),
      ['areaCode', 'extra', 'name', 'phone'],
    );
  });

  it('with one credit code are one company: the one on record is named to those who may see it', async () => {
    const taken = { ...firm, creditCode: '91532601ma6kc00037' };
    const refused = problemOf(await app.create('/companies', taken).expect(409));
    assert.equal(refused.code, 'alreadyExists');
    assert.equal(refused.details?.['id'], DEMO_COMPANY_ID);
    const elsewhere = { ...taken, areaCode: '532622' };
    const hidden = problemOf(await app.create('/companies', elsewhere, app.as.elsewhere).expect(409));
    assert.deepEqual(Object.keys(hidden.details ?? {}), ['what']);
    const both = await Promise.all(
      ['一号', '二号'].map((name) =>
        app.create('/companies', { ...firm, name, creditCode: '12532601MA6KG0007P' }),
      ),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  });

  it('are corrected by their office alone, once per version', async () => {
    const view = await made({ ...firm, name: '待改公司', address: '旧址', phone: '13812345678' });
    const path = `/companies/${view.id}`;
    const changed = await app.change(path, 1, { ...firm, name: '改好公司' }).expect(200);
    const after = changed.body as CompanyView;
    assert.deepEqual([after.name, after.address, after.phoneMasked], ['改好公司', undefined, '138****5678']);
    assert.deepEqual(await names({ q: '改好' }), ['改好公司']);
    assert.deepEqual(await names({ q: '待改' }), []);
    await app.change(path, 1, firm).expect(412);
    await app.change(path, 2, firm, app.as.elsewhere).expect(404);
    await app.change(path, 2, firm, app.as.company).expect(403);
    await app.change(path, 2, { ...firm, areaCode: '532622' }).expect(403);
  });

  it('merge into the record that stands for them: names, code, projects and rights go along', async () => {
    const keeper = await made({ ...firm, name: '演示建筑（正式）' });
    const before = (await app.as.clerk.get(`/api/companies/${DEMO_COMPANY_ID}`)).body as CompanyView;
    const gone = await app.merge(`/companies/${DEMO_COMPANY_ID}`, before.version, keeper.id).expect(200);
    const from = gone.body as CompanyView;
    assert.deepEqual([from.state, from.mergedIntoId, from.actions], ['merged', keeper.id, []]);
    const into = (await app.as.clerk.get(`/api/companies/${keeper.id}`)).body as CompanyView;
    assert.deepEqual(
      [into.creditCode, into.formerNames, into.projectCount, into.phoneMasked],
      ['91532601MA6KC00037', [before.name], 2, before.phoneMasked],
    );
    assert.deepEqual(await names({ q: '演示建筑' }), [keeper.name]);
    assert.deepEqual(await names({ state: 'merged' }), [before.name]);
    assert.equal((await findCompanyRef(DEMO_COMPANY_ID))?.id, keeper.id);
    const mine = (await app.as.company.get('/api/projects').expect(200)).body as Page<{ parties: object[] }>;
    assert.equal(mine.total, 2, 'a right given for the duplicate reaches the record that stands for it');
    assert.ok(JSON.stringify(mine.items).includes(keeper.id));
    assert.ok(!JSON.stringify(mine.items).includes(DEMO_COMPANY_ID));
    const officers = async (id: string): Promise<number> =>
      (await findPeopleOfCompany(id, 'labourOfficer')).length;
    assert.deepEqual(
      [await officers(keeper.id), await officers(DEMO_COMPANY_ID)],
      [1, 0],
      'its people are told of what comes to the other',
    );
    await app.merge(`/companies/${DEMO_COMPANY_ID}`, from.version, keeper.id).expect(409);
    const told = await Events.find({ action: /^company\.(merged|tookOver)$/u }).lean();
    assert.equal(told.length, 2);
  });

  it('do not merge when two credit codes say they are two, with themselves, or out of reach', async () => {
    const [a, b] = (await list({ q: '演示', sort: 'name' })).items;
    assert.ok(a?.creditCode !== undefined && b?.creditCode !== undefined);
    const refused = await app.merge(`/companies/${a.id}`, a.version, b.id).expect(409);
    assert.equal(problemOf(refused).details?.['why'], 'differentCreditCodes');
    await app.merge(`/companies/${a.id}`, a.version, a.id).expect(422);
    await app.merge(`/companies/${a.id}`, a.version, 'f'.repeat(24)).expect(422);
    await app.merge(`/companies/${a.id}`, a.version, b.id, app.as.elsewhere).expect(404);
  });

  it('of a town are a grid officer’s to see and to open, not to change; a company sees itself alone', async () => {
    const grid = await made({ name: '开化小店', areaCode: '532601001' }, app.as.grid);
    assert.deepEqual(grid.actions, []);
    assert.deepEqual(await names({}, app.as.grid), ['开化小店']);
    await app.create('/companies', { ...firm, areaCode: '532601002' }, app.as.grid).expect(403);
    await app.change(`/companies/${grid.id}`, 1, firm, app.as.grid).expect(403);
    const own = await list({}, app.as.company);
    assert.deepEqual(
      own.items.map(({ name, actions }) => ({ name, actions })),
      [{ name: '演示建筑（正式）', actions: [] }],
    );
    await app.as.company.get(`/api/companies/${grid.id}`).expect(404);
  });

  it('export what is filtered, phones masked', async () => {
    const { text } = await app.as.clerk
      .get('/api/companies/export')
      .query({ format: 'csv', q: '宏达' })
      .expect(200);
    const lines = text.trim().split('\n');
    assert.equal(lines.length, 2);
    assert.ok(text.includes('138****5678') && !text.includes('13812345678'));
    assert.deepEqual(
      [...(await companyNamesOf([DEMO_COMPANY_ID, 'f'.repeat(24)])).keys()],
      [DEMO_COMPANY_ID],
    );
  });
});
