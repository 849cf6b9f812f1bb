import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import type { AttendanceMonthView, PunchesTaken } from '../../../server/core/contract/attendance.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type {
  PayFileLineView,
  PayFileView,
  RefusedOutflowView,
  TransactionsTaken,
  TransactionView,
} from '../../../server/core/contract/funds.ts';
import type {
  MachineClientOpened,
  MachinePurpose,
  OpenMachineClient,
} from '../../../server/core/contract/machine-clients.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { createProject, findProjectRef } from '../../../server/features/projects/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import type { SignedCall } from '../../support/signed-request.ts';
import { signedRequest } from '../../support/signed-request.ts';
import { useFunds } from '../funds/funds-app.ts';
import { asSystem, clock, lineNow } from '../payroll/payroll-life-app.ts';

const NET = 580_000;
const CITIZEN_ID = '11010519491231002X';
const MINUTE = 60_000;
const DOOR = {
  punches: '/api/machine/punches',
  bankResults: '/api/machine/pay-results',
  transactions: '/api/machine/transactions',
} as const satisfies Partial<Record<MachinePurpose, string>>;
type Door = keyof typeof DOOR;

describe('what programs of banks and devices send, signed', function () {
  this.timeout(30_000);
  const app = useFunds();
  let bank: MachineClientOpened;
  let device: MachineClientOpened;
  let projectCode = '';
  let batches = 0;

  const open = async (input: Partial<OpenMachineClient>): Promise<MachineClientOpened> => {
    const body = { name: '演示程序', areaCode: '532601', ...input };
    return (await app.as('admin').create('/machine-clients', body).expect(201)).body as MachineClientOpened;
  };
  before(async () => {
    projectCode = (await findProjectRef(app.projectId))?.code ?? '';
    bank = await open({ purposes: ['bankResults', 'transactions'], bankBranchCode: 'WS001' });
    device = await open({ purposes: ['punches'], projectCode });
  });

  const call = (
    door: Door,
    body: object,
    over: Partial<SignedCall> & { client: MachineClientOpened },
  ): request.Test =>
    signedRequest(app.server(), {
      ...{ path: DOOR[door], body: JSON.stringify(body), time: clock.now() },
      ...over,
    });
  const codeOf = ({ status, body }: request.Response): unknown[] => [status, (body as Problem).code];

  const punched = (over: object = {}) => ({
    batchId: `gate-3-${String((batches += 1)).padStart(6, '0')}`,
    projectCode,
    punches: [
      { citizenId: CITIZEN_ID, at: '2026-11-18T07:30:00+08:00', direction: 'in' },
      { citizenId: CITIZEN_ID, at: '2026-11-18T17:30:00+08:00', direction: 'out' },
    ],
    ...over,
  });
  const marksOf = async (day: string): Promise<unknown[]> => {
    const month = { month: day.slice(0, 7) };
    const seen = await app.as('labour').get(`/projects/${app.projectId}/attendance`, month).expect(200);
    const { people } = seen.body as AttendanceMonthView;
    return people.flatMap(({ workerName, marks }) =>
      marks
        .filter((mark) => mark.day === day)
        .map(({ hundredths, source }) => [workerName, hundredths, source]),
    );
  };
  const answered = (file: PayFileView) => ({
    fileNumber: file.number,
    results: [
      { reference: `${file.number}-1`, result: 'credited', amountFen: NET, on: '2026-11-13' },
      {
        ...{ reference: `${file.number}-2`, result: 'bounced', amountFen: NET, on: '2026-11-13' },
        reason: '账号户名不符',
      },
    ],
  });
  const linesOf = async ({ id }: PayFileView): Promise<unknown[]> => {
    const seen = await app.as('bank').get(`/pay-files/${id}/lines`).expect(200);
    return (seen.body as Page<PayFileLineView>).items.map(({ result }) => result);
  };
  const moved = (over: object = {}) => ({
    ...{ projectCode, direction: 'in', kind: 'labourCost', amountFen: 30_000_00, on: '2026-11-10' },
    ...{ counterparty: '文山丁开发有限公司', bankRef: `B-${randomUUID()}`, ...over },
  });
  const movements = async (): Promise<TransactionView[]> => {
    const path = `/wage-accounts/${app.projectId}/transactions`;
    return ((await app.as('bank').get(path).expect(200)).body as Page<TransactionView>).items;
  };

  it('a device’s punches are on the month of the site, once, however often the batch comes', async () => {
    await app.file();
    const batch = punched();
    const first = await call('punches', batch, { client: device });
    assert.deepEqual([first.status, first.body], [200, { taken: 2, refused: [] } satisfies PunchesTaken]);
    const day = await marksOf('2026-11-18');
    assert.deepEqual(day, [['张大山', 100, 'device']]);
    const again = await call('punches', batch, { client: device });
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.deepEqual(await marksOf('2026-11-18'), day);
    const events = await Events.find({ action: 'attendance.punchesTaken' }).lean();
    assert.equal(events.length, 1, 'one batch, one event');
    assert.equal(events[0]?.actor, `machine:${device.client.id}`);
    assert.ok(!JSON.stringify(events).includes(CITIZEN_ID));
  });

  it('a bank’s program takes back a credit of its own branch, by the number of the file', async () => {
    const { file } = await app.issued();
    await call('bankResults', answered(file), { client: bank });
    const wrong = {
      ...{ fileNumber: file.number, references: [`${file.number}-1`] },
      ...{ on: '2026-11-16', reason: '次日退汇' },
    };
    const path = '/api/machine/pay-take-backs';
    assert.deepEqual(codeOf(await call('bankResults', wrong, { client: device, path })), [403, 'forbidden']);
    const foreign = await open({ purposes: ['bankResults'], bankBranchCode: 'WS002' });
    assert.deepEqual(codeOf(await call('bankResults', wrong, { client: foreign, path })), [404, 'notFound']);
    const first = await call('bankResults', wrong, { client: bank, path });
    assert.equal(first.status, 200, first.text);
    assert.equal((first.body as PayFileView).credited, 0);
    assert.equal((await call('bankResults', wrong, { client: bank, path })).status, 200, 'the same again');
    assert.deepEqual(await linesOf(file), ['bounced', 'bounced']);
    const old = await call('bankResults', answered(file), { client: bank });
    assert.equal(old.status, 422, 'the answers of before, sent again, do not bring the money back');
  });

  it('a bank’s answers are on the pay file and on the payroll, once, however often they come', async () => {
    const { file, own, others } = await app.issued();
    const first = await call('bankResults', answered(file), { client: bank });
    assert.equal(first.status, 200, first.text);
    const { credited, creditedFen, bounced, state } = first.body as PayFileView;
    assert.deepEqual([credited, creditedFen, bounced, state], [1, NET, 1, 'answered']);
    assert.deepEqual(await linesOf(file), ['credited', 'bounced']);
    assert.equal((await lineNow(own)).bank.state, 'credited');
    assert.equal((await lineNow(others)).bank.state, 'bounced');
    const told = await Outbox.countDocuments({ template: 'payFileBounced' });
    const again = await call('bankResults', answered(file), { client: bank });
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal(await Outbox.countDocuments({ template: 'payFileBounced' }), told, 'nobody is told twice');
    const turned = answered(file);
    Object.assign(turned.results[0] ?? {}, { result: 'bounced', reason: '退回' });
    assert.deepEqual(codeOf(await call('bankResults', turned, { client: bank })), [409, 'resultContradicts']);
    const [wrong] = answered(file).results;
    const unknown = { fileNumber: file.number, results: [{ ...wrong, reference: `${file.number}-9` }] };
    assert.deepEqual(codeOf(await call('bankResults', unknown, { client: bank })), [422, 'invalidInput']);
  });

  it('a bank’s movements are on the account, once; money for somebody else is refused, kept and told', async () => {
    const { file } = await app.issued();
    const reference = { payReference: `${file.number}-1` };
    const wages = { direction: 'out', kind: 'wages', amountFen: NET, on: '2026-11-13', ...reference };
    const batch = {
      transactions: [
        moved(),
        moved({ ...wages, counterparty: '文山某建材经营部' }),
        moved({ ...wages, kind: 'other', counterparty: '王老板' }),
        moved({ ...wages, counterparty: '张大山' }),
      ],
    };
    const first = await call('transactions', batch, { client: bank });
    assert.equal(first.status, 200, first.text);
    const taken = first.body as TransactionsTaken;
    assert.deepEqual([taken.posted, taken.repeated], [2, 0]);
    assert.deepEqual(
      taken.refused.map(({ index, zh }) => [index, zh]),
      [
        [1, '收款人不是代发文件中的这个工人'],
        [2, '用途不是发工资'],
      ],
    );
    const kept = await movements();
    assert.deepEqual(
      kept.map(({ direction, amountFen, counterparty }) => [direction, amountFen, counterparty]),
      [
        ['out', NET, '张大山'],
        ['in', 30_000_00, '文山丁开发有限公司'],
      ],
    );
    const refused = async (): Promise<RefusedOutflowView[]> =>
      ((await app.as('inspector').get('/refused-outflows').expect(200)).body as Page<RefusedOutflowView>)
        .items;
    assert.deepEqual((await refused()).map(({ counterparty }) => counterparty).sort(), [
      '文山某建材经营部',
      '王老板',
    ]);
    const told = () => Outbox.countDocuments({ template: 'outflowRefused' });
    assert.equal(await told(), 4, 'the head and the inspector of the office, of each');

    const again = await call('transactions', batch, { client: bank });
    assert.deepEqual(again.body, { ...taken, posted: 0, repeated: 2 });
    assert.deepEqual(await movements(), kept);
    assert.deepEqual([(await refused()).length, await told()], [2, 4]);
  });

  it('each door refuses what is forged, stale, repeated or altered, each by its own code, and stores nothing', async () => {
    const { file } = await app.issued();
    const sent: [Door, MachineClientOpened, () => object][] = [
      ['punches', device, () => punched({ punches: [{ ...punched().punches[0], at: DAY_UNTOUCHED }] })],
      ['bankResults', bank, () => answered(file)],
      ['transactions', bank, () => ({ transactions: [moved()] })],
    ];
    const before = await movements();
    for (const [door, client, make] of sent) {
      const refused = async (over: Partial<SignedCall>): Promise<unknown[]> =>
        codeOf(await call(door, make(), { client, ...over }));
      const stranger = { ...client, client: { ...client.client, id: 'e'.repeat(24) } };
      const altered = JSON.stringify(make()).replace('2026-11', '2026-10');
      assert.deepEqual(await refused({ client: stranger }), [401, 'wrongSignature'], door);
      assert.deepEqual(await refused({ secret: 'x'.repeat(43) }), [401, 'wrongSignature'], door);
      assert.deepEqual(await refused({ sentBody: altered }), [401, 'wrongSignature'], door);
      for (const off of [-6, 6])
        assert.deepEqual(
          await refused({ time: new Date(clock.now().getTime() + off * MINUTE) }),
          [401, 'signatureExpired'],
          door,
        );
      const other = client === bank ? device : bank;
      assert.deepEqual(await refused({ client: other }), [403, 'forbidden'], door);
    }
    assert.deepEqual(await marksOf(DAY_UNTOUCHED.slice(0, 10)), []);
    assert.deepEqual(await linesOf(file), [undefined, undefined]);
    assert.deepEqual(await movements(), before);
    for (const [door, client, make] of sent) {
      const once = { client, nonce: randomUUID() };
      assert.equal((await call(door, make(), once)).status, 200, door);
      assert.deepEqual(codeOf(await call(door, make(), once)), [401, 'nonceUsed'], door);
    }
  });

  it('nobody’s program reaches the money of another branch or the site of another project', async () => {
    const { file } = await app.issued();
    const ofBranch = await open({ purposes: ['bankResults', 'transactions'], bankBranchCode: 'WS002' });
    assert.deepEqual(codeOf(await call('bankResults', answered(file), { client: ofBranch })), [
      404,
      'notFound',
    ]);
    const before = await movements();
    const posted = await call('transactions', { transactions: [moved()] }, { client: ofBranch });
    assert.deepEqual(posted.body, {
      ...{ posted: 0, repeated: 0 },
      refused: [{ index: 0, zh: '没有这个账户', en: 'No such account' }],
    });
    assert.deepEqual([await movements(), await linesOf(file)], [before, [undefined, undefined]]);

    const parties = (await findProjectRef(app.projectId))?.parties ?? [];
    const site = { name: '河口学校', areaCode: '532601001', site: '河口路 1 号', state: 'building' } as const;
    const { code } = await createProject({ ...site, parties }, asSystem());
    const elsewhere = await open({ purposes: ['punches'], projectCode: code });
    const refused = await call('punches', punched(), { client: elsewhere });
    assert.deepEqual(codeOf(refused), [422, 'invalidInput']);
    assert.deepEqual(
      (refused.body as Problem).fields?.map(({ path }) => path),
      ['projectCode'],
    );
  });

  it('a program shut out is refused at every door it had', async () => {
    const { file } = await app.issued();
    const gone = await open({
      ...{ purposes: ['punches', 'bankResults', 'transactions'], bankBranchCode: 'WS001', projectCode },
    });
    await app.as('admin').move(`/machine-clients/${gone.client.id}/end`, 1, { reason: '换系统' }).expect(200);
    for (const [door, body] of [
      ['punches', punched()],
      ['bankResults', answered(file)],
      ['transactions', { transactions: [moved()] }],
    ] as const)
      assert.deepEqual(codeOf(await call(door, body, { client: gone })), [401, 'wrongSignature'], door);
    assert.deepEqual(await linesOf(file), [undefined, undefined]);
  });
});

/** A day on which no other test punches. */
const DAY_UNTOUCHED = '2026-11-16T07:30:00+08:00';
