import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DEMO_COMPANY_ID } from '../../../seeds/people.ts';
import { DEMO_COMPANIES, DEMO_PROJECTS } from '../../../seeds/registry/demo-registry.ts';
import { isReceiptNumber } from '../../../server/core/kit/receipt-number.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { ProjectView, PublicProject } from '../../../server/core/contract/projects.ts';
import { findProjectByCode, getProjectRef } from '../../../server/features/projects/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import type { Agent } from '../../support/app.ts';
import { problemOf, useRegistryApp } from '../companies/registry-app.ts';

describe('projects on record', () => {
  const app = useRegistryApp();
  const site = {
    name: '乐山路安置房项目',
    areaCode: '532601001',
    site: '开化街道乐山路',
    parties: [{ role: 'generalContractor', companyId: DEMO_COMPANY_ID }],
    state: 'building',
  };
  const list = async (query: object, agent: Agent = app.as.clerk): Promise<Page<ProjectView>> =>
    (await agent.get('/api/projects').query(query).expect(200)).body as Page<ProjectView>;
  const names = async (query: object, agent?: Agent): Promise<string[]> =>
    (await list(query, agent)).items.map(({ name }) => name).sort();
  const made = async (body: object, agent?: Agent): Promise<ProjectView> =>
    (await app.create('/projects', body, agent).expect(201)).body as ProjectView;
  const demo = (at: number): (typeof DEMO_PROJECTS)[number] => {
    const found = DEMO_PROJECTS[at];
    assert.ok(found !== undefined);
    return found;
  };

  it('open once for one submission, with a code of ten digits that ends in its check digit', async () => {
    const key = randomUUID();
    const first = (await app.create('/projects', site, app.as.clerk, key).expect(201)).body as ProjectView;
    const again = (await app.create('/projects', site, app.as.clerk, key).expect(201)).body as ProjectView;
    assert.equal(again.id, first.id);
    assert.match(first.code, /^\d{10}$/u);
    assert.ok(isReceiptNumber(first.code));
    assert.equal(first.parties[0]?.companyName, DEMO_COMPANIES[0]?.name);
    const events = await Events.find({ subject: `project:${first.id}` }).lean();
    assert.deepEqual(
      events.map(({ action }) => action),
      ['project.created'],
    );
  });

  it('are found by part of name or site, their initials, or the code; filters narrow them', async () => {
    assert.deepEqual(await names({ q: '安置房' }), [site.name]);
    assert.deepEqual(await names({ q: 'lsl' }), [site.name], 'a place is not read as a surname');
    assert.deepEqual(await names({ q: 'plh' }), [demo(1).name]);
    assert.deepEqual(await names({ q: demo(2).code }), [demo(2).name]);
    assert.deepEqual(await names({ companyId: DEMO_COMPANY_ID, state: 'suspended' }), [demo(2).name]);
    assert.deepEqual(await names({ areaCode: '532601003' }), [demo(3).name]);
    assert.equal((await list({})).total, DEMO_PROJECTS.length + 1);
  });

  it('refuse a company, a department or an area that is not there, and areas out of reach', async () => {
    const fault = async (body: object): Promise<string | undefined> =>
      problemOf(await app.create('/projects', { ...site, ...body }).expect(422)).fields?.[0]?.path;
    const nobody = [{ role: 'generalContractor', companyId: 'f'.repeat(24) }];
    assert.equal(await fault({ parties: nobody }), 'parties.0.companyId');
    assert.equal(await fault({ industryDepartment: 'magic' }), 'industryDepartment');
    assert.equal(await fault({ areaCode: '532601888' }), 'areaCode');
    assert.equal(await fault({ state: 'merged' }), 'state');
    await app.create('/projects', { ...site, areaCode: '532622' }).expect(403);
    await app.create('/projects', site, app.as.leader).expect(403);
    const town = { ...site, areaCode: '532601002', parties: [] };
    await app.create('/projects', town, app.as.grid).expect(403);
  });

  it('are read by leaders, by the department of their industry and by the companies that build them', async () => {
    const all = [...DEMO_PROJECTS.map(({ name }) => name), site.name].sort();
    assert.deepEqual(await names({}, app.as.leader), all);
    const housing = DEMO_PROJECTS.filter(({ industryDepartment }) => industryDepartment === 'housing');
    assert.deepEqual(await names({}, app.as.housing), housing.map(({ name }) => name).sort());
    assert.deepEqual(await names({}, app.as.company), [demo(0).name, demo(2).name, site.name].sort());
    assert.deepEqual(await names({}, app.as.grid), [demo(0).name, site.name].sort());
    assert.deepEqual(await names({}, app.as.elsewhere), []);
    const other = await app.as.company.get(`/api/projects/${demo(1).id}`);
    assert.equal(other.status, 404);
    const own = (await app.as.company.get(`/api/projects/${demo(0).id}`).expect(200)).body as ProjectView;
    assert.deepEqual(own.actions, ['edit'], 'its own site, as general contractor');
  });

  it('are corrected by their office, once per version; the code stays', async () => {
    const view = await made({ ...site, name: '改前', startedOn: '2026-01-05' });
    const path = `/projects/${view.id}`;
    const body = { ...site, name: '改后', state: 'finished' };
    const after = (await app.change(path, 1, body).expect(200)).body as ProjectView;
    assert.deepEqual(
      [after.name, after.state, after.code, after.startedOn, after.version],
      ['改后', 'finished', view.code, undefined, 2],
    );
    assert.deepEqual(await names({ q: '改后' }), ['改后']);
    await app.change(path, 1, body).expect(412);
    await app.change(path, 2, body, app.as.elsewhere).expect(404);
    await app.change(path, 2, body, app.as.grid).expect(403);
    const events = await Events.find({ subject: `project:${view.id}`, action: 'project.edited' }).lean();
    assert.deepEqual(events[0]?.facts, {
      fields: ['name', 'state', 'startedOn'],
      from: 'building',
      to: 'finished',
    });
  });

  it('show the board’s QR to their office and tell anybody who scans it what the board says', async () => {
    const { id, code, name } = demo(0);
    const qr = await app.as.clerk.get(`/api/projects/${id}/qr`).expect(200);
    assert.match(String(qr.headers['content-type']), /^image\/svg\+xml/u);
    await app.as.elsewhere.get(`/api/projects/${id}/qr`).expect(404);
    const visitor = app.test.visitor();
    const told = (await visitor.get(`/api/public/projects/${code}`).expect(200)).body as PublicProject;
    assert.deepEqual(Object.keys(told).sort(), ['areaCode', 'areaName', 'code', 'name', 'parties', 'site']);
    assert.deepEqual([told.name, told.areaName], [name, '开化街道']);
    assert.deepEqual(told.parties[1], { role: 'generalContractor', name: DEMO_COMPANIES[0]?.name });
    const spaced = await visitor.get(`/api/public/projects/${code.slice(0, 5)}-${code.slice(5)}`);
    assert.equal(spaced.status, 200);
    await visitor.get('/api/public/projects/5326010017').expect(404);
    await visitor.get('/api/public/projects/abc').expect(404);
  });

  it('merge into the one that stands for them: parties join it, and an old board leads there', async () => {
    const twin = await made({
      ...site,
      name: '小学工地（重复）',
      parties: [...site.parties, { role: 'subcontractor', companyId: DEMO_COMPANY_ID }],
    });
    const gone = await app.merge(`/projects/${twin.id}`, 1, demo(0).id).expect(200);
    assert.deepEqual((gone.body as ProjectView).mergedIntoId, demo(0).id);
    const into = (await app.as.clerk.get(`/api/projects/${demo(0).id}`)).body as ProjectView;
    assert.deepEqual(
      into.parties.map(({ role }) => role),
      ['projectOwner', 'generalContractor', 'labourSubcontractor', 'supervisionUnit', 'subcontractor'],
    );
    assert.equal((await findProjectByCode(twin.code))?.id, demo(0).id);
    assert.equal((await getProjectRef(twin.id)).id, demo(0).id);
    await app.merge(`/projects/${twin.id}`, 2, demo(0).id).expect(409);
    await app.merge(`/projects/${demo(0).id}`, into.version, twin.id).expect(409);
    await app.merge(`/projects/${demo(1).id}`, 9, demo(0).id).expect(412);
  });

  it('are registered and corrected by their general contractor, with partners found by their whole name or code', async () => {
    const { company } = app.as;
    const lookUp = async (q: string, agent = company): Promise<unknown> =>
      (await agent.get('/api/companies/lookup').query({ q }).expect(200)).body;
    const [, labour, , group] = DEMO_COMPANIES;
    assert.ok(labour !== undefined && group !== undefined);
    const known = [{ id: labour.id, name: labour.name }];
    assert.deepEqual(await lookUp(labour.name), known);
    assert.deepEqual(await lookUp(labour.creditCode ?? ''), known);
    assert.deepEqual(await lookUp(labour.name.slice(0, -1)), [], 'nobody leafs through the register');
    assert.deepEqual(await lookUp(labour.name, app.as.elsewhere), [], 'another office’s register');

    const own = { ...site, name: '本企业新工地' };
    const view = await made(own, company);
    assert.deepEqual(view.actions, ['edit']);
    const hired = [...site.parties, { role: 'labourSubcontractor', companyId: labour.id }];
    const edited = { ...own, parties: hired };
    await app.change(`/projects/${view.id}`, 1, edited, company).expect(200);

    const fault = async (body: object): Promise<string | undefined> =>
      problemOf(await app.create('/projects', { ...own, ...body }, company).expect(422)).fields?.[0]?.path;
    assert.equal(await fault({ parties: [{ role: 'generalContractor', companyId: group.id }] }), 'parties');
    assert.equal(
      await fault({ parties: [{ role: 'subcontractor', companyId: DEMO_COMPANY_ID }] }),
      'parties',
    );
    const stranger = { role: 'projectOwner', companyId: 'f'.repeat(24) };
    assert.equal(await fault({ parties: [...site.parties, stranger] }), 'parties.1.companyId');
    await app.create('/projects', { ...own, areaCode: '532622' }, company).expect(403);

    const dropped = problemOf(await app.change(`/projects/${view.id}`, 2, own, company).expect(422));
    assert.equal(dropped.fields?.[0]?.path, 'parties', 'only the office takes a party off a site');
    await app.change(`/projects/${view.id}`, 2, own).expect(200);
    await app.merge(`/projects/${view.id}`, 3, demo(0).id, company).expect(403);
    const others = { ...site, name: demo(1).name, parties: hired };
    await app.change(`/projects/${demo(1).id}`, 1, others, company).expect(404);
  });

  it('export what is filtered with the names of their parties', async () => {
    const query = { format: 'csv', state: 'suspended' };
    const { text } = await app.as.leader.get('/api/projects/export').query(query).expect(200);
    assert.equal(text.trim().split('\n').length, 2);
    assert.ok(
      text.includes(demo(2).code) && text.includes('停工') && text.includes(DEMO_COMPANIES[0]?.name ?? '?'),
    );
  });
});
