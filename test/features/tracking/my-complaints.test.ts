import assert from 'node:assert/strict';
import type { Page } from '../../../server/core/contract/page.ts';
import type { MyComplaint, MyComplaintRow } from '../../../server/core/contract/tracking.ts';
import { withCheckDigit } from '../../../server/core/kit/receipt-number.ts';
import { acceptedComplaint, fileOf, ok, onDay, problemOf, refusal } from '../cases/cases-app.ts';
import { act, atDesk, filed, mine, stepsOf, useTrackingApp } from './tracking-app.ts';

describe('a worker’s own complaint', () => {
  const { as } = useTrackingApp();
  beforeEach(() => onDay('2026-03-02'));

  const send = (receiptNumber: string, door: string, body: object, key?: string) =>
    as('worker').create(`/my/complaints/${receiptNumber}/${door}`, body, key);

  it('is listed newest first with what was registered for the same phone, and nobody else’s', async () => {
    const first = await filed(as);
    const atCounter = await acceptedComplaint(as);
    await acceptedComplaint(as, { phone: '13900000009' });
    const page = await ok<Page<MyComplaintRow>>(as('worker').get('/my/complaints'));
    assert.deepEqual(
      page.items.map(({ receiptNumber, state, needsMe }) => [receiptNumber, state, needsMe]),
      [
        [atCounter.receiptNumber, 'accepted', false],
        [first.receiptNumber, 'received', false],
      ],
    );
    assert.deepEqual([page.total, page.nextCursor], [2, null]);
  });

  it('of somebody else, that does not exist or is mistyped is not there', async () => {
    const theirs = await acceptedComplaint(as, { phone: '13900000009' });
    assert.equal(await refusal(as('worker').get(`/my/complaints/${theirs.receiptNumber}`)), '404 notFound');
    assert.equal(
      await refusal(as('worker').get(`/my/complaints/${withCheckDigit('532601202699999')}`)),
      '404 notFound',
    );
    const wrong = `${theirs.receiptNumber.slice(0, -1)}${(Number(theirs.receiptNumber.at(-1)) + 1) % 10}`;
    assert.equal(await refusal(as('worker').get(`/my/complaints/${wrong}`)), '404 notFound');
    const attempts: [door: string, body: object][] = [
      ['supplement', { text: '是', fileIds: [] }],
      ['messages', { text: '你好', fileIds: [] }],
      ['evidence', { fileIds: ['a'.repeat(24)] }],
      ['rating', { stars: 5 }],
      ['withdrawal', { reason: '不想告了' }],
    ];
    for (const [door, body] of attempts)
      assert.equal(await refusal(send(theirs.receiptNumber, door, body)), '404 notFound', door);
  });

  it('is nobody’s to follow but a worker’s', async () => {
    const { receiptNumber } = await filed(as);
    for (const who of ['clerk', 'inspector', 'head', 'leader', 'auditor'] as const) {
      assert.equal((await problemOf(as(who).get('/my/complaints'))).status, 403, who);
      assert.equal((await problemOf(as(who).get(`/my/complaints/${receiptNumber}`))).status, 403, who);
    }
    assert.equal((await problemOf(as('nobody').get(`/my/complaints/${receiptNumber}`))).status, 401);
  });

  it('says after filing what comes next and by which day', async () => {
    const { receiptNumber, receiptPath } = await filed(as);
    const view = await mine(as, receiptNumber);
    assert.deepEqual(view.next, { step: 'acceptance', dueOn: '2026-03-09', provisional: false });
    assert.deepEqual(view.steps, [{ step: 'received', on: '2026-03-02', facts: { dueOn: '2026-03-09' } }]);
    assert.deepEqual(view.actions, ['message', 'addEvidence', 'askWithdrawal']);
    assert.deepEqual(view.money, { owedFen: 900_000, seenFen: 0 });
    assert.equal(view.receiptPath, receiptPath);
    assert.equal(view.officeName, '文山市人力资源和社会保障局');
  });

  it('shows the question asked, takes the answer once, and the period begins anew', async () => {
    const { receiptNumber } = await filed(as);
    await act(as, receiptNumber, 'request-supplement', { question: '工地在哪条路上？' });
    const asked = await mine(as, receiptNumber);
    assert.deepEqual([asked.needsMe, asked.next?.step, asked.actions[0]], [true, 'supplement', 'supplement']);
    assert.deepEqual(asked.steps[0], {
      step: 'supplementAsked',
      on: '2026-03-02',
      facts: { question: '工地在哪条路上？' },
    });
    onDay('2026-03-04');
    const photo = await fileOf('worker');
    const answer = { text: '开化北路 12 号', fileIds: [photo] };
    const done = await ok<MyComplaint>(send(receiptNumber, 'supplement', answer, 'supplement-1'));
    assert.deepEqual(done.next, { step: 'acceptance', dueOn: '2026-03-11', provisional: false });
    assert.ok(done.fileIds.includes(photo));
    const again = await ok<MyComplaint>(send(receiptNumber, 'supplement', answer, 'supplement-1'));
    assert.deepEqual(again, done, 'sent twice is sent once');
    assert.equal(await refusal(send(receiptNumber, 'supplement', answer)), '409 conflict');
    assert.equal((await atDesk(as, receiptNumber)).supplement?.answer, '开化北路 12 号');
    assert.deepEqual(stepsOf(done), ['received', 'supplementAsked', 'supplemented']);
  });

  it('carries messages both ways; who of the staff wrote stays unsaid', async () => {
    const { receiptNumber } = await filed(as);
    await ok(send(receiptNumber, 'messages', { text: '请问办到哪一步了？', fileIds: [] }));
    const { id, unread } = await atDesk(as, receiptNumber);
    assert.equal(unread, true);
    await ok(as('inspector').create(`/complaints/${id}/messages`, { text: '正在核对。', fileIds: [] }));
    const view = await mine(as, receiptNumber);
    assert.deepEqual(view.messages.map(({ from, text, byName }) => [from, text, byName]).sort(), [
      ['complainant', '请问办到哪一步了？', undefined],
      ['office', '正在核对。', undefined],
    ]);
    assert.ok(!JSON.stringify(view).includes('李明清'));
  });

  it('takes own evidence while it is open, and not another’s file', async () => {
    const { receiptNumber } = await filed(as);
    const own = await fileOf('worker');
    const others = await fileOf('clerk');
    assert.ok(
      (await ok<MyComplaint>(send(receiptNumber, 'evidence', { fileIds: [own] }))).fileIds.includes(own),
    );
    const refused = await refusal(send(receiptNumber, 'evidence', { fileIds: [own, others] }));
    assert.equal(refused, '422 invalidInput fileIds.1');
    assert.equal(await refusal(send(receiptNumber, 'evidence', { fileIds: [] })), '422 invalidInput fileIds');
  });

  it('that was refused says why and where to go instead, can be rated once, and takes nothing more', async () => {
    const { receiptNumber } = await filed(as);
    await act(as, receiptNumber, 'propose-refusal', {
      ground: 'ALREADY_IN_ARBITRATION',
      reason: '已向仲裁委申请仲裁',
      whereInstead: '文山市劳动人事争议仲裁委员会',
    });
    const before = await mine(as, receiptNumber);
    assert.deepEqual(stepsOf(before), ['received'], 'what the desk proposes is not the office’s word yet');
    await act(as, receiptNumber, 'approve-refusal', {}, 'head');
    const view = await mine(as, receiptNumber);
    assert.deepEqual(view.steps[0], {
      step: 'refused',
      on: '2026-03-02',
      facts: {
        ground: 'ALREADY_IN_ARBITRATION',
        reason: '已向仲裁委申请仲裁',
        whereInstead: '文山市劳动人事争议仲裁委员会',
      },
    });
    assert.deepEqual([view.next, view.actions], [undefined, ['rate']]);
    const rated = await ok<MyComplaint>(
      send(receiptNumber, 'rating', { stars: 2, words: '希望说得再清楚些' }),
    );
    assert.deepEqual([rated.rating?.stars, rated.actions], [2, []]);
    assert.equal(await refusal(send(receiptNumber, 'rating', { stars: 5 })), '409 conflict');
    assert.equal(
      await refusal(send(receiptNumber, 'messages', { text: '在吗', fileIds: [] })),
      '409 conflict',
    );
  });

  it('can be asked to be withdrawn, which changes nothing until the office has asked back', async () => {
    const { receiptNumber } = await filed(as);
    const asked = await ok<MyComplaint>(send(receiptNumber, 'withdrawal', { reason: '老板说会给' }));
    assert.deepEqual([asked.state, stepsOf(asked)], ['received', ['received', 'withdrawalAsked']]);
    assert.ok(!asked.actions.includes('askWithdrawal'));
    assert.equal(asked.next?.step, 'acceptance');
    await act(as, receiptNumber, 'doubt-withdrawal', { reason: '电话里说是工头让写的' });
    const view = await mine(as, receiptNumber);
    assert.deepEqual(stepsOf(view), ['received', 'withdrawalAsked', 'withdrawalDoubted']);
    assert.ok(!JSON.stringify(view).includes('工头'), 'what staff wrote to each other stays inside');
  });

  it('that moves to another county says whose it is now', async () => {
    const { receiptNumber } = await filed(as);
    await act(as, receiptNumber, 'transfer', { toAreaCode: '532622', reason: '工地在砚山' });
    const offered = await mine(as, receiptNumber);
    assert.deepEqual(offered.steps[0]?.facts, { officeName: '砚山县人力资源和社会保障局' });
    assert.equal(offered.next?.dueOn, '2026-03-09', 'the first office answers for the period until then');
    onDay('2026-03-05');
    const { id, version } = await atDesk(as, receiptNumber);
    await ok(as('otherInspector').post(`/complaints/${id}/take-over`, {}, { 'if-match': `"v${version}"` }));
    const taken = await mine(as, receiptNumber);
    assert.deepEqual(stepsOf(taken), ['received', 'transferOffered', 'takenOver']);
    assert.deepEqual([taken.officeName, taken.next?.dueOn], ['砚山县人力资源和社会保障局', '2026-03-12']);
  });

  describe('refuses', () => {
    let receiptNumber: string;
    before(async () => {
      onDay('2026-03-02');
      receiptNumber = (await filed(as)).receiptNumber;
    });
    const CASES: [what: string, door: string, body: object, path: string][] = [
      ['a rating of six stars', 'rating', { stars: 6 }, 'stars'],
      ['a rating of half a star', 'rating', { stars: 2.5 }, 'stars'],
      ['a rating in words for the number', 'rating', { stars: '5' }, 'stars'],
      ['an operator for a text', 'messages', { text: { $gt: '' }, fileIds: [] }, '$gt'],
      ['an unknown key', 'messages', { text: '好', fileIds: [], byName: '局长' }, 'byName'],
      ['an empty answer', 'supplement', { text: ' ', fileIds: [] }, 'text'],
      ['a file named twice', 'evidence', { fileIds: ['a'.repeat(24), 'a'.repeat(24)] }, 'fileIds.1'],
      ['a withdrawal without a reason', 'withdrawal', {}, 'reason'],
    ];
    for (const [what, door, body, path] of CASES) {
      it(what, async () => {
        assert.equal(await refusal(send(receiptNumber, door, body)), `422 invalidInput ${path}`);
      });
    }
  });
});
