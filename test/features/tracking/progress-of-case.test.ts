import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { MyPayment } from '../../../server/core/contract/tracking.ts';
import {
  acceptedComplaint,
  after,
  claimsOf,
  fileOf,
  filedCase,
  filing,
  move,
  ok,
  onDay,
  refusal,
} from '../cases/cases-app.ts';
import { mine, stepsOf, useTrackingApp } from './tracking-app.ts';

describe('a worker’s complaint in its case', () => {
  const { as } = useTrackingApp();
  beforeEach(() => onDay('2026-03-02'));

  const receiptOf = ({ complaints }: CaseView): string => complaints[0]?.receiptNumber ?? '';
  const orderOn = (day: string, rectifyBy: string) =>
    ['order', { servedOn: day, rectifyBy, mode: 'DIRECT', demands: '支付工资', fileIds: [] }] as [
      string,
      object,
    ];
  const answer = (id: string | undefined, body: object, key?: string) =>
    as('worker').create(`/my/payments/${id}/answer`, body, key);
  /** A case in which an employer says he has paid; nobody has seen it yet. */
  async function reported(fen: number): Promise<{ view: CaseView; receiptNumber: string }> {
    const filed = await filedCase(as);
    const ordered = await after(as, filed, ['investigate'], orderOn('2026-03-02', '2026-03-12'));
    const [claim] = await claimsOf(as, filed);
    const view = await after(as, ordered, [
      'record-payment',
      { rows: [{ claimId: claim?.id, fen }], paidOn: '2026-03-02', means: 'REPORTED', fileIds: [] },
    ]);
    return { view, receiptNumber: receiptOf(filed) };
  }

  it('tells the case’s steps and the next day in time, without a name of the staff', async () => {
    const filed = await filedCase(as);
    const receiptNumber = receiptOf(filed);
    const atStart = await mine(as, receiptNumber);
    assert.deepEqual(stepsOf(atStart), ['received', 'accepted', 'caseFiled']);
    assert.equal(atStart.steps[0]?.facts['caseNumber'], filed.caseNumber);
    const due = filed.deadlines.find(({ period }) => period === 'investigation')?.dueOn;
    assert.deepEqual([atStart.next?.step, atStart.next?.dueOn], ['investigation', due]);

    onDay('2026-03-04');
    await after(as, filed, ['investigate'], orderOn('2026-03-04', '2026-03-14'));
    const ordered = await mine(as, receiptNumber);
    assert.deepEqual(stepsOf(ordered), ['received', 'accepted', 'caseFiled', 'investigating', 'ordered']);
    assert.equal(ordered.steps[0]?.facts['rectifyBy'], '2026-03-14');
    assert.deepEqual([ordered.next?.step, ordered.next?.dueOn], ['payment', '2026-03-14']);
    for (const name of ['李明清', '王队员', '陶小兰']) assert.ok(!JSON.stringify(ordered).includes(name));
  });

  it('asks first whether the money arrived, and believes the worker', async () => {
    const { receiptNumber } = await reported(900_001);
    const asked = await mine(as, receiptNumber);
    assert.deepEqual(
      [asked.needsMe, asked.next?.step, asked.actions[0]],
      [true, 'confirmMoney', 'answerPayment'],
    );
    assert.deepEqual(asked.money, { owedFen: 900_001, seenFen: 0 }, 'said to be paid is not paid');
    const [payment] = asked.payments;
    assert.deepEqual([payment?.state, payment?.fen, payment?.paidOn], ['waiting', 900_001, '2026-03-02']);
    const done = await ok<MyPayment>(answer(payment?.id, { answer: 'received' }));
    assert.equal(done.state, 'seen');
    const seen = await mine(as, receiptNumber);
    assert.deepEqual(seen.money, { owedFen: 900_001, seenFen: 900_001 });
    assert.ok(seen.steps.some(({ step, facts }) => step === 'moneySeen' && facts['fen'] === 900_001));
    assert.equal(seen.needsMe, false);
  });

  it('takes an answer once, the same submission as often as it comes, and only what fits', async () => {
    const { receiptNumber } = await reported(500_000);
    const id = (await mine(as, receiptNumber)).payments[0]?.id;
    const wrong: [body: object, refused: string][] = [
      [{ answer: 'less' }, '422 invalidInput receivedFen'],
      [{ answer: 'less', receivedFen: 500_000 }, '422 invalidInput receivedFen'],
      [{ answer: 'less', receivedFen: 1.5 }, '422 invalidInput receivedFen'],
      [{ answer: 'received', receivedFen: 1 }, '422 invalidInput receivedFen'],
      [{ answer: 'maybe' }, '422 invalidInput answer'],
      [{}, '422 invalidInput answer'],
    ];
    for (const [body, refused] of wrong) assert.equal(await refusal(answer(id, body)), refused);
    const less = { answer: 'less', receivedFen: 200_000 };
    const one = await ok<MyPayment>(answer(id, less, 'less-once'));
    assert.deepEqual(await ok<MyPayment>(answer(id, less, 'less-once')), one);
    assert.equal(await refusal(answer(id, { answer: 'received' })), '409 conflict');
    assert.equal((await mine(as, receiptNumber)).money.seenFen, 200_000);
  });

  it('lets nobody answer for another person’s money', async () => {
    const filed = await filedCase(as, { phone: '13900000009' });
    const [claim] = await claimsOf(as, filed);
    const rows = [{ claimId: claim?.id, fen: 100 }];
    await after(
      as,
      filed,
      ['investigate'],
      ['record-payment', { rows, paidOn: '2026-03-02', means: 'REPORTED', fileIds: [] }],
    );
    const [payment] = (await claimsOf(as, filed))[0]?.payments ?? [];
    assert.ok(payment);
    assert.equal(await refusal(answer(payment.id, { answer: 'received' })), '404 notFound');
    assert.equal(await refusal(answer('a'.repeat(24), { answer: 'received' })), '404 notFound');
  });

  it('of several people shows each his own money and nothing of the others', async () => {
    const own = await acceptedComplaint(as);
    const theirs = await acceptedComplaint(as, { phone: '13900000009', name: '马春花', owedFen: 77_700 });
    const filed = await ok<CaseView>(as('inspector').create('/cases', filing([own.id, theirs.id])));
    const claims = await claimsOf(as, filed);
    const claim = claims.find(({ name }) => name === '马春花');
    const slip = await fileOf('inspector');
    await after(
      as,
      filed,
      ['investigate'],
      [
        'record-payment',
        {
          rows: [{ claimId: claim?.id, fen: 77_700 }],
          paidOn: '2026-03-02',
          means: 'BANK_CREDIT',
          fileIds: [slip],
        },
      ],
    );
    const view = await mine(as, own.receiptNumber);
    assert.deepEqual([view.money.seenFen, view.payments], [0, []]);
    assert.ok(!stepsOf(view).includes('moneySeen'), 'money that came to another is no news of one’s own');
    assert.ok(!JSON.stringify(view).includes(theirs.receiptNumber));
  });

  it('that was merged follows the case of the one it was merged into', async () => {
    const main = await acceptedComplaint(as, { phone: '13900000009' });
    const twin = await acceptedComplaint(as);
    await ok(
      as('clerk').post(
        `/complaints/${twin.id}/merge`,
        { intoId: main.id, reason: '同一件事' },
        { 'if-match': `"v${twin.version}"` },
      ),
    );
    await ok(as('inspector').create('/cases', filing([main.id])));
    const view = await mine(as, twin.receiptNumber);
    assert.deepEqual([view.state, view.next?.step], ['merged', 'investigation']);
    assert.ok(!JSON.stringify(view).includes(main.receiptNumber));
  });

  it('ends with what became of it and can then be rated', async () => {
    const filed = await filedCase(as);
    const looked = await after(
      as,
      filed,
      ['investigate'],
      ['ask-closure', { code: 'NOT_FOUND', statement: '经查未发现拖欠' }],
    );
    const waiting = await mine(as, receiptOf(filed));
    assert.equal(waiting.next?.step, 'closure');
    await ok(move(as('head'), looked, 'approve-closure', {}));
    const view = await mine(as, receiptOf(filed));
    assert.equal(stepsOf(view).at(-1), 'closed');
    assert.equal(view.steps[0]?.facts['closureCode'], 'NOT_FOUND');
    assert.deepEqual([view.state, view.next, view.actions], ['answered', undefined, ['rate']]);
    assert.ok(!JSON.stringify(view).includes('经查未发现拖欠'), 'the file’s own words stay inside');
  });
});
