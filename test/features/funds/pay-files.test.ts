import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { PayFileLineView, PayFileView, RepayLine } from '../../../server/core/contract/funds.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { BANK_RESULTS, RESULT_COLUMNS } from '../../../server/features/funds/results-sheet.ts';
import { enrolmentSecrets, Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { readSheet } from '../../../server/platform/workbooks/index.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { CARD, lineNow, sheetNow } from '../payroll/payroll-life-app.ts';
import { bytesOf, useFunds } from './funds-app.ts';

describe('a pay file', () => {
  const app = useFunds();
  const NET = 580_000;
  const paid = (file: PayFileView, line: number) => ({
    ...{ reference: `${file.number}-${line}`, result: 'credited', amountFen: NET, on: '2026-11-13' },
  });
  const returned = (file: PayFileView, line: number) => ({
    ...{ ...paid(file, line), result: 'bounced', reason: '账号户名不符' },
  });
  const answer = (file: PayFileView, results: object[], key = randomUUID(), who: Who = 'bank') =>
    app.as(who).create(`/pay-files/${file.id}/results`, { results }, key);

  it('is issued once for one submission, from approved sheets of the own site, by its contractor', async () => {
    const { sheetId } = await app.approved();
    const unreviewed = await app.file();
    const asked = { projectId: app.projectId, sheetIds: [sheetId] };
    for (const [who, status] of [
      ['sub', 403],
      ['owner', 403],
      ['inspector', 403],
      ['bank', 403],
      ['nobody', 401],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).create('/payroll/pay-files', asked)).status, status, who);
    const early = { projectId: app.projectId, sheetIds: [sheetId, unreviewed.sheetId] };
    assert.equal((await app.as('labour').create('/payroll/pay-files', early)).status, 409);
    const key = randomUUID();
    const first = (await app.as('gcAdmin').create('/payroll/pay-files', asked, key)).body as PayFileView;
    const again = (await app.as('gcAdmin').create('/payroll/pay-files', asked, key)).body as PayFileView;
    assert.equal(again.id, first.id);
    assert.equal(first.number, '532601-2026-0001');
    assert.deepEqual([first.lines, first.totalFen, first.state], [2, 2 * NET, 'issued']);
    assert.equal((await sheetNow(sheetId)).state, 'payFileIssued');
    assert.equal(
      (await app.as('labour').create('/payroll/pay-files', asked)).status,
      409,
      'all of it is sent',
    );
  });

  it('goes with full card numbers to the branch of the account alone, and each time is an event', async () => {
    const { file } = await app.issued();
    for (const [who, status] of [
      ['labour', 403],
      ['inspector', 403],
      ['otherBank', 404],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get(`/pay-files/${file.id}/file`)).status, status, who);
    const seen = await app.as('labour').get(`/pay-files/${file.id}/lines`).expect(200);
    const { items } = seen.body as Page<PayFileLineView>;
    assert.equal(items.length, 2);
    assert.ok(!JSON.stringify(seen.body).includes(CARD), 'the list masks what the file holds');
    const text = (
      await bytesOf(app.as('bank').get(`/pay-files/${file.id}/file`, { format: 'csv' }))
    ).toString('utf8');
    assert.ok(text.startsWith('\ufeff代发编号,姓名,银行卡号,开户银行,金额（元）\r\n'));
    assert.ok(text.includes(`${file.number}-1,张大山,${CARD},`));
    assert.ok(text.includes(',5800.00'));
    const book = await bytesOf(app.as('bank').get(`/pay-files/${file.id}/file`, { format: 'xlsx' }));
    assert.equal(book.subarray(0, 2).toString(), 'PK');
    const taken = (await app.as('bank').get(`/pay-files/${file.id}`).expect(200)).body as PayFileView;
    assert.equal(taken.state, 'taken');
    const events = await Events.find({ subject: `project:${app.projectId}`, action: 'payFile.taken' }).lean();
    assert.equal(events.length, 2);
    assert.ok(!JSON.stringify(events).includes(CARD));
  });

  it('tells the clerks of the branch that it waits', async () => {
    const { file } = await app.issued();
    const told = await Outbox.find({ key: { $regex: `^payFileIssued:${file.id}:` } }).lean();
    assert.equal(told.length, 1);
  });

  it('is answered line by line, all or none; the same again is harmless, another word on credited money not', async () => {
    const { file, sheetId, own } = await app.issued();
    assert.equal((await answer(file, [paid(file, 1)], randomUUID(), 'labour')).status, 403);
    assert.equal((await answer(file, [paid(file, 1)], randomUUID(), 'otherBank')).status, 404);
    const fault = async (results: object[]): Promise<unknown> =>
      ((await answer(file, results).expect(422)).body as { fields: { path: string }[] }).fields[0]?.path;
    assert.equal(await fault([paid(file, 1), paid(file, 9)]), 'results.1.reference');
    assert.equal(await fault([paid(file, 1), paid(file, 1)]), 'results.1.reference');
    assert.equal(await fault([{ ...paid(file, 1), on: '2026-11-21' }]), 'results.0.on');
    assert.equal(await fault([{ ...paid(file, 1), amountFen: 0 }]), 'results.0.amountFen');
    const { reason: _reason, ...silent } = returned(file, 1);
    assert.equal(await fault([silent]), 'results.0.reason');
    assert.equal((await lineNow(own)).bank.state, 'sent', 'nothing of a faulty answer was kept');
    const done = (await answer(file, [paid(file, 1), returned(file, 2)]).expect(200)).body as PayFileView;
    assert.deepEqual([done.credited, done.creditedFen, done.bounced, done.state], [1, NET, 1, 'answered']);
    assert.equal((await sheetNow(sheetId)).state, 'partPaid');
    const same = (await answer(file, [paid(file, 1)]).expect(200)).body as PayFileView;
    assert.deepEqual([same.credited, same.creditedFen], [1, NET]);
    assert.equal((await answer(file, [returned(file, 1)])).status, 409);
    assert.equal((await answer(file, [{ ...paid(file, 1), amountFen: NET - 1 }])).status, 409);
    assert.equal((await sheetNow(sheetId)).creditedFen, NET);
  });

  it('sends what came back again under a new reference, to the card the roster knows now', async () => {
    const { file, sheetId, others } = await app.issued();
    await answer(file, [paid(file, 1), returned(file, 2)]).expect(200);
    const asked = { projectId: app.projectId, repayLineIds: [others] };
    const enrolment = (await lineNow(others)).enrolmentId;
    const card = '6222020200199887766';
    const sealed = enrolmentSecrets.sealFields(enrolment, { bankCard: card });
    await Enrolments.updateOne({ _id: enrolment }, { $set: sealed });
    const list = await app.as('labour').get('/pay-files/repay', { projectId: app.projectId }).expect(200);
    const row = (list.body as RepayLine[]).find(({ lineId }) => lineId === others);
    assert.deepEqual([row?.reason, row?.bankCardMasked?.slice(-4)], ['账号户名不符', '7766']);
    const again = (await app.as('labour').create('/payroll/pay-files', asked).expect(201))
      .body as PayFileView;
    assert.equal(again.isRepay, true);
    const csv = await bytesOf(app.as('bank').get(`/pay-files/${again.id}/file`));
    assert.ok(csv.toString('utf8').includes(card));
    await answer(again, [paid(again, 1)]).expect(200);
    assert.equal((await sheetNow(sheetId)).state, 'paid');
    assert.equal(
      (await answer(file, [paid(file, 2)])).status,
      409,
      'the first attempt is over: no paying twice',
    );
  });

  it('leaves out by name whoever has no card, and does not let the others wait', async () => {
    const { sheetId, others } = await app.approved();
    const { enrolmentId } = await lineNow(others);
    await Enrolments.updateOne({ _id: enrolmentId }, { $unset: enrolmentSecrets.unsetFields('bankCard') });
    await PayrollLines.updateOne({ _id: others }, { $unset: { bankCard: 1, bankCardIndex: 1 } });
    const asked = { projectId: app.projectId, sheetIds: [sheetId] };
    const file = (await app.as('labour').create('/payroll/pay-files', asked).expect(201)).body as PayFileView;
    assert.deepEqual(file.leftOut, [{ lineId: others, workerName: '马春花' }]);
    assert.equal(file.lines, 1);
    const alone = { projectId: app.projectId, repayLineIds: [others] };
    const refused = await app.as('labour').create('/payroll/pay-files', alone).expect(422);
    assert.match((refused.body as { fields: { zh: string }[] }).fields[0]?.zh ?? '', /马春花/u);
  });

  it('is answered by workbook: faults by row, and only what is new is stored', async () => {
    const { file, sheetId } = await app.issued();
    const scope = { payFileId: file.id };
    const row = (at: number, cells: object) => ({ row: at, cells: { reason: null, ...cells } });
    const rows = [row(2, { ...paid(file, 1) }), row(3, { ...paid(file, 2), reference: 'X-1' })];
    const found = await BANK_RESULTS.check(rows, scope, app.ctxOf('bank'));
    assert.deepEqual(
      found.problems.map(({ row: at, column, rule, level }) => [at, column, rule, level]),
      [[3, 'reference', 'reference.unknown', 'block']],
    );
    await assert.rejects(BANK_RESULTS.check(rows, scope, app.ctxOf('otherBank')), /notFound/u);
    const right = [row(2, { ...paid(file, 1), amountFen: null }), row(3, returned(file, 2))];
    const confirm = () =>
      inTransaction(() =>
        BANK_RESULTS.confirm(right, scope, { problems: [] }, app.ctxOf('bank'), {
          ...{ fileId: '', sha256: '', fileName: '' },
        }),
      );
    assert.deepEqual(await confirm(), { payFileId: file.id, credited: 1, bounced: 1, repeated: 0 });
    assert.deepEqual(await confirm(), { payFileId: file.id, credited: 0, bounced: 0, repeated: 2 });
    assert.equal((await sheetNow(sheetId)).creditedFen, NET, 'an amount left out is the one that was sent');
  });

  it('hands its bank a workbook of what is not credited yet, without a card, that is an answer once filled in', async () => {
    const { file } = await app.issued();
    await answer(file, [paid(file, 1)]).expect(200);
    const path = `/pay-files/${file.id}/results/template`;
    for (const [who, status] of [
      ['labour', 403],
      ['otherBank', 404],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get(path)).status, status, who);
    const book = await bytesOf(app.as('bank').get(path).expect(200));
    const { rows, found } = await readSheet(book, RESULT_COLUMNS, { maxRows: 10 });
    assert.deepEqual([found.includes('reference'), found.includes('bankCard')], [true, false]);
    const cells = rows.map((row) => row.cells);
    assert.deepEqual(
      cells.map(({ reference, workerName, amountFen }) => [reference, workerName, amountFen]),
      [[`${file.number}-2`, '马春花', NET]],
    );
    const filled = rows.map((row) => ({
      ...row,
      cells: { ...row.cells, result: 'credited', on: '2026-11-13' },
    }));
    const { problems } = await BANK_RESULTS.check(filled, { payFileId: file.id }, app.ctxOf('bank'));
    assert.deepEqual(problems, []);
  });
});
