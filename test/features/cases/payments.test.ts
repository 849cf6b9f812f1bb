import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ClaimView } from '../../../server/core/contract/claims.ts';
import { fen } from '../../../server/core/kit/money.ts';
import {
  answerOwnPayment,
  caseStepsOf,
  listOwnPayments,
  ownMoney,
} from '../../../server/features/cases/index.ts';
import { deliverTexts } from '../../support/deliver-texts.ts';
import {
  after,
  asPerson,
  clock,
  claimsOf,
  fileOf,
  filedCase,
  idOf,
  move,
  ok,
  onDay,
  refusal,
  stored,
  told,
  useCasesApp,
  WORKER_PHONE,
} from './cases-app.ts';

const PEOPLE = [
  { name: '甲工', phone: WORKER_PHONE, months: [{ payMonth: '2026-01', owedFen: 1_000 }] },
  { name: '乙工', citizenId: '11010519491231002X', months: [{ payMonth: '2026-01', owedFen: 1 }] },
];

describe('the arrears sheet and the money that comes', () => {
  const { as } = useCasesApp();
  let view: CaseView;
  let claims: ClaimView[];
  let slip: string;

  beforeEach(async () => {
    onDay('2026-03-02');
    view = await filedCase(as, { headcount: 2, owedFen: 1_001, people: PEOPLE });
    claims = await claimsOf(as, view);
    slip = await fileOf('inspector');
  });

  const pay = (rows: [at: number, fen: number][], means = 'BANK_CREDIT', over: object = {}) =>
    move(as('inspector'), view, 'record-payment', {
      rows: rows.map(([at, sum]) => ({ claimId: claims[at]?.id, fen: sum })),
      paidOn: '2026-03-02',
      means,
      fileIds: means === 'REPORTED' ? [] : [slip],
      ...over,
    });
  /** The worker's own word on the payment that waits for it. */
  const answer = async (said: Parameters<typeof answerOwnPayment>[1]) => {
    const [waiting] = await listOwnPayments(WORKER_PHONE, view.id);
    assert.equal(waiting?.state, 'waiting');
    return answerOwnPayment(waiting.id, said, asPerson('worker'));
  };
  const now = () => ok<CaseView>(as('inspector').get(`/cases/${view.id}`));

  it('sees a bank credit at once, in part, and to the last fen', async () => {
    view = await ok(pay([[0, 999]]));
    assert.deepEqual([view.owedFen, view.seenFen, view.unpaid], [1_001, 999, { people: 2, fen: 2 }]);
    claims = await claimsOf(as, view);
    assert.deepEqual(
      claims.map(({ state, seenFen }) => [state, seenFen]),
      [
        ['partly', 999],
        ['open', 0],
      ],
    );
    view = await ok(
      pay(
        [
          [0, 1],
          [1, 1],
        ],
        'WORKER_CONFIRMED',
      ),
    );
    assert.deepEqual([view.seenFen, view.unpaid], [1_001, { people: 0, fen: 0 }]);
    assert.deepEqual(
      (await claimsOf(as, view)).map(({ state }) => state),
      ['paid', 'paid'],
    );
    const [first] = (await claimsOf(as, view))[0]?.payments ?? [];
    assert.deepEqual(
      [first?.means, first?.state, first?.fen, first?.fileIds],
      ['BANK_CREDIT', 'seen', 999, [slip]],
    );
    const asked = await after(as, view, ['ask-closure', { code: 'PAID', statement: '全部付清' }]);
    const closed = await ok<CaseView>(move(as('head'), asked, 'approve-closure'));
    assert.equal(closed.closureCode, 'PAID');
  });

  it('never sees more than a person is owed, and says how much is left', async () => {
    view = await ok(pay([[0, 999]]));
    const over = await pay([
      [1, 1],
      [0, 2],
    ]);
    assert.deepEqual([over.status, over.body.fields[0].path], [422, 'rows.1.fen']);
    assert.match(over.body.fields[0].zh, /0\.01 元/u);
    assert.deepEqual(
      [(await now()).version, (await claimsOf(as, view))[1]?.seenFen],
      [view.version, 0],
      'nothing of it was kept',
    );
    const both = await Promise.all([pay([[0, 1]]), pay([[0, 1]])]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
  });

  it('takes money as seen only with its proof, for people of this sheet, paid on a day that has come', async () => {
    const other = await filedCase(as);
    const [stranger] = await claimsOf(as, other);
    const answers: [object, string][] = [
      [{ fileIds: [] }, 'fileIds'],
      [{ paidOn: '2026-03-03' }, 'paidOn'],
      [{ rows: [{ claimId: stranger?.id, fen: 1 }] }, 'rows.0.claimId'],
      [{ rows: [{ claimId: claims[0]?.id, fen: 0 }] }, 'rows.0.fen'],
      [{ rows: [{ claimId: claims[0]?.id, fen: 1.5 }] }, 'rows.0.fen'],
      [
        {
          rows: [
            { claimId: claims[0]?.id, fen: 1 },
            { claimId: claims[0]?.id, fen: 1 },
          ],
        },
        'rows.1',
      ],
      [{ means: 'CASH' }, 'means'],
    ];
    for (const [over, field] of answers)
      assert.equal(await refusal(pay([[0, 1]], 'BANK_CREDIT', over)), `422 invalidInput ${field}`);
    assert.equal((await stored('payments', { caseId: view.id })).length, 0);
  });

  it('asks the worker about money that was only reported; his word makes it seen, and only once', async () => {
    view = await ok(
      pay(
        [
          [0, 1_000],
          [1, 1],
        ],
        'REPORTED',
      ),
    );
    assert.equal(view.seenFen, 0, 'a report is no payment');
    assert.deepEqual((await told('casePaymentReported')).at(-1), {
      template: 'casePaymentReported',
      to: WORKER_PHONE,
      data: { yuan: '10.00', paidOn: '2026-03-02' },
    });
    const [waiting] = await listOwnPayments(WORKER_PHONE, view.id);
    const done = await answer({ answer: 'received' });
    assert.equal(done.state, 'seen');
    assert.deepEqual(
      [(await now()).seenFen, await ownMoney(WORKER_PHONE, view.id)],
      [1_000, { owedFen: 1_000, seenFen: 1_000 }],
    );
    await assert.rejects(answerOwnPayment(waiting?.id ?? '', { answer: 'notReceived' }, asPerson('worker')), {
      code: 'conflict',
    });
    assert.equal((await told('casePaymentDisputed')).length, 0);
    const entry = (await now()).history.at(-1);
    assert.deepEqual([entry?.action, entry?.by], ['answerPayment', { kind: 'complainant' }]);
  });

  it('sees the lesser sum where less arrived, nothing where nothing did, and tells the inspectors', async () => {
    view = await ok(pay([[0, 600]], 'REPORTED'));
    for (const receivedFen of [undefined, fen(0), fen(600)])
      await assert.rejects(
        answer({ answer: 'less', ...(receivedFen === undefined ? {} : { receivedFen }) }),
        { code: 'invalidInput' },
      );
    assert.equal((await answer({ answer: 'less', receivedFen: fen(599) })).state, 'seen');
    view = await now();
    assert.equal(view.seenFen, 599);
    view = await ok(pay([[0, 401]], 'REPORTED'));
    assert.equal((await answer({ answer: 'notReceived' })).state, 'disputed');
    view = await now();
    assert.deepEqual([view.seenFen, view.unpaid.fen], [599, 402]);
    const [claim] = await claimsOf(as, view);
    assert.deepEqual(
      claim?.payments.map(({ state, receivedFen }) => [state, receivedFen]),
      [
        ['seen', 599],
        ['disputed', undefined],
      ],
    );
    assert.deepEqual([claim?.reportedFen, claim?.state], [0, 'partly']);
    assert.deepEqual(
      new Set((await told('casePaymentDisputed')).map(({ to }) => to)),
      new Set([idOf('inspector'), idOf('inspector2')]),
    );
  });

  it('tells the inspectors where the worker was never asked, because the message did not arrive', async () => {
    const unasked = async () => (await told('casePaymentUnasked')).map(({ to }) => to).sort();
    await deliverTexts(clock.now(), 202); // of the cases before
    view = await ok(pay([[0, 600]], 'REPORTED'));
    assert.deepEqual(await unasked(), []);
    await deliverTexts(clock.now(), 422);
    assert.deepEqual(await unasked(), [idOf('inspector'), idOf('inspector2')].sort());
    view = await now();
    assert.deepEqual([view.seenFen, view.unpaid.fen], [0, 1_001], 'and nothing counts as paid');
  });

  it('hears nobody but the worker himself', async () => {
    view = await ok(
      pay(
        [
          [0, 10],
          [1, 1],
        ],
        'REPORTED',
      ),
    );
    const [, foreign] = await stored('payments', { caseId: view.id });
    await assert.rejects(answerOwnPayment(String(foreign?._id), { answer: 'received' }, asPerson('worker')), {
      code: 'notFound',
    });
    const [own] = await listOwnPayments(WORKER_PHONE, view.id);
    await assert.rejects(answerOwnPayment(own?.id ?? '', { answer: 'received' }, asPerson('inspector')), {
      code: 'notFound',
    });
  });

  it('lets reported money wait no longer once the bank has shown it', async () => {
    view = await ok(pay([[0, 700]], 'REPORTED'));
    assert.equal(await refusal(pay([[0, 301]], 'REPORTED')), '422 invalidInput rows.0.fen');
    view = await ok(pay([[0, 1_000]]));
    const [claim] = await claimsOf(as, view);
    assert.deepEqual(
      claim?.payments.map(({ state }) => state),
      ['revoked', 'seen'],
    );
    assert.deepEqual([claim.seenFen, claim.reportedFen], [1_000, 0]);
    assert.deepEqual(
      await listOwnPayments(WORKER_PHONE, view.id).then((all) => all.map(({ state }) => state)),
      ['seen'],
    );
  });

  it('does not count the same money twice, once reported and once proven', async () => {
    view = await ok(pay([[0, 300]], 'REPORTED'));
    view = await ok(pay([[0, 200]], 'REPORTED'));
    view = await ok(pay([[0, 300]], 'WORKER_CONFIRMED'));
    const [claim] = await claimsOf(as, view);
    assert.deepEqual(
      claim?.payments.map(({ fen: sum, state }) => [sum, state]),
      [
        [300, 'revoked'],
        [200, 'waiting'],
        [300, 'seen'],
      ],
    );
    assert.deepEqual([claim.seenFen, claim.reportedFen], [300, 200]);
  });

  it('takes back what was recorded by mistake, with the reason, but not the worker’s own word', async () => {
    const order = {
      servedOn: '2026-03-02',
      rectifyBy: '2026-03-20',
      mode: 'DIRECT',
      demands: '付清',
      fileIds: [],
    };
    view = await after(as, view, ['investigate'], ['order', order]);
    view = await ok(pay([[1, 1]]));
    view = await ok(pay([[0, 1_000]]));
    assert.equal(view.nextDue, undefined);
    const [mistaken] = (await claimsOf(as, view))[0]?.payments ?? [];
    const revoke = (
      payment: string | undefined,
      version = 1,
      who: 'inspector' | 'otherInspector' = 'inspector',
    ) => as(who).post(`/payments/${payment}/revoke`, { reason: '录错了人' }, { 'if-match': `"v${version}"` });
    assert.equal(await refusal(revoke(mistaken?.id, 1, 'otherInspector')), '404 notFound');
    assert.equal(await refusal(revoke(mistaken?.id, 0)), '412 staleVersion');
    const claim = await ok<ClaimView>(revoke(mistaken?.id));
    assert.deepEqual([claim.seenFen, claim.state, claim.payments[0]?.state], [0, 'open', 'revoked']);
    view = await now();
    assert.deepEqual(
      [view.seenFen, view.nextDue?.dueOn, view.history.at(-1)?.reason],
      [1, '2026-03-20', '录错了人'],
    );
    assert.equal(await refusal(revoke(mistaken?.id, 2)), '409 conflict', 'it is taken back already');
    const steps = (await caseStepsOf(view.id))?.steps.map(({ step }) => step);
    assert.deepEqual(steps, ['caseFiled', 'investigating', 'ordered', 'moneySeen', 'moneySeen']);
    view = await ok(pay([[0, 1_000]], 'REPORTED'));
    const { id } = await answer({ answer: 'received' });
    assert.equal(await refusal(revoke(id, 2)), '409 conflict');
  });

  it('meets the order’s period with the last fen, whoever brings it', async () => {
    const order = {
      servedOn: '2026-03-02',
      rectifyBy: '2026-03-20',
      mode: 'DIRECT',
      demands: '付清',
      fileIds: [],
    };
    view = await after(as, view, ['investigate'], ['order', order]);
    view = await ok(pay([[1, 1]]));
    onDay('2026-03-05');
    view = await ok(pay([[0, 1_000]], 'REPORTED', { paidOn: '2026-03-04' }));
    assert.equal(view.nextDue?.period, 'rectification');
    onDay('2026-03-06');
    await answer({ answer: 'received' });
    view = await now();
    assert.deepEqual([view.nextDue, view.deadlines.at(-1)?.metOn], [undefined, '2026-03-04']);
  });

  it('meets the order’s period on the day that was paid, however late that is entered, and never before it ran', async () => {
    const order = {
      servedOn: '2026-03-04',
      rectifyBy: '2026-03-20',
      mode: 'DIRECT',
      demands: '付清',
      fileIds: [],
    };
    onDay('2026-03-04');
    view = await after(as, view, ['investigate'], ['order', order]);
    onDay('2026-03-24');
    view = await ok(pay([[1, 1]], 'BANK_CREDIT', { paidOn: '2026-03-03' }));
    view = await ok(pay([[0, 1_000]], 'BANK_CREDIT', { paidOn: '2026-03-20' }));
    assert.equal(view.deadlines.at(-1)?.metOn, '2026-03-20', 'in time, though entered four days after');
    const [last] = (await claimsOf(as, view))[0]?.payments ?? [];
    await ok(
      as('inspector').post(`/payments/${last?.id}/revoke`, { reason: '日期有误' }, { 'if-match': '"v1"' }),
    );
    view = await now();
    assert.equal(view.deadlines.at(-1)?.metOn, undefined);
    view = await ok(pay([[0, 1_000]], 'BANK_CREDIT', { paidOn: '2026-03-02' }));
    assert.equal(view.deadlines.at(-1)?.metOn, '2026-03-04', 'not before it was served');
  });

  it('is not closed as paid when the money was disputed, the sheet grew or a person is missing on it', async () => {
    view = await ok(
      pay([
        [0, 1_000],
        [1, 1],
      ]),
    );
    const row = { name: '丙工', months: [{ payMonth: '2026-02', owedFen: 5 }] };
    view = await ok(
      as('inspector').post(
        `/cases/${view.id}/claims`,
        { rows: [row] },
        { 'if-match': `"v${view.version}"`, 'idempotency-key': 'add-one-person' },
      ),
    );
    assert.deepEqual([view.headcount, view.owedFen, view.unpaid], [3, 1_006, { people: 1, fen: 5 }]);
    assert.equal(
      await refusal(move(as('inspector'), view, 'ask-closure', { code: 'PAID', statement: '付清' })),
      '409 notAllPaid',
    );
    const group = await filedCase(as, { headcount: 3, owedFen: 1_500, people: PEOPLE.slice(1) });
    assert.deepEqual(
      [group.headcount, group.unpaid],
      [3, { people: 3, fen: 1_500 }],
      'two are not on the sheet',
    );
  });

  it('is corrected row by row, never below what was seen, and nobody stands on it twice', async () => {
    const [first] = claims;
    const edit = (version: number, body: object, who: 'inspector' | 'otherInspector' = 'inspector') =>
      as(who).patch(`/claims/${first?.id}`, body, { 'if-match': `"v${version}"` });
    view = await ok(pay([[0, 400]]));
    assert.equal(
      await refusal(edit(1, { months: [{ payMonth: '2026-01', owedFen: 500 }] })),
      '412 staleVersion',
    );
    assert.equal(
      await refusal(edit(2, { months: [{ payMonth: '2026-01', owedFen: 399 }] })),
      '422 invalidInput months',
    );
    assert.equal(
      await refusal(edit(2, { months: [{ payMonth: '2026-04', owedFen: 999 }] })),
      '422 invalidInput months.0.payMonth',
    );
    assert.equal(await refusal(edit(2, { citizenId: '110105194912310021' })), '422 invalidInput citizenId');
    assert.equal(
      await refusal(edit(2, { citizenId: '11010519491231002X' })),
      '422 invalidInput citizenId',
      'that is the other one',
    );
    assert.equal(await refusal(edit(2, { name: '甲工' }, 'otherInspector')), '404 notFound');
    const changed = await ok<ClaimView>(
      edit(2, { name: '甲大工', months: [{ payMonth: '2026-01', owedFen: 400 }] }),
    );
    assert.deepEqual([changed.name, changed.state, changed.phoneMasked], ['甲大工', 'paid', '138****0001']);
    assert.deepEqual([(await now()).owedFen, (await now()).seenFen], [401, 400]);
    const double = {
      rows: [{ name: '甲大工', phone: WORKER_PHONE, months: [{ payMonth: '2026-01', owedFen: 1 }] }],
    };
    const { version } = await now();
    const sent = as('inspector').post(`/cases/${view.id}/claims`, double, {
      'if-match': `"v${version}"`,
      'idempotency-key': 'add-the-same',
    });
    assert.equal(await refusal(sent), '422 invalidInput rows.0');
  });

  it('loses a row entered by mistake, but not one whose money was seen', async () => {
    const remove = (at: number, version: number) =>
      as('inspector').post(
        `/claims/${claims[at]?.id}/remove`,
        { reason: '重复录入' },
        { 'if-match': `"v${version}"` },
      );
    view = await ok(pay([[0, 1]]));
    assert.equal(await refusal(remove(0, 2)), '409 moneySeen');
    await ok(remove(1, 1));
    const left = await now();
    assert.deepEqual(
      (await claimsOf(as, left)).map(({ name }) => name),
      ['甲工'],
    );
    assert.deepEqual([left.headcount, left.unpaid.people], [2, 2], 'the complaint still says two');
    assert.equal(await refusal(remove(1, 2)), '404 notFound');
    assert.equal(
      (await stored('claims', { caseId: view.id, removed: true })).length,
      1,
      'nothing recorded is lost',
    );
  });
});
