import assert from 'node:assert/strict';
import type {
  RefusedOutflowView,
  TransactionsTaken,
  TransactionView,
  WageAccountView,
} from '../../../server/core/contract/funds.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { findProjectRef } from '../../../server/features/projects/index.ts';
import { postBatch } from '../../../server/features/funds/index.ts';
import { TRANSACTION_COLUMNS, TRANSACTIONS } from '../../../server/features/funds/transactions-sheet.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { readSheet } from '../../../server/platform/workbooks/index.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { bytesOf, useFunds } from './funds-app.ts';

describe('the movements of a wage account', () => {
  const app = useFunds();
  const NET = 580_000;
  let bankRef = 0;
  const path = (tail = ''): string => `/wage-accounts/${app.projectId}/transactions${tail}`;
  const inflow = (amountFen: number, over: object = {}) => ({
    ...{ direction: 'in', kind: 'labourCost', amountFen, on: '2026-11-10' },
    ...{ counterparty: '文山丁开发有限公司', bankRef: `IN-${(bankRef += 1)}`, ...over },
  });
  const outflow = (over: object) => ({
    ...{ direction: 'out', kind: 'wages', amountFen: NET, on: '2026-11-12', counterparty: '张大山' },
    ...{ bankRef: `OUT-${(bankRef += 1)}`, ...over },
  });
  const post = (body: object, who: Who = 'bank') => app.as(who).create(path(), body);
  const account = async (who: Who = 'bank'): Promise<WageAccountView> =>
    (await app.as(who).get(`/wage-accounts/${app.projectId}`).expect(200)).body as WageAccountView;
  const refused = async (): Promise<RefusedOutflowView[]> =>
    ((await app.as('inspector').get('/refused-outflows').expect(200)).body as Page<RefusedOutflowView>).items;

  it('are posted by the branch that keeps it, once under the number of the bank, with a running balance', async () => {
    const first = inflow(10_000_000);
    for (const [who, status] of [
      ['labour', 403],
      ['inspector', 403],
      ['owner', 403],
      ['otherBank', 404],
      ['nobody', 401],
    ] satisfies [Who, number][])
      assert.equal((await post(first, who)).status, status, who);
    const one = (await post(first).expect(201)).body as TransactionView;
    const again = (await post(first).expect(201)).body as TransactionView;
    assert.deepEqual([again.id, again.balanceFen], [one.id, 10_000_000]);
    assert.equal(
      (await post({ ...first, amountFen: 1 })).status,
      409,
      'a number names one movement for good',
    );
    await post(inflow(12_345, { kind: 'interest' })).expect(201);
    assert.equal((await account()).balanceFen, 10_012_345);
    const day = (await account()).lastInflowOn;
    assert.equal(day, '2026-11-10');
    assert.equal((await post(inflow(5, { kind: 'wages' }))).status, 422);
  });

  it('keep the balance right when several are posted at once', async () => {
    const before = (await account()).balanceFen;
    const sums = [101, 202, 303, 404, 505];
    const done = await Promise.all(sums.map((sum) => post(inflow(sum))));
    assert.deepEqual(
      done.map(({ status }) => status),
      sums.map(() => 201),
    );
    assert.equal((await account()).balanceFen, before + 1515);
    const { items } = (await app.as('bank').get(path()).expect(200)).body as Page<TransactionView>;
    const oldestFirst = items.toReversed();
    let balance = 0;
    for (const { amountFen, balanceFen } of oldestFirst) {
      balance += amountFen;
      assert.equal(balanceFen, balance, 'each balance follows from the one before');
    }
  });

  it('let money out for a line of a pay file alone: anything else is refused, kept and told to the office', async () => {
    const { file } = await app.issued();
    const before = (await account()).balanceFen;
    const wrong: [object, string][] = [
      [{ kind: 'other', counterparty: '文山某建材经营部' }, '用途不是发工资'],
      [{ kind: 'labourCost' }, '用途不是发工资'],
      [{}, '没有代发编号'],
      [{ payReference: '532601-2026-9999-1' }, '不在本项目'],
      [{ payReference: `${file.number}-1`, amountFen: NET + 1 }, '金额'],
      [{ payReference: `${file.number}-1`, counterparty: '马春花' }, '收款人'],
    ];
    for (const [over, why] of wrong) {
      const res = await post(outflow(over)).expect(422);
      const problem = res.body as { code: string; messages: { zh: string } };
      assert.equal(problem.code, 'outflowRefused');
      assert.match(problem.messages.zh, new RegExp(why, 'u'));
    }
    assert.equal((await account()).balanceFen, before, 'nothing left the account');
    const kept = await refused();
    assert.equal(kept.length, wrong.length);
    assert.ok(kept.some(({ counterparty }) => counterparty === '文山某建材经营部'));
    const events = await Events.find({
      ...{ subject: `project:${app.projectId}`, action: 'wageAccount.outflowRefused' },
    }).lean();
    assert.equal(events.length, wrong.length);
    const told = await Outbox.find({ key: { $regex: `^outflowRefused:${kept[0]?.id ?? ''}:` } }).lean();
    assert.equal(told.length, 2, 'the head and the inspector of the office');

    const right = outflow({ payReference: `${file.number}-1` });
    await post(right).expect(201);
    assert.equal((await account()).balanceFen, before - NET);
    assert.equal((await post(outflow({ payReference: `${file.number}-1` }))).status, 422, 'paid once');
  });

  it('answer a refused movement the same when it is sent again, and keep one record of it', async () => {
    const wrong = outflow({ kind: 'other' });
    await post(wrong).expect(422);
    const count = (await refused()).length;
    await post(wrong).expect(422);
    assert.equal((await refused()).length, count);
  });

  it('are seen by who they belong to: the owner sees the labour cost it paid, a subcontractor nothing', async () => {
    const lists: [Who, number][] = [
      ['bank', 200],
      ['labour', 200],
      ['inspector', 200],
      ['leader', 200],
      ['owner', 200],
      ['sub', 404],
      ['otherBank', 404],
      ['otherInspector', 404],
    ];
    for (const [who, status] of lists) assert.equal((await app.as(who).get(path())).status, status, who);
    for (const who of ['sub', 'otherBank', 'otherInspector'] as const) {
      const list = (await app.as(who).get('/wage-accounts').expect(200)).body as Page<WageAccountView>;
      assert.deepEqual([list.total, list.items], [0, []], who);
    }
    const own = (await app.as('owner').get(path()).expect(200)).body as Page<TransactionView>;
    assert.ok(own.total > 0);
    assert.ok(own.items.every(({ kind }) => kind === 'labourCost'));
    assert.equal((await app.as('owner').get('/refused-outflows')).status, 403);
    assert.equal((await app.as('worker').get('/wage-accounts')).status, 403);
    const [seen] = ((await app.as('bank').get('/wage-accounts').expect(200)).body as Page<WageAccountView>)
      .items;
    assert.deepEqual([seen?.contractorName, seen?.branchCode], ['文山甲建工有限公司', 'WS001']);
    assert.ok(seen !== undefined && !seen.numberMasked.includes('6217003860001234567'));
  });

  it('come by workbook and by a program, each row judged for itself', async () => {
    const { file } = await app.issued();
    const cells = (one: object) => ({ payReference: null, ...one });
    const good = outflow({ payReference: `${file.number}-1` });
    const bad = outflow({ kind: 'other' });
    const rows = [
      { row: 2, cells: cells(good) },
      { row: 3, cells: cells(bad) },
    ];
    const scope = { projectId: app.projectId };
    const { problems } = await TRANSACTIONS.check(rows, scope, app.ctxOf('bank'));
    assert.deepEqual(
      problems.map(({ row, rule, level }) => [row, rule, level]),
      [[3, 'outflow.notWages', 'notice']],
    );
    const twice = [rows[0], rows[0]].flatMap((row) => row ?? []);
    const found = await TRANSACTIONS.check(twice, scope, app.ctxOf('bank'));
    assert.deepEqual(
      found.problems.map(({ rule }) => rule),
      ['bankRef.twice'],
    );
    const source = { fileId: '', sha256: '', fileName: '' };
    const done = await inTransaction(() =>
      TRANSACTIONS.confirm(rows, scope, { problems: [] }, app.ctxOf('bank'), source),
    );
    assert.deepEqual(done, { projectId: app.projectId, posted: 1, repeated: 0, refused: 1 });

    const projectCode = (await findProjectRef(app.projectId))?.code ?? '';
    const batch = [good, bad, inflow(77), { ...inflow(78), projectCode: '1234567890' }];
    const taken: TransactionsTaken = await postBatch(
      { transactions: batch.map((one) => ({ projectCode, ...one })) as never },
      app.ctxOf('bank'),
    );
    assert.deepEqual([taken.posted, taken.repeated], [1, 1]);
    assert.deepEqual(
      taken.refused.map(({ index }) => index),
      [1, 3],
    );
  });

  it('have a workbook to fill in for the branch that keeps the account and for nobody else', async () => {
    const template = path('/template');
    for (const [who, status] of [
      ['labour', 403],
      ['otherBank', 404],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get(template)).status, status, who);
    const book = await bytesOf(app.as('bank').get(template).expect(200));
    // Its headings are known and nothing stands below them.
    await assert.rejects(readSheet(book, TRANSACTION_COLUMNS, { maxRows: 10 }), { code: 'empty' });
  });
});
