import assert from 'node:assert/strict';
import type { MyPayLine } from '../../../server/core/contract/my-pay.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import {
  approvePayroll,
  markSent,
  openDueLeads,
  recordBankResult,
} from '../../../server/features/payroll/index.ts';
import { messages, stored } from '../complaints/complaints-app.ts';
import { asSystem, clock, lineNow, sheetNow, usePayrollLife } from './payroll-life-app.ts';

/** The agreed day of the month, a Friday. */
const PAY_DAY = '2026-11-13';
const NET = 580_000;
const on = (day: string): void => clock.set(new Date(`${day}T02:00:00Z`));

describe('a word on wages before the agreed pay day', () => {
  const app = usePayrollLife();
  const answer = async (line: string, kind: string, more: object = {}): Promise<MyPayLine> => {
    const { status, body } = await app.as('worker').create(`/my/pay-lines/${line}/answer`, { kind, ...more });
    assert.equal(status, 200, JSON.stringify(body));
    return body as MyPayLine;
  };
  const leads = async (line: string) => (await stored('complaints', { payLineId: line })).length;
  const disputes = async () =>
    (await messages()).filter(({ template }) => template === 'payAnswerDisputed').length;
  const credit = async (line: string, sheetId: string, reference: string): Promise<void> => {
    await approvePayroll({ id: sheetId }, asSystem());
    await markSent([{ lineId: line, reference }], 'c'.repeat(24), asSystem());
    const { today } = asSystem();
    await recordBankResult({ lineId: line, result: 'credited', amountFen: fen(NET), on: today }, asSystem());
  };

  it('that nothing arrived is kept with the day, on the day itself too, and opens its lead the day after, once', async () => {
    on(PAY_DAY);
    const { own, sheetId } = await app.file();
    const [said, told] = [await answer(own, 'nothing'), await disputes()];
    assert.deepEqual([said.payOn, said.answer?.kind, said.receiptNumber], [PAY_DAY, 'nothing', undefined]);
    assert.deepEqual(await openDueLeads(asSystem()), { opened: 0 });
    assert.equal(await leads(own), 0);
    assert.equal((await sheetNow(sheetId)).answers.nothing, 1);
    on('2026-11-14');
    assert.deepEqual(await openDueLeads(asSystem()), { opened: 1 });
    assert.deepEqual(await openDueLeads(asSystem()), { opened: 0 });
    assert.equal(await leads(own), 1);
    assert.ok((await disputes()) > told, 'the labour officer hears of it now');
    const { receiptNumber } = (await app.as('worker').get(`/my/pay-lines/${own}`)).body as MyPayLine;
    assert.notEqual(receiptNumber, undefined);
  });

  it('becomes no lead where the bank credited him meanwhile, unless he says so again', async () => {
    on('2026-11-12');
    const { own, sheetId } = await app.file();
    await answer(own, 'nothing');
    on(PAY_DAY);
    await credit(own, sheetId, 'meanwhile');
    on('2026-11-16');
    assert.deepEqual(await openDueLeads(asSystem()), { opened: 0 });
    assert.equal(await leads(own), 0);
    await answer(own, 'nothing');
    assert.equal(await leads(own), 1);
  });

  it('becomes no lead where he says otherwise meanwhile', async () => {
    on('2026-11-12');
    const { own } = await app.file();
    await answer(own, 'nothing');
    await answer(own, 'right');
    on('2026-11-16');
    assert.deepEqual(await openDueLeads(asSystem()), { opened: 0 });
    assert.equal(await leads(own), 0);
  });

  it('said again the day after opens the lead at once, and the job finds nothing to do', async () => {
    on('2026-11-12');
    const { own } = await app.file();
    await answer(own, 'nothing');
    await answer(own, 'nothing');
    assert.equal((await lineNow(own)).answers.length, 1);
    on('2026-11-14');
    const { receiptNumber } = await answer(own, 'nothing');
    assert.notEqual(receiptNumber, undefined);
    assert.deepEqual(await openDueLeads(asSystem()), { opened: 0 });
    assert.equal(await leads(own), 1);
  });

  it('opens its lead at once where it is less, not him, against the bank’s word, or no day is agreed', async () => {
    on('2026-11-12');
    const [less, notMe, paid] = [await app.file(), await app.file(), await app.file()];
    const undated = await app.file({ payOn: undefined } as never);
    await answer(less.own, 'less', { amountFen: 100_000 });
    await answer(notMe.own, 'notMe');
    await credit(paid.own, paid.sheetId, 'early');
    await answer(paid.own, 'nothing');
    await answer(undated.own, 'nothing');
    for (const { own } of [less, notMe, paid, undated]) assert.equal(await leads(own), 1);
    assert.equal(plainDate('2026-11-12'), asSystem().today);
  });
});
