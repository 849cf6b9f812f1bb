import assert from 'node:assert/strict';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import { remindSupplements, supplementOwn } from '../../../server/features/complaints/index.ts';
import { deliverTexts } from '../../support/deliver-texts.ts';
import { withoutTexts } from '../../support/without-texts.ts';
import type { Who } from './complaints-app.ts';
import {
  asSystem,
  clock,
  made,
  messages,
  move,
  moved,
  NOW,
  FORM,
  problemOf,
  registered,
  stored,
  useComplaintsApp,
} from './complaints-app.ts';

const REFUSAL = {
  ground: 'ALREADY_IN_ARBITRATION',
  reason: '已就同一事项申请仲裁',
  whereInstead: '文山市劳动人事争议仲裁院',
};

describe('the desk works on a complaint', () => {
  const { as, workerCtx } = useComplaintsApp();
  const clerk = as('clerk');
  const head = as('head');
  beforeEach(() => clock.set(NOW));

  const periods = ({ deadlines }: ComplaintView) =>
    deadlines
      .filter(({ period }) => period !== 'inspectionLimit')
      .map(({ period, dueOn, metOn }) => [period, dueOn, metOn]);
  const told = async (): Promise<string | undefined> => (await messages()).at(-1)?.template;

  it('accepts: the acceptance period is met, filing is due the same day, the complainant is told', async () => {
    const complaint = await registered(clerk);
    clock.set(new Date('2026-11-24T01:00:00Z'));
    const accepted = await moved(move(as('inspector'), complaint, 'accept', { note: '属于监察范围' }));
    assert.equal(accepted.state, 'accepted');
    assert.deepEqual(periods(accepted), [
      ['acceptance', '2026-11-27', '2026-11-24'],
      ['filing', '2026-11-24', undefined],
    ]);
    assert.equal(accepted.nextDue?.period, 'filing');
    assert.equal(accepted.ownerName, '李明清');
    const entry = accepted.history.at(-1);
    assert.deepEqual([entry?.from, entry?.to, entry?.by.name], ['received', 'accepted', '李明清']);
    assert.match(entry?.cite?.zh ?? '', /第十八条/);
    assert.equal(await told(), 'complaintAccepted');
    const events = await stored('events', { subject: `complaint:${complaint.id}` });
    assert.deepEqual(
      events.map((event) => event['action'] as string),
      ['complaint.register', 'complaint.accept'],
    );
    assert.ok(!JSON.stringify(events).includes('属于监察范围'));
  });

  it('asks for a supplement: the period is met by asking and begins anew when it is complete', async () => {
    const filed = await made(as('worker').create('/my/complaints', FORM));
    const { items } = (await clerk.get('/complaints', { q: filed.receiptNumber })).body as {
      items: ComplaintView[];
    };
    const [row] = items;
    assert.ok(row?.unread);
    const asked = await moved(move(clerk, row, 'request-supplement', { question: '包工头叫什么？' }));
    assert.equal(asked.nextDue, undefined);
    assert.equal(await told(), 'complaintSupplementAsked');
    clock.set(new Date('2026-12-01T01:00:00Z'));
    const ctx = workerCtx('worker');
    await assert.rejects(
      supplementOwn(filed.receiptNumber, { text: '老王', fileIds: [] }, workerCtx('otherWorker')),
      {
        code: 'notFound',
      },
    );
    await supplementOwn(filed.receiptNumber, { text: '叫老王', fileIds: [] }, ctx);
    const view = (await clerk.get(`/complaints/${row.id}`)).body as ComplaintView;
    assert.deepEqual(periods(view), [
      ['acceptance', '2026-11-27', '2026-11-20'],
      ['acceptance', '2026-12-08', undefined],
    ]);
    assert.deepEqual(view.supplement, {
      question: '包工头叫什么？',
      askedOn: '2026-11-20',
      answer: '叫老王',
      answeredOn: '2026-12-01',
    });
    assert.deepEqual(view.history.at(-1)?.by, { kind: 'complainant' });
    assert.equal(view.unread, true);
    assert.equal(((await clerk.get(`/complaints/${row.id}`)).body as ComplaintView).unread, false);
    await assert.rejects(supplementOwn(filed.receiptNumber, { text: '再补', fileIds: [] }, ctx), {
      code: 'conflict',
    });
  });

  it('writes a supplement down that was brought to the counter', async () => {
    const complaint = await registered(clerk);
    const asked = await moved(move(clerk, complaint, 'request-supplement', { question: '欠条' }));
    const back = await moved(move(clerk, asked, 'supplement', { text: '带来了欠条', fileIds: [] }));
    assert.equal(back.state, 'received');
    assert.equal(back.unread, false);
  });

  it('counts no question as asked of whom nobody told: without texts the desk says how it told him', async () => {
    const complaint = await registered(clerk);
    await withoutTexts(async () => {
      const bare = await move(clerk, complaint, 'request-supplement', { question: '欠条' });
      const { fields = [] } = bare.body as Problem;
      assert.deepEqual([bare.status, fields.map(({ path }) => path)], [422, ['toldHow']]);
      const now = (await clerk.get(`/complaints/${complaint.id}`)).body as ComplaintView;
      assert.deepEqual([now.state, now.nextDue?.dueOn], ['received', complaint.nextDue?.dueOn]);
      const said = { question: '欠条', toldHow: '11 月 20 日电话告知本人' };
      const asked = await moved(move(clerk, complaint, 'request-supplement', said));
      assert.deepEqual([asked.state, asked.supplement?.toldHow], ['supplementing', said.toldHow]);
      clock.set(new Date('2026-12-01T01:00:00Z'));
      assert.equal(await remindSupplements(asSystem()), 0, 'no reminder that nobody gets');
      const back = await moved(move(clerk, asked, 'supplement', { text: '带来了欠条', fileIds: [] }));
      assert.deepEqual([back.supplement?.toldHow, back.supplement?.answer], [said.toldHow, '带来了欠条']);
    });
  });

  it('counts no question as asked whose message never arrived: silence is no ground, and people are told', async () => {
    const complaint = await registered(clerk);
    const asked = await moved(move(clerk, complaint, 'request-supplement', { question: '欠条' }));
    const bells = async () =>
      (await messages()).filter(({ template }) => template === 'complainantUntold').map(({ to }) => to);
    await deliverTexts(clock.now(), 422);
    const now = (await clerk.get(`/complaints/${complaint.id}`)).body as ComplaintView;
    assert.deepEqual([now.supplement?.untold, now.unread, now.version], [true, true, asked.version]);
    assert.ok((await bells()).includes('c1'.padEnd(24, '0')), 'whoever asked');

    const unclear = { ...REFUSAL, ground: 'NO_CLEAR_RESPONDENT' };
    const refused = await problemOf(move(clerk, now, 'propose-refusal', unclear));
    assert.deepEqual([refused.status, refused.code], [409, 'complainantUntold']);
    const proposed = await moved(move(clerk, now, 'propose-refusal', REFUSAL));
    const back = await moved(move(head, proposed, 'return-refusal', { reason: '先问本人' }));
    const said = await moved(move(clerk, back, 'supplement', { text: '电话问过，没有欠条', fileIds: [] }));
    assert.deepEqual([said.state, said.supplement?.untold], ['received', undefined]);
    const again = await moved(move(clerk, said, 'propose-refusal', unclear));
    assert.equal(again.pending, 'refusal');
    await moved(move(head, again, 'return-refusal', { reason: '再查' }));
  });

  it('a head does not approve what rests on the silence of somebody who was never asked', async () => {
    const complaint = await registered(clerk);
    const asked = await moved(move(clerk, complaint, 'request-supplement', { question: '单位名称' }));
    const unclear = { ...REFUSAL, ground: 'NO_CLEAR_RESPONDENT' };
    const proposed = await moved(move(clerk, asked, 'propose-refusal', unclear));
    await deliverTexts(clock.now(), 422);
    const refused = await problemOf(move(head, proposed, 'approve-refusal'));
    assert.deepEqual([refused.status, refused.code], [409, 'complainantUntold']);
    await moved(move(head, proposed, 'return-refusal', { reason: '先问本人' }));
  });

  it('of a refusal that no message tells whoever worked on it hears', async () => {
    const bells = async () =>
      (await messages()).filter(({ template }) => template === 'complainantUntold').length;
    const before = await bells();
    for (const phone of ['13800000077', undefined]) {
      const complaint = await registered(clerk, { phone });
      const proposed = await moved(move(clerk, complaint, 'propose-refusal', REFUSAL));
      await moved(move(head, proposed, 'approve-refusal'));
      assert.equal((await bells()) - before, phone === undefined ? 1 : 0);
    }
  });

  it('refuses only with the head’s word: until then nothing else happens, and the clock runs on', async () => {
    const complaint = await registered(clerk);
    const proposed = await moved(move(clerk, complaint, 'propose-refusal', REFUSAL));
    assert.equal(proposed.pending, 'refusal');
    assert.equal(proposed.nextDue?.dueOn, '2026-11-27');
    assert.deepEqual(proposed.actions, ['edit']);
    assert.equal((await problemOf(move(clerk, proposed, 'accept'))).status, 409);
    const waiting = (await head.get('/complaints', { pending: true })).body as { items: ComplaintView[] };
    assert.deepEqual(
      waiting.items.map(({ id }) => id),
      [complaint.id],
    );
    const returned = await moved(move(head, proposed, 'return-refusal', { reason: '核实仲裁是否受理' }));
    assert.equal(returned.pending, undefined);
    assert.equal(returned.refusal, undefined);
    const again = await moved(move(clerk, returned, 'propose-refusal', REFUSAL));
    const refused = await moved(move(head, again, 'approve-refusal', {}));
    assert.equal(refused.state, 'refused');
    assert.deepEqual(refused.refusal, { ...REFUSAL, proposedOn: '2026-11-20', decidedOn: '2026-11-20' });
    assert.deepEqual(periods(refused), [['acceptance', '2026-11-27', '2026-11-20']]);
    assert.equal(await told(), 'complaintRefused');
    const [kept] = await stored('complaints', { receiptNumber: refused.receiptNumber });
    assert.deepEqual(
      [kept?.['open'], kept?.['refusedOn'], kept?.['decidedOn']],
      [false, '2026-11-20', '2026-11-20'],
    );
  });

  it('merges into an open one of the same office: the complainant keeps his receipt and is told', async () => {
    const [first, second] = [await registered(clerk), await registered(clerk)];
    const merged = await moved(move(clerk, second, 'merge', { intoId: first.id, reason: '同一班组' }));
    assert.deepEqual(merged.mergedInto, { id: first.id, receiptNumber: first.receiptNumber });
    assert.equal(await told(), 'complaintMerged');
    const third = await registered(clerk);
    const closed = await moved(move(clerk, first, 'merge', { intoId: third.id, reason: '同一班组' }));
    const elsewhere = await registered(as('otherClerk'), { areaCode: '532622' });
    for (const intoId of [third.id, closed.id, elsewhere.id, 'f'.repeat(24)])
      assert.deepEqual(
        (await problemOf(move(clerk, third, 'merge', { intoId, reason: '重复' }))).fields?.[0]?.path,
        'intoId',
      );
  });

  it('corrects what was registered and keeps what stood there; another office’s area is a transfer', async () => {
    const complaint = await registered(clerk);
    const match = { 'if-match': `"v${complaint.version}"` };
    const res = await clerk.patch(
      `/complaints/${complaint.id}`,
      { headcount: 1, owedFen: 5, employerName: '新单位' },
      match,
    );
    const edited = res.body as ComplaintView;
    assert.deepEqual([edited.headcount, edited.isGroup, edited.owedFen], [1, false, 5]);
    assert.deepEqual(edited.history.at(-1)?.facts, {
      employerName: '文山建工集团有限公司',
      headcount: 3,
      owedFen: 2_400_000,
    });
    const found = (await clerk.get('/complaints', { q: '新单位' })).body as { items: ComplaintView[] };
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [complaint.id],
    );
    const now = { 'if-match': `"v${edited.version}"` };
    const other = await problemOf(clerk.patch(`/complaints/${complaint.id}`, { areaCode: '532622' }, now));
    assert.deepEqual([other.status, other.fields?.[0]?.path], [422, 'areaCode']);
    assert.equal((await problemOf(clerk.patch(`/complaints/${complaint.id}`, {}, now))).status, 422);
    assert.equal(
      (await problemOf(clerk.patch(`/complaints/${complaint.id}`, { story: '改写' }, now))).status,
      422,
    );
  });

  it('answers a stale version with 412, one without a version with 428, a closed door with 409', async () => {
    const complaint = await registered(clerk);
    const accepted = await moved(move(clerk, complaint, 'accept'));
    assert.equal((await problemOf(move(clerk, complaint, 'accept'))).status, 412);
    assert.equal((await problemOf(clerk.post(`/complaints/${complaint.id}/accept`, {}))).status, 428);
    assert.equal((await problemOf(move(clerk, accepted, 'accept'))).status, 409);
    assert.equal((await problemOf(move(head, accepted, 'approve-refusal'))).status, 409);
  });

  it('lets one of two who accept at once through', async () => {
    const complaint = await registered(clerk);
    const both = await Promise.all([clerk, as('inspector')].map((who) => move(who, complaint, 'accept')));
    assert.deepEqual(both.map((res) => res.status).sort(), [200, 412]);
  });

  it('is not found by another office, and not moved by who only reads', async () => {
    const complaint = await registered(clerk);
    const shut: [Who, string, object, number][] = [
      ['otherClerk', 'accept', {}, 404],
      ['otherHead', 'approve-refusal', {}, 404],
      ['housing', 'take-over', {}, 404],
      ['leader', 'accept', {}, 403],
      ['worker', 'accept', {}, 403],
      ['contractor', 'accept', {}, 403],
      ['head', 'accept', {}, 403],
      ['clerk', 'approve-refusal', {}, 403],
      ['nobody', 'accept', {}, 401],
    ];
    for (const [who, action, body, status] of shut)
      assert.equal(
        (await problemOf(move(as(who), complaint, action, body))).status,
        status,
        `${who} ${action}`,
      );
    for (const [who, status] of [
      ['otherClerk', 404],
      ['housing', 404],
      ['grid', 404],
      ['leader', 200],
      ['prefectureClerk', 200],
      ['worker', 403],
    ] as const)
      assert.equal((await as(who).get(`/complaints/${complaint.id}`)).status, status, who);
    const theirs = await moved(move(as('prefectureClerk'), complaint, 'accept'));
    assert.equal(theirs.state, 'accepted');
  });

  const wrong: [action: string, body: object, path: string][] = [
    ['request-supplement', { question: '' }, 'question'],
    ['propose-refusal', { ...REFUSAL, ground: 'TOO_BUSY' }, 'ground'],
    ['propose-refusal', { ...REFUSAL, reason: undefined }, 'reason'],
    ['propose-refusal', { ...REFUSAL, whereInstead: '' }, 'whereInstead'],
    ['transfer', { reason: '不属本区', toAreaCode: '532622', toDepartment: 'housing' }, ''],
    ['transfer', { reason: '不属本区' }, ''],
    ['transfer', { reason: '不属本区', toAreaCode: '532601' }, 'toAreaCode'],
    ['transfer', { reason: '不属本区', toAreaCode: '999999' }, 'toAreaCode'],
    ['transfer', { reason: '不属本区', toDepartment: 'nobody' }, 'toDepartment'],
    ['confirm-withdrawal', { confirmedBy: 'sms', pressed: false, note: '已核' }, 'confirmedBy'],
    ['confirm-withdrawal', { confirmedBy: 'phone', pressed: true, note: '已核' }, 'pressed'],
    ['accept', { note: 'x', state: 'answered' }, 'state'],
  ];
  it('refuses what is missing or wrong in a move, field by field', async () => {
    const complaint = await registered(clerk);
    for (const [action, body, path] of wrong) {
      const problem = await problemOf(move(clerk, complaint, action, body));
      assert.deepEqual(
        [problem.status, problem.fields?.[0]?.path],
        [422, path],
        `${action} ${JSON.stringify(body)}`,
      );
    }
  });

  it('nobody approves the refusal he proposed himself', async () => {
    const complaint = await registered(clerk);
    const both = as('inspectorAndHead');
    const proposed = await moved(move(both, complaint, 'propose-refusal', REFUSAL));
    assert.equal((await problemOf(move(both, proposed, 'approve-refusal'))).code, 'ownRequest');
    assert.equal((await moved(move(head, proposed, 'approve-refusal'))).state, 'refused');
  });
});
