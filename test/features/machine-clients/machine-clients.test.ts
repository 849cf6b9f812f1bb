import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import Joi from 'joi';
import request from 'supertest';
import { createApp } from '../../../server/app.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type {
  MachineClientOpened,
  MachineClientView,
} from '../../../server/core/contract/machine-clients.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { resolveMachine } from '../../../server/features/machine-clients/index.ts';
import { MachineClients } from '../../../server/features/machine-clients/machine-client.model.ts';
import { getProject } from '../../../server/features/projects/index.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { routesFor } from '../../../server/platform/http/route.ts';
import { createLog } from '../../../server/platform/log.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import type { SignedCall } from '../../support/signed-request.ts';
import { signedRequest } from '../../support/signed-request.ts';
import { useStore } from '../../support/store.ts';

const BANK = {
  name: '某银行代发系统',
  purposes: ['bankResults'],
  areaCode: '532601',
  bankBranchCode: 'WS001',
};
/** Of the demo registry. */
const SITE = '5326010000000000000000d1';
const MINUTE = 60_000;

/** Doors of programs as features make them; what they are handed comes back as the answer. */
const TABLE = { 'test.results': ['machine'], 'test.punches': ['machine'] } as const;
const { route } = routesFor(TABLE);
const shape = Joi.object<{ amount: number }, true>({ amount: Joi.number().strict().required() });
const DOORS = [
  route(
    'post /machine/test',
    'test.results',
    { rate: 'write', machine: 'bankResults', body: shape, says: ['一', 'a'] },
    ({ body, ctx }) => Promise.resolve({ body, actor: ctx.actor, grants: ctx.grants }),
  ),
  route(
    'get /machine/test',
    'test.results',
    { rate: 'read', machine: 'bankResults', query: Joi.object({ from: Joi.string() }), says: ['二', 'b'] },
    ({ query }) => Promise.resolve({ query }),
  ),
  route(
    'post /machine/punches-test',
    'test.punches',
    { rate: 'write', machine: 'punches', says: ['三', 'c'] },
    () => Promise.resolve({}),
  ),
];

describe('programs of banks and attendance devices', function () {
  this.timeout(30_000);
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let admin: Agent;
  let system: Ctx;
  let doors: Express;
  let opened: MachineClientOpened;

  before(async () => {
    test = startTestApp();
    system = systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx: system, demo: true, regionCode: '5326' });
    admin = await test.signIn(demoAccount('admin').login, DEMO_PASSWORD);
    doors = createApp({
      config: test.config,
      clock: test.clock,
      log: createLog('silent'),
      routes: DOORS,
      permissionTables: [TABLE],
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      identity: [],
      version: 'test',
      resolveActor: () => ({ kind: 'anonymous' }),
      mustFirst: () => null,
      limit: () => Promise.resolve(),
      resolveMachine: (req, purpose) => resolveMachine(req, purpose, test.clock.now()),
    }).app;
    opened = await open(BANK);
  });

  const post = (body: object, key = randomUUID()) =>
    admin.post('/api/machine-clients').set('idempotency-key', key).send(body);
  async function open(body: object): Promise<MachineClientOpened> {
    const answer = await post(body);
    assert.equal(answer.status, 201, answer.text);
    return answer.body as MachineClientOpened;
  }

  const call = ({ path = '/api/machine/test', body = '{"amount":1}', ...rest }: Partial<SignedCall> = {}) =>
    signedRequest(doors, { path, body, time: test.clock.now(), client: opened, ...rest });
  const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as Problem).code];

  it('a signed request passes, as the program of its branch and of nothing else', async () => {
    const { status, body } = await call();
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body, {
      body: { amount: 1 },
      actor: {
        kind: 'machine',
        clientId: opened.client.id,
        purposes: ['bankResults'],
        areaCode: '532601',
        bankBranchCode: 'WS001',
      },
      grants: [{ role: 'bank', areaCode: '532601', bankBranchCode: 'WS001' }],
    });
    const asked = await call({ method: 'get', path: '/api/machine/test?from=2026-10-01' });
    assert.deepEqual([asked.status, asked.body], [200, { query: { from: '2026-10-01' } }]);
  });

  const now = () => test.clock.now().getTime();
  const FORGED: [what: string, call: () => Partial<SignedCall>, code?: string][] = [
    ['another secret', () => ({ secret: 'x'.repeat(43) })],
    ['another body', () => ({ sentBody: '{"amount":2}' })],
    ['another address', () => ({ path: '/api/machine/test', sentPath: '/api/machine/test?x=1' })],
    ['a time six minutes ago', () => ({ time: new Date(now() - 6 * MINUTE) }), 'signatureExpired'],
    ['a time six minutes ahead', () => ({ time: new Date(now() + 6 * MINUTE) }), 'signatureExpired'],
    ['a nonce too short', () => ({ nonce: 'abc' })],
    [
      'a client nobody knows',
      () => ({ client: { ...opened, client: { ...opened.client, id: 'e'.repeat(24) } } }),
    ],
  ];
  for (const [what, make, code = 'wrongSignature'] of FORGED)
    it(`a request with ${what} is refused`, async () => {
      assert.deepEqual(codeOf(await call(make())), [401, code]);
    });

  it('a request sent a second time is refused, also when both arrive at once', async () => {
    const nonce = randomUUID();
    const both = await Promise.all([call({ nonce }), call({ nonce })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401]);
    assert.deepEqual(codeOf(await call({ nonce })), [401, 'nonceUsed']);
  });

  it('a forged request does not use up the nonce of a true one', async () => {
    const nonce = randomUUID();
    assert.equal((await call({ nonce, secret: 'x'.repeat(43) })).status, 401);
    assert.equal((await call({ nonce })).status, 200);
  });

  it('a door for another purpose stays shut, and so does every door without a signature', async () => {
    assert.deepEqual(codeOf(await call({ path: '/api/machine/punches-test', body: '{}' })), [
      403,
      'forbidden',
    ]);
    const unsigned = await request(doors)
      .post('/api/machine/test')
      .set('host', 'localhost')
      .send({ amount: 1 });
    assert.deepEqual(codeOf(unsigned), [401, 'signInRequired']);
  });

  it('the secret is shown once, lies sealed in the store and is in no event and no list', async () => {
    const key = randomUUID();
    const first = (await post(BANK, key)).body as MachineClientOpened;
    assert.match(first.secret, /^[\w-]{43}$/);
    const stored = await MachineClients.findById(first.client.id).lean();
    const events = await Events.find({ subject: `machineClient:${first.client.id}` }).lean();
    assert.equal(events[0]?.action, 'machineClient.opened');
    const list = await admin.get('/api/machine-clients');
    for (const text of [JSON.stringify(stored), JSON.stringify(events), list.text, test.lines.join('')])
      assert.ok(!text.includes(first.secret));
  });

  it('an ended program is shut out at once, and only from the version the admin saw', async () => {
    const client = await open(BANK);
    assert.equal((await call({ client })).status, 200);
    const end = (version: number) =>
      admin
        .post(`/api/machine-clients/${client.client.id}/end`)
        .set('if-match', `"v${version}"`)
        .send({ reason: '合同到期' });
    assert.equal((await end(7)).status, 412);
    const ended = await end(1);
    assert.deepEqual([ended.status, (ended.body as MachineClientView).state], [200, 'ended']);
    assert.equal((await end(2)).status, 409);
    assert.deepEqual(codeOf(await call({ client })), [401, 'wrongSignature']);
  });

  it('when a program was last heard of is on the list', async () => {
    await call();
    const { items } = (await admin.get('/api/machine-clients')).body as Page<MachineClientView>;
    const own = items.find(({ id }) => id === opened.client.id);
    assert.equal(own?.lastSeenAt, test.clock.now().toISOString());
  });

  const DEVICE = { name: '3 号门考勤机', purposes: ['punches'], areaCode: '532601' };
  const WRONG: [what: string, body: object, field: string][] = [
    ['a bank without a branch', { ...BANK, bankBranchCode: undefined }, 'bankBranchCode'],
    ['a bank at a branch nobody knows', { ...BANK, bankBranchCode: 'WS999' }, 'bankBranchCode'],
    ['a bank in a town where its branch is not', { ...BANK, areaCode: '532601100' }, 'bankBranchCode'],
    ['a device without a project', DEVICE, 'projectCode'],
    ['a device with a misread number', { ...DEVICE, projectCode: '1234567890' }, 'projectCode'],
    ['no purpose', { ...BANK, purposes: [] }, 'purposes'],
    ['an unknown key', { ...BANK, secret: 'x' }, 'secret'],
  ];
  for (const [what, body, field] of WRONG)
    it(`${what} is refused with the field named`, async () => {
      const answer = await post(body);
      assert.equal(answer.status, 422);
      assert.ok(
        (answer.body as Problem).fields?.some(({ path }) => path === field),
        answer.text,
      );
    });

  it('a device is let in for the project whose number it was given, and for no other area', async () => {
    const { code, name, areaCode } = await getProject(SITE, system);
    const { client } = await open({ ...DEVICE, projectCode: code });
    assert.deepEqual([client.projectId, client.projectName], [SITE, name]);
    const elsewhere = { ...DEVICE, areaCode: `${areaCode.slice(0, 6)}999`, projectCode: code };
    const unknown = { ...elsewhere, projectCode: '1234567890' };
    const [refused, misread] = [await post(elsewhere), await post(unknown)];
    assert.equal(refused.status, 422);
    const told = ({ body }: { body: unknown }) => (body as Problem).fields;
    assert.deepEqual(told(refused), told(misread), 'one elsewhere is answered like one that is not there');
  });

  it('an admin lets in and sees programs of his own areas only', async () => {
    assert.equal((await post({ ...BANK, areaCode: '530102' })).status, 403);
  });

  it('the product itself asks its doors for programs for a signature', async () => {
    const path = '/api/machine/pay-results';
    const results = [{ reference: 'X-1', result: 'credited', amountFen: 1, on: '2026-11-13' }];
    const body = JSON.stringify({ fileNumber: '532601-2026-9999', results });
    const signed = { path, body, time: test.clock.now(), client: opened };
    assert.deepEqual(codeOf(await signedRequest(test.app, signed)), [404, 'notFound']);
    const forged = await signedRequest(test.app, { ...signed, sentBody: body.replace('9999', '0001') });
    assert.deepEqual(codeOf(forged), [401, 'wrongSignature']);
  });
});
