import assert from 'node:assert/strict';
import type { ComplaintFiled } from '../../../server/core/contract/complaint-intake.ts';
import type { MyComplaint, ReceiptCheck } from '../../../server/core/contract/tracking.ts';
import { withCheckDigit } from '../../../server/core/kit/receipt-number.ts';
import { publicKeyId } from '../../../server/platform/audit/index.ts';
import { clock, ok, onDay, problemOf, refusal } from '../cases/cases-app.ts';
import { filed, FORM, stepsOf, useTrackingApp } from './tracking-app.ts';

/** Well-formed, and nobody was given it. */
const UNKNOWN = withCheckDigit('532601202699999');
const MISTYPED = UNKNOWN.replace(/.$/u, (digit) => String((Number(digit) + 1) % 10));

describe('tracking without an account', () => {
  const { as } = useTrackingApp();
  beforeEach(() => onDay('2026-03-02'));

  const { intakeKind: _kind, fileIds: _files, name: _name, ...content } = FORM;
  const report = (): Promise<ComplaintFiled> =>
    ok(as('nobody').create('/public/reports', { ...content, contact: '微信 abc' }));
  const track = (receiptNumber: string, trackingCode: string) =>
    as('nobody').post('/public/tracking', { receiptNumber, trackingCode });
  const wrongCode = 'ABCDEFGHJK';

  it('shows an anonymous report to whoever holds its code, as plain steps without anything to act on', async () => {
    const { receiptNumber, trackingCode = '' } = await report();
    const view = await ok<MyComplaint>(track(receiptNumber, trackingCode));
    assert.deepEqual([view.receiptNumber, stepsOf(view), view.actions], [receiptNumber, ['received'], []]);
    assert.deepEqual(view.next, { step: 'acceptance', dueOn: '2026-03-09', provisional: false });
    assert.ok(!JSON.stringify(view).includes('微信'));
  });

  it('reads number and code as people copy them: with blanks, hyphens and small letters', async () => {
    const { receiptNumber, trackingCode = '' } = await report();
    const spaced = receiptNumber.replace(/(\d{4})(?=\d)/gu, '$1 ');
    const view = await ok<MyComplaint>(track(spaced, trackingCode.toLowerCase().replace(/^(.{5})/u, '$1-')));
    assert.equal(view.receiptNumber, receiptNumber);
  });

  it('answers a wrong code, an unknown number and a named complaint alike', async () => {
    const { receiptNumber } = await report();
    const named = await filed(as);
    const answers = [
      await problemOf(track(receiptNumber, wrongCode)),
      await problemOf(track(UNKNOWN, wrongCode)),
      await problemOf(track(named.receiptNumber, wrongCode)),
    ].map(({ requestId: _id, ...rest }) => rest);
    assert.deepEqual([answers[0]?.status, answers[0]?.code], [404, 'notFound']);
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[2], answers[0]);
  });

  it('makes everybody wait after five wrong codes, the right one and unknown numbers included', async () => {
    const { receiptNumber, trackingCode = '' } = await report();
    for (const number of [receiptNumber, withCheckDigit('532601202688888')]) {
      for (let n = 0; n < 5; n += 1) assert.equal(await refusal(track(number, wrongCode)), '404 notFound');
      const sixth = await problemOf(track(number, trackingCode));
      assert.deepEqual([sixth.status, sixth.code], [429, 'tooManyRequests']);
      assert.ok(Number(sixth.details?.['retryAfter']) > 0);
    }
    clock.set(new Date(clock.now().getTime() + 900_000)); // a quarter of an hour
    assert.equal((await ok<MyComplaint>(track(receiptNumber, trackingCode))).receiptNumber, receiptNumber);
  });

  it('counts no right code as a try', async () => {
    const { receiptNumber, trackingCode = '' } = await report();
    for (let n = 0; n < 7; n += 1) await ok(track(receiptNumber, trackingCode));
  });

  it('lets no parallel guesses slip past the five', async () => {
    const { receiptNumber } = await report();
    const all = await Promise.all(
      Array.from({ length: 12 }, () => problemOf(track(receiptNumber, wrongCode))),
    );
    assert.ok(all.filter(({ status }) => status === 404).length <= 5);
  });

  it('names a mistyped number by its check digit, and what is no code', async () => {
    assert.equal(await refusal(track(MISTYPED, 'x$')), '422 invalidInput receiptNumber trackingCode');
    assert.equal(
      await refusal(as('nobody').post('/public/tracking', { receiptNumber: { $ne: '' }, trackingCode: 'x' })),
      '422 invalidInput $ne',
    );
  });
});

describe('the check of a receipt', () => {
  const { as } = useTrackingApp();

  const check = (receiptNumber: string, s: string): Promise<ReceiptCheck> =>
    ok(as('nobody').get(`/public/receipts/${receiptNumber}`, { s }));
  const signatureOf = ({ receiptPath }: { receiptPath: string }): string =>
    new URL(receiptPath, 'http://x').searchParams.get('s') ?? '';

  it('tells a stranger that it is genuine, whose it is and since when, and nothing of the matter', async () => {
    onDay('2026-03-02');
    const receipt = await filed(as);
    assert.deepEqual(await check(receipt.receiptNumber, signatureOf(receipt)), {
      genuine: true,
      receiptNumber: receipt.receiptNumber,
      officeName: '文山市人力资源和社会保障局',
      receivedOn: '2026-03-02',
      keyId: publicKeyId(),
    });
  });

  it('tells nothing at all where the signature is another’s, forged or of a number nobody was given', async () => {
    const one = await filed(as);
    const two = await filed(as);
    const cases: [number: string, signature: string][] = [
      [one.receiptNumber, signatureOf(two)],
      [one.receiptNumber, signatureOf(one).replace(/^./u, (first) => (first === 'A' ? 'B' : 'A'))],
      [one.receiptNumber, 'x'],
      [UNKNOWN, signatureOf(one)],
      ['AN-1', 'x'],
    ];
    for (const [receiptNumber, s] of cases)
      assert.deepEqual(await check(receiptNumber, s), { genuine: false, receiptNumber });
  });

  it('needs a signature', async () => {
    const { receiptNumber } = await filed(as);
    assert.equal(await refusal(as('nobody').get(`/public/receipts/${receiptNumber}`)), '422 invalidInput s');
  });
});
