import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { PayFileLineView, PayFileView, RepayLine } from '../../../server/core/contract/funds.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { PayrollLineView } from '../../../server/core/contract/payroll.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { Cases, CASES_PERMISSIONS, casesRoutes } from '../../../server/features/cases/index.ts';
import { askWorkers } from '../../../server/features/payroll/index.ts';
import { findLinesOfSheet } from '../../../server/features/payroll/payroll-line.model.ts';
import { keptOf } from '../../../server/features/payroll/sheet-kept.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { asSystem, lineNow, MONTH, sheetNow, WORKER_PHONE } from '../payroll/payroll-life-app.ts';
import { useFunds } from './funds-app.ts';

describe('a credit that proves wrong', function () {
  this.timeout(20_000);
  const app = useFunds({ routes: casesRoutes, permissionTables: [CASES_PERMISSIONS] });
  const NET = 580_000;
  const WHY = '对方行次日退汇';
  const credited = (file: PayFileView, line: number, on = '2026-11-13') => ({
    ...{ reference: `${file.number}-${line}`, result: 'credited', amountFen: NET, on },
  });
  const answer = (file: PayFileView, results: object[]) =>
    app.as('bank').create(`/pay-files/${file.id}/results`, { results });
  const takeBack = (file: PayFileView, lines: number[], over: object = {}, who: Who = 'bank') =>
    app.as(who).create(`/pay-files/${file.id}/take-backs`, {
      ...{ references: lines.map((line) => `${file.number}-${line}`), on: '2026-11-16', reason: WHY },
      ...over,
    });
  async function paid() {
    const one = await app.issued();
    await answer(one.file, [credited(one.file, 1), credited(one.file, 2, '2026-11-12')]).expect(200);
    assert.equal((await sheetNow(one.sheetId)).state, 'paid');
    return one;
  }
  const textsTo = async (template: string, lineId: string): Promise<number> =>
    Outbox.countDocuments({ template, key: { $regex: `:${lineId}(:|$)` } });

  it('is taken back by the bank that said it, with day and reason, and with nothing else than a credit', async () => {
    const { file, own } = await paid();
    for (const [who, status] of [
      ['labour', 403],
      ['inspector', 403],
      ['otherBank', 404],
      ['nobody', 401],
    ] satisfies [Who, number][])
      assert.equal((await takeBack(file, [1], {}, who)).status, status, who);
    const fault = async (lines: number[], over: object = {}): Promise<unknown> =>
      ((await takeBack(file, lines, over).expect(422)).body as { fields: { path: string }[] }).fields[0]
        ?.path;
    assert.equal(await fault([1, 9]), 'references.1');
    assert.equal(await fault([1], { on: '2026-11-21' }), 'on', 'a day to come');
    assert.equal(await fault([2, 1], { on: '2026-11-12' }), 'on', 'before the credit of the first');
    assert.equal(await fault([1], { reason: '' }), 'reason');
    assert.equal(await fault([1], { by: 'x' }), 'by');
    assert.equal((await lineNow(own)).bank.state, 'credited', 'nothing of a faulty one was kept');
  });

  it('leaves the line returned, with what was said first beside it, and the sheet is no longer paid', async () => {
    const { file, sheetId, own, others } = await paid();
    const done = (await takeBack(file, [1]).expect(200)).body as PayFileView;
    assert.deepEqual([done.credited, done.creditedFen, done.bounced], [1, NET, 1]);
    const sheet = await sheetNow(sheetId);
    assert.deepEqual(
      [sheet.state, sheet.credited, sheet.creditedFen, sheet.bounced],
      ['partPaid', 1, NET, 1],
    );
    assert.deepEqual(sheet.money, keptOf(await findLinesOfSheet(sheetId)).money);
    assert.deepEqual([sheet.money.shortFen, sheet.money.creditedOn], [NET, '2026-11-12']);
    const past = [{ amountFen: NET, creditedOn: '2026-11-13', on: '2026-11-16', reason: WHY }];
    const line = (await app.as('labour').get(`/payroll/lines/${own}`).expect(200)).body as PayrollLineView;
    assert.deepEqual([line.bank.state, line.bank.reason, line.bank.takenBack], ['bounced', WHY, past]);
    const listed = await app.as('bank').get(`/pay-files/${file.id}/lines`, { result: 'bounced' }).expect(200);
    assert.deepEqual((listed.body as Page<PayFileLineView>).items[0]?.takenBack, past);
    const step = sheet.history.at(-1);
    assert.deepEqual(
      [step?.action, step?.from, step?.to, step?.reason],
      ['takeBack', 'paid', 'partPaid', WHY],
    );
    const event = await Events.findOne({ subject: `payroll:${sheetId}`, action: 'payroll.takeBack' }).lean();
    assert.equal((event?.facts as { fen?: number }).fen, NET);
    assert.equal(
      await Events.countDocuments({ action: 'payFile.takenBack', 'facts.number': file.number }),
      1,
    );

    await takeBack(file, [1]).expect(200);
    assert.equal((await sheetNow(sheetId)).bounced, 1, 'the same again is harmless');
    await takeBack(file, [1], { reason: '别的原因' }).expect(422);
    await takeBack(file, [2]).expect(200);
    const empty = await sheetNow(sheetId);
    assert.deepEqual(
      [empty.state, empty.creditedFen, empty.money.creditedOn],
      ['payFileIssued', 0, undefined],
    );
    assert.equal((await lineNow(others)).bank.state, 'bounced');
  });

  it('is told to the worker in plain words, and told anew when the money does arrive', async () => {
    const { file, sheetId, own, others } = await paid();
    await askWorkers(asSystem());
    await takeBack(file, [1]).expect(200);
    await askWorkers(asSystem());
    assert.equal(await textsTo('payTakenBack', own), 1);
    assert.equal(await textsTo('payTakenBack', others), 0);
    await answer(file, [credited(file, 1)]).expect(422);
    await answer(file, [credited(file, 1, '2026-11-18')]).expect(200);
    await askWorkers(asSystem());
    assert.equal(await textsTo('payCredited', own), 2);
    assert.equal(await textsTo('payCredited', others), 1);
    const sheet = await sheetNow(sheetId);
    assert.deepEqual([sheet.state, sheet.money.creditedOn], ['paid', '2026-11-18']);
    assert.equal((await lineNow(own)).bank.takenBack?.length, 1, 'its past stays');
  });

  it('is not told where the bank said it anew before anybody was told', async () => {
    const { file, own } = await paid();
    await takeBack(file, [1]).expect(200);
    await answer(file, [credited(file, 1, '2026-11-18')]).expect(200);
    await askWorkers(asSystem());
    assert.equal(await textsTo('payTakenBack', own), 0);
    assert.equal(await textsTo('payCredited', own), 1, 'and of what arrived once');
  });

  it('can be sent again like any that came back, and keeps its past', async () => {
    const { file, own } = await paid();
    await takeBack(file, [1]).expect(200);
    const list = await app.as('labour').get('/pay-files/repay', { projectId: app.projectId }).expect(200);
    assert.ok((list.body as RepayLine[]).some(({ lineId, reason }) => lineId === own && reason === WHY));
    const told = await Outbox.countDocuments({ key: { $regex: `^payFileBounced:${file.id}:` } });
    assert.equal(told, 1, 'the labour officer hears of it');
    const asked = { projectId: app.projectId, repayLineIds: [own] };
    await app.as('labour').create('/payroll/pay-files', asked).expect(201);
    const { bank } = await lineNow(own);
    assert.deepEqual([bank.state, bank.attempts, bank.takenBack?.length], ['sent', 2, 1]);
  });

  it('is told to the inspectors in whose case the wages are claimed, and to the heads where it is closed', async () => {
    const inspectors: string[] = [];
    for (const login of ['lead', 'co']) {
      const grants = [{ role: 'inspector', areaCode: '532601' } as const];
      const password = { text: 'correct horse 42', mustChange: false };
      inspectors.push(String((await openAccount({ name: login, login, grants }, password, asSystem()))._id));
    }
    const caseOf = async (phone: string, payMonth: string): Promise<CaseView> => {
      const people = [{ name: '张大山', phone, months: [{ payMonth, owedFen: NET }] }];
      const said = {
        ...{ intakeKind: 'COMPLAINT', channel: 'WALK_IN', projectId: app.projectId, areaCode: '532601001' },
        ...{ employerName: '文山乙劳务有限公司', headcount: 1, payMonths: [payMonth], owedFen: NET, people },
        ...{ story: '没有发工资。', fileIds: [], receivedOn: '2026-11-20', name: '张大山', phone },
      };
      const { id } = (await app.as('clerk').create('/complaints', said).expect(201)).body as { id: string };
      const { version } = (await app.as('clerk').get(`/complaints/${id}`)).body as { version: number };
      await app.as('clerk').move(`/complaints/${id}/accept`, version, {}).expect(200);
      const filing = {
        ...{ complaintIds: [id], title: '拖欠工资', respondent: { name: '文山乙劳务有限公司' } },
        ...{ leadInspectorId: inspectors[0], coInspectorId: inspectors[1] },
      };
      return (await app.as('inspector').create('/cases', filing).expect(201)).body as CaseView;
    };
    const his = await caseOf(WORKER_PHONE, MONTH);
    const closed = await caseOf(WORKER_PHONE, MONTH);
    await Cases.updateOne(
      { _id: closed.id },
      { $set: { state: 'closed', open: false, closureCode: 'PAID' } },
    );
    const [another, earlier] = [await caseOf('13800000099', MONTH), await caseOf(WORKER_PHONE, '2026-08')];
    const { file } = await paid();
    await takeBack(file, [1]).expect(200);
    const told = async ({ id }: CaseView): Promise<number> =>
      Outbox.countDocuments({ template: 'caseCreditTakenBack', key: { $regex: `^case:${id}:` } });
    assert.deepEqual([await told(his), await told(another), await told(earlier)], [2, 0, 0]);
    assert.equal(await told(closed), 3, 'both inspectors and the head');
    assert.equal((await Cases.findById(closed.id).lean())?.state, 'closed', 'nothing opens by itself');
  });
});
