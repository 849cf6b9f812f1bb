import assert from 'node:assert/strict';
import type { Express } from 'express';
import type {
  RegistryCompany,
  RegistryCredit,
  RegistryProject,
} from '../../../server/core/contract/department-queries.ts';
import type { MachineClientOpened } from '../../../server/core/contract/machine-clients.ts';
import { createApp } from '../../../server/app.ts';
import { configure } from '../../../server/configure.ts';
import {
  DEPARTMENT_QUERIES_PERMISSIONS,
  departmentQueriesRoutes,
} from '../../../server/features/department-queries/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { openMachineClient, resolveMachine } from '../../../server/features/machine-clients/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { createLog } from '../../../server/platform/log.ts';
import { testConfig } from '../../support/config.ts';
import { signedRequest } from '../../support/signed-request.ts';
import { asSystem, clock, useComplaintsApp } from '../complaints/complaints-app.ts';

const PHONE = '13811112222';
/** Valid by their check digits. */
const BUILDER = '91532699MA6TTT0282';
const STRANGER = '91532699MA6TTT036W';

describe('what other departments may ask', function () {
  this.timeout(30_000);
  useComplaintsApp();
  let app: Express;
  let here: MachineClientOpened;
  let elsewhere: MachineClientOpened;
  let code = '';

  before(async () => {
    const config = testConfig();
    configure(config, clock);
    app = createApp({
      ...{ config, clock, log: createLog('silent'), routes: departmentQueriesRoutes },
      ...{ permissionTables: [DEPARTMENT_QUERIES_PERMISSIONS], identity: [], version: '0.0.0' },
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      resolveActor: () => ({ kind: 'anonymous' }),
      mustFirst: () => null,
      limit: () => Promise.resolve(),
      resolveMachine: (req, purpose) => resolveMachine(req, purpose, clock.now()),
    }).app;
    const open = (areaCode: string): Promise<MachineClientOpened> =>
      openMachineClient({ name: '住建平台', purposes: ['registry'], areaCode }, asSystem());
    here = await open('532601');
    elsewhere = await open('532622');
    const firm = { areaCode: '532601', phone: PHONE, legalRepresentative: '李大海' };
    const builder = await createCompany({ name: '文山甲建筑公司', creditCode: BUILDER, ...firm }, asSystem());
    await createCompany({ name: '文山乙建筑公司', creditCode: STRANGER, areaCode: '532601' }, asSystem());
    const parties = [{ role: 'generalContractor' as const, companyId: builder.id }];
    const site = { name: '邻县安置房', areaCode: '532622', site: '江那镇', state: 'building' as const };
    code = (await createProject({ ...site, parties }, asSystem())).code;
  });

  const ask = (path: string, client = here) =>
    signedRequest(app, {
      ...{ method: 'get', path: `/api/machine/registry${path}`, time: clock.now(), client },
    });

  it('is a firm as the register has it, without a phone, for the area it is kept in or works in', async () => {
    const own = await ask(`/companies/${BUILDER}`);
    assert.equal(own.status, 200, own.text);
    assert.ok(!own.text.includes(PHONE) && !own.text.includes('2222'));
    const { name, legalRepresentative, projects } = own.body as RegistryCompany;
    assert.deepEqual([name, legalRepresentative, projects], ['文山甲建筑公司', '李大海', []]);
    const there = (await ask(`/companies/${BUILDER}`, elsewhere)).body as RegistryCompany;
    assert.deepEqual(there.projects, [
      { code, name: '邻县安置房', state: 'building', role: 'generalContractor' },
    ]);
    assert.equal((await ask(`/companies/${STRANGER}`, elsewhere)).status, 404);
  });

  it('is a site by the number on its board, for its own area alone', async () => {
    const { site, parties } = (await ask(`/projects/${code}`, elsewhere)).body as RegistryProject;
    assert.deepEqual(
      [site, parties],
      ['江那镇', [{ role: 'generalContractor', name: '文山甲建筑公司', creditCode: BUILDER }]],
    );
    assert.equal((await ask(`/projects/${code}`)).status, 404);
  });

  it('is the credit of a firm as it stands today, and nothing where there is nothing', async () => {
    const { on, grade, listings, violations } = (await ask(`/credit/${BUILDER}`)).body as RegistryCredit;
    assert.deepEqual([on, grade, listings, violations], ['2026-11-20', undefined, [], []]);
  });

  it('leaves an event each time, also where nothing was found', async () => {
    const subject = `machineClient:${here.client.id}`;
    const asked = async () => (await Events.find({ subject, action: 'registry.asked' }).lean()).length;
    const before = await asked();
    await ask(`/credit/${STRANGER}`);
    await ask('/companies/91532699MA6TTT0288');
    assert.equal(await asked(), before + 2);
  });

  it('stays shut for a program that was let in for something else', async () => {
    const hotline = await openMachineClient(
      { name: '热线', purposes: ['leads'], areaCode: '532601', leadPlatform: 'HOTLINE_12345' },
      asSystem(),
    );
    assert.equal((await ask(`/companies/${BUILDER}`, hotline)).status, 403);
  });
});
