import assert from 'node:assert/strict';
import { PAYROLL_ACTIONS, PAYROLL_STATES } from '../../../server/core/contract/payroll.ts';
import type { PayrollView } from '../../../server/core/contract/payroll.ts';
import { decide } from '../../../server/core/kit/flow.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import {
  linesToPay,
  linesToRepay,
  markSent,
  recordBankResult,
  recordBankResults,
} from '../../../server/features/payroll/index.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { PAYROLL_FLOW, PAYROLL_ROLES } from '../../../server/features/payroll/payroll.flow.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import type { Who } from './payroll-life-app.ts';
import { asSystem, CARD, clock, lineNow, sheetNow, usePayrollLife } from './payroll-life-app.ts';

const refusedWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('the life of a payroll sheet', () => {
  const app = usePayrollLife();
  const NET = fen(580_000);
  const on = plainDate('2026-11-13');

  it('opens each move in the states and to the people the table names, and in no others', () => {
    const open = new Set<string>();
    for (const state of PAYROLL_STATES)
      for (const action of PAYROLL_ACTIONS)
        for (const role of PAYROLL_ROLES)
          if (
            decide(PAYROLL_FLOW, { state }, action, { roles: [role] }, clock.today(), { reason: '少一天' }).ok
          )
            open.add(`${state} ${action} ${role}`);
    const both = (row: string): string[] => [`${row} employer`, `${row} generalContractor`];
    const expected = [
      ...['signing approve labourOfficer', 'signing return labourOfficer', 'signing revise employer'],
      ...['returned revise employer', 'approved return labourOfficer', 'approved revise employer'],
      ...['approved', 'payFileIssued', 'partPaid'].map((state) => `${state} issuePayFile generalContractor`),
      ...both('partPaid deliverSlips'),
      ...both('paid deliverSlips'),
    ];
    assert.deepEqual([...open].sort(), expected.sort());
  });

  it('is approved by the labour officer of the general contractor alone, on what he has seen', async () => {
    const { sheetId } = await app.file();
    const path = `/payroll/sheets/${sheetId}/approve`;
    for (const [who, status] of [
      ['gcAdmin', 403],
      ['sub', 403],
      ['otherSub', 404],
      ['inspector', 403],
      ['worker', 403],
      ['nobody', 401],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).move(path, 1)).status, status, who);
    assert.equal((await app.as('labour').move(path, 7)).status, 412);
    const approved = (await app.as('labour').move(path, 1)).body as PayrollView;
    assert.equal(approved.state, 'approved');
    assert.deepEqual(approved.actions, ['return', 'issuePayFile', 'revise']);
    assert.equal(approved.history.at(-1)?.cite?.zh.includes('二十八'), true);
    assert.equal((await app.as('labour').move(path, approved.version)).status, 409);
    const actions = (await Events.find({ subject: `payroll:${sheetId}` }).lean()).map(({ action }) => action);
    assert.deepEqual(actions, ['payroll.approve']);
  });

  it('goes back with a reason for the whole and for its own lines only', async () => {
    const { sheetId, own } = await app.file();
    const stranger = await app.file();
    const path = `/payroll/sheets/${sheetId}/return`;
    const send = (body: object) => app.as('labour').move(path, 1, body);
    assert.equal((await send({ reason: '', lines: [] })).status, 422);
    const foreign = [{ lineId: stranger.own, reason: '天数不对' }];
    assert.equal((await send({ reason: '请重报', lines: foreign })).status, 422);
    const returned = await send({ reason: '请重报', lines: [{ lineId: own, reason: '天数不对' }] });
    assert.equal(returned.status, 200);
    const view = returned.body as PayrollView;
    const stored = await PayrollLines.findById(own).lean();
    assert.deepEqual(view.returned?.lines, [{ lineId: own, row: stored?.row, reason: '天数不对' }]);
    assert.equal(view.state, 'returned');
    assert.deepEqual(view.actions, ['revise']);
    const events = await Events.find({ subject: `payroll:${sheetId}` }).lean();
    assert.ok(!JSON.stringify(events).includes('天数不对'), 'an event names no words of people');
  });

  it('is paid line by line: what arrived is never unsaid, what came back is sent again to the card of today', async () => {
    const { sheetId, own, others } = await app.file({ state: 'approved' });
    const gc = app.ctxOf('gcAdmin');
    const asked = await linesToPay({ sheetIds: [sheetId] }, gc);
    assert.deepEqual(
      asked.map(({ lineId, netFen, bankCard }) => [lineId, netFen, bankCard]),
      [
        [own, NET, CARD],
        [others, NET, CARD],
      ],
    );
    await assert.rejects(linesToPay({ sheetIds: [sheetId] }, app.ctxOf('sub')), refusedWith('forbidden'));
    await assert.rejects(
      linesToPay({ sheetIds: [sheetId] }, app.ctxOf('otherInspector')),
      refusedWith('notFound'),
    );
    const sent = [own, others].map((lineId, at) => ({ lineId, reference: `F1-${at + 1}` }));
    await markSent(sent, 'f'.repeat(24), gc);
    await assert.rejects(markSent(sent, 'e'.repeat(24), gc), refusedWith('conflict'));
    const bank = asSystem();
    const credited = { lineId: own, reference: 'F1-1', result: 'credited', amountFen: NET, on } as const;
    const bounced = { lineId: others, reference: 'F1-2', result: 'bounced', amountFen: NET, on } as const;
    const taken = await recordBankResults([credited, { ...bounced, reason: '户名不符' }], bank);
    assert.deepEqual(taken, ['taken', 'taken']);
    const part = await sheetNow(sheetId);
    assert.deepEqual(
      [part.state, part.sent, part.credited, part.creditedFen, part.bounced],
      ['partPaid', 2, 1, NET, 1],
    );
    assert.equal(await recordBankResult(credited, bank), 'repeated');
    assert.equal((await sheetNow(sheetId)).version, part.version, 'a repeat changes nothing');
    for (const other of [
      { ...credited, amountFen: fen(1) },
      { ...credited, result: 'bounced' as const },
    ])
      await assert.rejects(recordBankResult(other, bank), refusedWith('conflict'));
    const again = await linesToRepay(app.projectId);
    assert.deepEqual(
      again.map(({ lineId, reason, attempts }) => [lineId, reason, attempts]),
      [[others, '户名不符', 1]],
    );
    await markSent([{ lineId: others, reference: 'F2-1' }], 'd'.repeat(24), gc);
    assert.equal(await recordBankResult(bounced, bank), 'repeated', 'an earlier attempt no longer counts');
    const late = { ...bounced, reference: 'F2-1', result: 'credited' as const };
    assert.equal(await recordBankResult(late, bank), 'taken');
    const paid = await sheetNow(sheetId);
    assert.deepEqual(
      [paid.state, paid.sent, paid.credited, paid.creditedFen, paid.bounced, paid.money.creditedOn],
      ['paid', 2, 2, 2 * NET, 0, on],
    );
    assert.ok(!('paidOn' in paid), 'one day of payment, and not the last answer’s beside it');
    assert.equal((await lineNow(others)).bank.attempts, 2);
    const slips = await app.as('sub').move(`/payroll/sheets/${sheetId}/deliver-slips`, paid.version);
    assert.ok((slips.body as PayrollView).slipsDeliveredAt !== undefined);
  });

  it('is not paid while the bank credited anybody less than his wages', async () => {
    const { sheetId, own, others } = await app.file({ state: 'approved' });
    const sent = [own, others].map((lineId, at) => ({ lineId, reference: `L1-${at + 1}` }));
    await markSent(sent, 'c'.repeat(24), app.ctxOf('gcAdmin'));
    const credited = (lineId: string, amountFen: typeof NET) =>
      ({ lineId, result: 'credited', amountFen, on }) as const;
    await recordBankResults([credited(own, NET), credited(others, fen(NET - 1))], asSystem());
    const { state, credited: people } = await sheetNow(sheetId);
    assert.deepEqual([state, people], ['partPaid', 2]);
  });
});
