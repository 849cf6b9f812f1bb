import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ComplaintFiled } from '../../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { isReceiptNumber } from '../../../server/core/kit/receipt-number.ts';
import { isReceiptSignature } from '../../../server/features/complaints/index.ts';
import {
  CITIZEN_ID,
  FORM,
  LEAD,
  made,
  messages,
  problemOf,
  registered,
  stored,
  useComplaintsApp,
  WORKER_PHONE,
} from './complaints-app.ts';

describe('a complaint comes in', () => {
  const { as } = useComplaintsApp();

  it('gives the worker a receipt with check digit and signature, his office and the day of acceptance', async () => {
    const filed = await made(as('worker').create('/my/complaints', { ...FORM, citizenId: CITIZEN_ID }));
    assert.match(filed.receiptNumber, /^5326012026\d{5}\d$/);
    assert.ok(isReceiptNumber(filed.receiptNumber));
    assert.equal(filed.officeName, '文山市人力资源和社会保障局');
    assert.equal(filed.receivedOn, '2026-11-20');
    assert.equal(filed.acceptanceDueOn, '2026-11-27');
    const [, number = '', signature = ''] = /^\/r\/(\d+)\?s=([\w-]+)$/.exec(filed.receiptPath) ?? [];
    assert.equal(number, filed.receiptNumber);
    assert.ok(isReceiptSignature(number, signature));
    assert.ok(!isReceiptSignature(`${number}0`, signature));
    const [kept] = await stored('complaints', { receiptNumber: number });
    assert.equal(kept?.['complainantName'], '张大山');
    assert.equal(kept?.['isGroup'], true);
    assert.ok(!JSON.stringify(kept).includes(WORKER_PHONE));
    assert.ok(!JSON.stringify(kept).includes(CITIZEN_ID));
    assert.deepEqual(
      (await messages()).map(({ template, to }) => ({ template, to })),
      [{ template: 'complaintReceived', to: WORKER_PHONE }],
    );
    const [event] = await stored('events', { subject: `complaint:${String(kept?._id)}` });
    assert.equal(event?.['action'], 'complaint.file');
    assert.ok(!JSON.stringify(event?.['facts']).includes('张大山'));
  });

  it('is filed once however often the phone sends it', async () => {
    const key = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => as('worker').create('/my/complaints', FORM, key)));
    const numbers = new Set(sent.map((res) => (res.body as ComplaintFiled).receiptNumber));
    assert.deepEqual([...new Set(sent.map((res) => res.status))], [201]);
    assert.equal(numbers.size, 1);
    assert.equal((await stored('complaints', { receiptNumber: [...numbers][0] })).length, 1);
  });

  it('gives every one of many that arrive together a number of its own', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, () => made(as('otherWorker').create('/my/complaints', FORM))),
    );
    assert.equal(new Set(all.map((one) => one.receiptNumber)).size, 12);
  });

  it('shows the clerk a registered one in full, masked, with what may be done', async () => {
    const view = await registered(as('clerk'), { citizenId: CITIZEN_ID });
    assert.equal(view.complainantName, '马春花');
    assert.equal(view.phoneMasked, '139****0009');
    assert.equal(view.citizenIdMasked, '110***********002X');
    assert.deepEqual(view.payMonths, ['2026-08', '2026-09']);
    assert.ok(view.actions.includes('accept'));
    assert.ok(!view.actions.includes('approveRefusal'));
    const limit = view.deadlines.find((one) => one.period === 'inspectionLimit');
    assert.equal(limit?.dueOn, '2028-09-30');
  });
  void LEAD;
  void problemOf;
  void (0 as unknown as ComplaintView);
});
