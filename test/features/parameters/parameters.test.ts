import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ParameterView } from '../../../server/core/contract/areas.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { findParameter, getParameter, PARAMETERS } from '../../../server/features/parameters/index.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from '../operations/open-staff.ts';

const SOURCE = '云人社发〔2026〕1号（测试）';
const day = plainDate;

describe('regional parameters', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let admin: Agent;
  const set = (key: string, body: object, agent = admin) =>
    agent.post(`/api/parameters/${key}/values`).set('idempotency-key', randomUUID()).send(body);

  before(async () => {
    test = startTestApp();
    await openStaff(test, {
      admin: ['admin', '5326'],
      yanshan: ['admin', '532622'],
      inspector: ['inspector', '532601'],
      grid: ['gridOfficer', '532601001'],
    });
    admin = await test.signIn('admin', PASSWORD);
  });

  it('are all unset at first: no number is assumed for any of them', async () => {
    const { status, body } = await admin.get('/api/parameters');
    assert.equal(status, 200);
    assert.equal(body.total, Object.keys(PARAMETERS).length);
    assert.ok(
      (body.items as ParameterView[]).every(
        ({ inForce, values }) => inForce === undefined && values.length === 0,
      ),
    );
    assert.equal(await findParameter('minimumWageMonthly', '532601', day('2026-11-21')), null);
    await assert.rejects(
      getParameter('minimumWageMonthly', '532601', day('2026-11-21')),
      (error: unknown) => error instanceof AppError && error.code === 'parameterNotSet',
    );
  });

  it('apply from their day to the area and what lies in it, until a nearer one is set', async () => {
    assert.equal(
      (await set('minimumWageMonthly', { areaCode: '5326', from: '2026-01-01', value: 100, source: SOURCE }))
        .status,
      201,
    );
    assert.equal(
      (
        await set('minimumWageMonthly', {
          areaCode: '532601',
          from: '2026-07-01',
          value: 200,
          source: SOURCE,
        })
      ).status,
      201,
    );
    const value = async (area: string, on: string) =>
      (await findParameter('minimumWageMonthly', area, day(on)))?.value;
    assert.equal(await value('532601001', '2025-12-31'), undefined);
    assert.equal(await value('532601001', '2026-06-30'), 100);
    assert.equal(await value('532601001', '2026-07-01'), 200);
    assert.equal(await value('532622', '2026-07-01'), 100);
    assert.equal(await value('5301', '2026-07-01'), undefined);
  });

  it('scheduled for a later day are shown and not yet in force', async () => {
    assert.equal(
      (await set('sla12345', { areaCode: '5326', from: '2027-01-01', value: 5, source: SOURCE })).status,
      201,
    );
    const { body } = await admin.get('/api/parameters/sla12345');
    assert.equal(body.values.length, 1);
    assert.equal(body.inForce, undefined);
    assert.equal(body.values[0].value, 5);
  });

  it('set wrongly are corrected by a newer one, and both stay on record', async () => {
    await set('bondExemptBelow', { areaCode: '5326', from: '2026-01-01', value: 1, source: SOURCE });
    test.clock.set(new Date(test.clock.now().getTime() + 1000));
    const { body } = await set('bondExemptBelow', {
      areaCode: '5326',
      from: '2026-01-01',
      value: 2,
      source: SOURCE,
    });
    assert.match(body.setBy, /^user:[0-9a-f]{24}$/);
    const read = await admin.get('/api/parameters/bondExemptBelow?areaCode=532601');
    assert.deepEqual(
      (read.body as ParameterView).values.map(({ value }) => value),
      [2, 1],
    );
    assert.equal(read.body.inForce.value, 2);
  });

  it('leave an event for every value, with what it is and who says so', async () => {
    const value = 5_000_000;
    await set('crimeAmountGroup', { areaCode: '5326', from: '2026-01-01', value, source: SOURCE });
    const event = await Events.findOne({ subject: 'parameter:crimeAmountGroup' }).lean();
    assert.deepEqual(event?.facts, { key: 'crimeAmountGroup', from: '2026-01-01', value, source: SOURCE });
    assert.equal(event.areaCode, '5326');
  });

  it('take values of several parts in the form their own shape asks for', async () => {
    const good = await set('bondTiers', {
      areaCode: '5326',
      from: '2026-01-01',
      value: [{ belowFen: 10, basisPoints: 300 }, { basisPoints: 100 }],
      source: SOURCE,
    });
    assert.equal(good.status, 201);
    const bad = await set('bondTiers', {
      areaCode: '5326',
      from: '2026-01-01',
      value: [{ basisPoints: 1.5 }],
      source: SOURCE,
    });
    assert.equal(bad.status, 422);
    assert.equal(bad.body.fields[0].path, 'value.0.basisPoints');
  });

  const refused: [says: string, key: string, body: object, path: string][] = [
    [
      'without a source',
      'sla12345',
      { areaCode: '5326', from: '2026-01-01', value: 5, source: ' ' },
      'source',
    ],
    ['without a value', 'sla12345', { areaCode: '5326', from: '2026-01-01', source: SOURCE }, 'value'],
    [
      'as text where days are counted',
      'sla12345',
      { areaCode: '5326', from: '2026-01-01', value: '5', source: SOURCE },
      'value',
    ],
    [
      'from a day that does not exist',
      'sla12345',
      { areaCode: '5326', from: '2026-02-30', value: 5, source: SOURCE },
      'from',
    ],
    [
      'for a code that is none',
      'sla12345',
      { areaCode: '53260', from: '2026-01-01', value: 5, source: SOURCE },
      'areaCode',
    ],
  ];
  for (const [says, key, body, path] of refused) {
    it(`are refused ${says}`, async () => {
      const answer = await set(key, body);
      assert.equal(answer.status, 422);
      assert.deepEqual(
        (answer.body.fields as { path: string }[]).map((field) => field.path),
        [path],
      );
    });
  }

  it('nobody knows are not found, also under names every object has', async () => {
    for (const key of ['nothing', 'constructor', 'toString']) {
      assert.equal(
        (await set(key, { areaCode: '5326', from: '2026-01-01', value: 5, source: SOURCE })).status,
        404,
        key,
      );
      assert.equal((await admin.get(`/api/parameters/${key}`)).status, 404, key);
    }
  });

  it('are set by an admin of the area alone, and read by officials on its line alone', async () => {
    const body = { areaCode: '532601', from: '2026-01-01', value: 5, source: SOURCE };
    const yanshan = await test.signIn('yanshan', PASSWORD);
    assert.equal((await set('sla12333', body, yanshan)).status, 403);
    assert.equal(
      (await set('sla12333', { ...body, areaCode: '5326' }, yanshan)).status,
      403,
      'not for the area above',
    );
    assert.equal((await set('sla12333', { ...body, areaCode: '532622101' }, yanshan)).status, 201);
    assert.equal((await yanshan.get('/api/parameters?areaCode=532601')).status, 404);
    assert.equal(
      (await yanshan.get('/api/parameters?areaCode=5326')).status,
      200,
      'what applies from above is open',
    );
    const inspector = await test.signIn('inspector', PASSWORD);
    assert.equal((await inspector.get('/api/parameters')).status, 200);
    assert.equal((await set('sla12333', body, inspector)).status, 403);
    const grid = await test.signIn('grid', PASSWORD);
    assert.equal((await grid.get('/api/parameters')).status, 403);
    assert.equal((await test.visitor().get('/api/parameters')).status, 401);
  });

  it('can be narrowed to a group, to words, and to what is not set', async () => {
    const keys = async (query: string) =>
      ((await admin.get(`/api/parameters?${query}`)).body.items as ParameterView[]).map(({ key }) => key);
    const wage = Object.entries(PARAMETERS).flatMap(([key, { group }]) => (group === 'wage' ? [key] : []));
    assert.deepEqual(await keys('group=wage'), wage);
    assert.deepEqual(
      await keys('group=wage&unset=true'),
      wage.filter((key) => key !== 'minimumWageMonthly'),
    );
    assert.deepEqual(await keys(`q=${encodeURIComponent('12345')}`), ['sla12345', 'leadCodes12345']);
  });
});
