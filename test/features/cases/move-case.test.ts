import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { reopenCase, caseStepsOf } from '../../../server/features/cases/index.ts';
import {
  acceptedComplaint,
  after,
  asPerson,
  asSystem,
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
} from './cases-app.ts';

describe('moving a case', () => {
  const { as } = useCasesApp();

  describe('the clock of a case', () => {
    beforeEach(() => onDay('2026-03-02'));
    const reason = { reason: '案情复杂，涉及多个班组' };

    it('runs thirty working days longer once the head has approved, and not a second time', async () => {
      const open = await after(as, await filedCase(as), ['investigate'], ['ask-extension', reason]);
      assert.equal(open.pending, 'extension');
      assert.equal((await told('caseExtensionAsked')).at(-1)?.to, idOf('both'));
      onDay('2026-05-20');
      const extended = await ok<CaseView>(move(as('head'), open, 'approve-extension', { note: '同意' }));
      const [period] = extended.deadlines;
      // 60 working days from 2 March end on 28 May; 29 May, 1–5, 8–12, 15–18, 22–26, 29–30 June, 1–3, 6–10 July
      assert.deepEqual(
        [period?.firstDueOn, period?.dueOn, period?.counted],
        ['2026-05-28', '2026-07-10', 90],
      );
      assert.deepEqual([extended.pending, extended.extension?.outcome], [undefined, 'approved']);
      assert.deepEqual((await told('caseExtended')).at(-1)?.data, {
        dueOn: '2026-07-10',
        receiptNumber: open.complaints[0]?.receiptNumber,
      });
      assert.ok(!extended.actions.includes('askExtension'));
      const again = move(as('inspector'), extended, 'ask-extension', reason);
      assert.equal(await refusal(again), '409 conflict');
    });

    it('stays as it is when the head declines with words; he may be asked again', async () => {
      const open = await after(as, await filedCase(as), ['investigate'], ['ask-extension', reason]);
      const declined = await ok<CaseView>(
        move(as('head'), open, 'decline-extension', { reason: '抓紧办理' }),
      );
      assert.deepEqual(
        [declined.nextDue?.dueOn, declined.extension?.words, declined.extension?.outcome],
        ['2026-05-28', '抓紧办理', 'declined'],
      );
      assert.equal((await told('caseExtensionDeclined')).length, 2);
      await after(as, declined, ['ask-extension', reason]);
    });

    it('runs on through a suspension where the area has no such rule, and the case says so', async () => {
      const open = await after(as, await filedCase(as), ['investigate']);
      onDay('2026-03-16');
      const ground = { ground: 'DEBTOR_ABSCONDED', reason: '欠薪人下落不明' };
      const standing = await ok<CaseView>(move(as('inspector'), open, 'suspend', ground));
      assert.deepEqual(standing.suspension, { ...ground, from: '2026-03-16', clockStops: false });
      assert.equal(standing.nextDue?.dueOn, '2026-05-28');
      onDay('2026-03-30');
      const resumed = await after(as, standing, ['resume', { reason: '已找到' }]);
      assert.deepEqual([resumed.state, resumed.suspension], ['investigating', undefined]);
      assert.deepEqual([resumed.nextDue?.dueOn, resumed.deadlines[0]?.standstills], ['2026-05-28', []]);
    });

    it('stands still through a suspension where the area says so, and goes on with what was left', async () => {
      const value = { areaCode: '532622', value: 'yes', source: '测试依据' };
      const elsewhere = { ...value, from: plainDate('2026-01-01') };
      await setParameter('suspensionStopsClock', elsewhere, asSystem());
      await setParameter(
        'suspensionStopsClock',
        { ...elsewhere, areaCode: '532601', from: plainDate('2026-04-01') },
        asSystem(),
      );
      const open = await after(as, await filedCase(as), ['investigate']);
      onDay('2026-04-07');
      const ground = { ground: 'EVIDENCE_UNOBTAINABLE', reason: '等待鉴定' };
      const standing = await ok<CaseView>(move(as('inspector'), open, 'suspend', ground));
      assert.equal(standing.suspension?.clockStops, true);
      assert.deepEqual([standing.nextDue, standing.deadlines[0]?.suspendedOn], [undefined, '2026-04-07']);
      const queue = await ok<{ items: { id: string }[] }>(as('inspector').get('/cases', { due: 'none' }));
      assert.ok(queue.items.some(({ id }) => id === open.id));
      onDay('2026-04-09'); // two working days stood still: 28 May becomes 1 June
      const resumed = await after(as, standing, ['resume', { reason: '鉴定已出' }]);
      assert.deepEqual([resumed.nextDue?.dueOn, resumed.deadlines[0]?.counted], ['2026-06-01', 60]);
    });

    it('passes from the investigation to the decision and to the day the order names', async () => {
      const open = await after(as, await filedCase(as), ['investigate', { note: '现场检查' }]);
      onDay('2026-03-10');
      const deciding = await after(as, open, ['end-investigation', { note: '事实清楚' }]);
      // 15 working days after 10 March: 11–13, 16–20, 23–27, 30–31
      assert.deepEqual([deciding.nextDue?.period, deciding.nextDue?.dueOn], ['decision', '2026-03-31']);
      assert.equal(deciding.deadlines[0]?.metOn, '2026-03-10');
      onDay('2026-03-12');
      const order = {
        servedOn: '2026-03-11',
        rectifyBy: '2026-03-26',
        mode: 'DIRECT',
        demands: '付清拖欠工资',
        fileIds: [await fileOf('inspector')],
      };
      const ordered = await after(as, deciding, ['order', order]);
      assert.deepEqual(ordered.orders, [order]);
      assert.deepEqual(
        ordered.deadlines.map(({ period, startedOn, dueOn, metOn }) => [period, startedOn, dueOn, metOn]),
        [
          ['investigation', '2026-03-02', '2026-05-28', '2026-03-10'],
          ['decision', '2026-03-10', '2026-03-31', '2026-03-11'],
          ['rectification', '2026-03-11', '2026-03-26', undefined],
        ],
      );
      assert.deepEqual(
        ordered.files.map(({ id }) => id),
        order.fileIds,
      );
      const [file] = await stored('files', { heldBy: `case:${ordered.id}` });
      assert.equal(String(file?._id), order.fileIds[0]);
      assert.equal((await told('caseOrdered')).length, 1);
      onDay('2026-03-27');
      const late = await ok<CaseView>(as('inspector').get(`/cases/${ordered.id}`));
      assert.deepEqual([late.nextDue?.timeLeft.state, late.nextDue?.timeLeft.workingDays], ['overdue', 1]);
      const progress = await caseStepsOf(ordered.id);
      assert.deepEqual(
        progress?.steps.map(({ step, on }) => [step, on]),
        [
          ['caseFiled', '2026-03-02'],
          ['investigating', '2026-03-02'],
          ['ordered', '2026-03-12'],
        ],
      );
      assert.deepEqual(progress.next, { step: 'payment', dueOn: '2026-03-26', provisional: false });
      assert.doesNotMatch(JSON.stringify(progress), /李明清|现场检查/u);
    });

    const wrongOrders: [title: string, over: object, answer: string][] = [
      ['served on a day to come', { servedOn: '2026-03-03' }, '422 invalidInput servedOn'],
      ['served before the case was filed', { servedOn: '2026-02-28' }, '422 invalidInput servedOn'],
      ['to be obeyed on the day it was served', { rectifyBy: '2026-03-02' }, '422 invalidInput rectifyBy'],
      ['with somebody else’s file', { fileIds: ['f'.repeat(24)] }, '422 invalidInput fileIds.0'],
      ['served in a way nobody knows', { mode: 'PIGEON' }, '422 invalidInput mode'],
    ];
    it('is not moved by an order that cannot be right', async () => {
      const open = await after(as, await filedCase(as), ['investigate']);
      const right = {
        servedOn: '2026-03-02',
        rectifyBy: '2026-03-09',
        mode: 'MAIL',
        demands: '付清',
        fileIds: [],
      };
      for (const [title, over, answer] of wrongOrders)
        assert.equal(
          await refusal(move(as('inspector'), open, 'order', { ...right, ...over })),
          answer,
          title,
        );
    });
  });

  describe('a move of a case is refused', () => {
    let view: CaseView;
    before(async () => {
      onDay('2026-03-02');
      view = await filedCase(as);
    });
    const reason = { reason: '理由充分' };

    const refused: [title: string, () => Promise<string>, answer: string][] = [
      [
        'in a state that does not open it',
        () => refusal(move(as('inspector'), view, 'resume', reason)),
        '409 conflict',
      ],
      [
        'on a version somebody else has changed',
        () => refusal(move(as('inspector'), { ...view, version: 0 }, 'investigate')),
        '412 staleVersion',
      ],
      [
        'without a version',
        () => refusal(as('inspector').post(`/cases/${view.id}/investigate`, {})),
        '428 preconditionRequired',
      ],
      ['to a clerk', () => refusal(move(as('clerk'), view, 'investigate')), '403 forbidden'],
      [
        'to an auditor, who sees no case at all',
        () => refusal(as('auditor').get(`/cases/${view.id}`)),
        '403 forbidden',
      ],
      [
        'to another office, as if there were no such case',
        () => refusal(move(as('otherInspector'), view, 'investigate')),
        '404 notFound',
      ],
      [
        'to another office that looks',
        () => refusal(as('otherHead').get(`/cases/${view.id}`)),
        '404 notFound',
      ],
      [
        'when nobody asked the head',
        () => refusal(move(as('head'), view, 'approve-closure')),
        '409 conflict',
      ],
      [
        'without the reason',
        () =>
          refusal(
            move(as('head'), view, 'assign', {
              leadInspectorId: idOf('inspector'),
              coInspectorId: idOf('inspector2'),
            }),
          ),
        '422 invalidInput reason',
      ],
      [
        'with something that does not belong',
        () => refusal(move(as('inspector'), view, 'investigate', { state: 'closed' })),
        '422 invalidInput state',
      ],
    ];
    for (const [title, ask, answer] of refused) {
      it(title, async () => {
        assert.equal(await ask(), answer);
      });
    }

    it('to one of two who act at the same moment', async () => {
      const one = await filedCase(as);
      const both = await Promise.all([
        move(as('inspector'), one, 'investigate'),
        move(as('inspector2'), one, 'investigate'),
      ]);
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
    });
  });

  describe('a case ends', () => {
    beforeEach(() => onDay('2026-03-02'));
    const ask = (code: string, statement = '情况属实') =>
      ['ask-closure', { code, statement }] as [string, object];

    it('by the head’s word alone, with its clocks, and answers every complaint in it', async () => {
      const open = await after(as, await filedCase(as), ['investigate'], ask('NOT_FOUND'));
      assert.deepEqual(
        [open.pending, open.closure?.code, open.state],
        ['closure', 'NOT_FOUND', 'investigating'],
      );
      const closed = await ok<CaseView>(move(as('head'), open, 'approve-closure', { note: '同意' }));
      assert.deepEqual(
        [closed.state, closed.closureCode, closed.closedOn, closed.pending, closed.nextDue],
        ['closed', 'NOT_FOUND', '2026-03-02', undefined, undefined],
      );
      assert.equal(closed.deadlines[0]?.metOn, '2026-03-02');
      const complaint = await ok<ComplaintView>(as('clerk').get(`/complaints/${closed.complaints[0]?.id}`));
      assert.equal(complaint.state, 'answered');
      assert.deepEqual((await told('caseClosed')).at(-1)?.data, {
        outcome: '查无欠薪',
        receiptNumber: complaint.receiptNumber,
      });
      onDay('2026-06-01');
      const reopened = await ok<CaseView>(move(as('head'), closed, 'reopen', { reason: '新证据' }));
      assert.deepEqual(
        [reopened.state, reopened.closureCode, reopened.closure, reopened.nextDue?.period],
        ['investigating', undefined, undefined, 'investigation'],
      );
      assert.ok(
        (reopened.nextDue?.dueOn ?? '') > '2026-08-01',
        'sixty working days from the day it was reopened',
      );
      const back = await ok<ComplaintView>(as('clerk').get(`/complaints/${complaint.id}`));
      assert.equal(back.state, 'inCase');
    });

    it('not by whoever asked for it, though he is a head too; he sees no such button', async () => {
      const filed = await filedCase(as);
      const open = await ok<CaseView>(
        move(as('both'), filed, 'ask-closure', { code: 'OTHER', statement: '见卷' }),
      );
      assert.ok(!open.actions.includes('approveClosure'));
      assert.equal(await refusal(move(as('both'), open, 'approve-closure')), '403 ownRequest');
      assert.equal(
        await refusal(move(as('both'), open, 'decline-closure', { reason: '不行' })),
        '403 ownRequest',
      );
      const seen = await ok<CaseView>(as('head').get(`/cases/${open.id}`));
      assert.ok(seen.actions.includes('approveClosure'));
      const declined = await ok<CaseView>(move(as('head'), open, 'decline-closure', { reason: '说明不清' }));
      assert.deepEqual(
        [declined.pending, declined.closure?.words, declined.state],
        [undefined, '说明不清', 'filed'],
      );
    });

    it('as paid only when every person’s money was seen in full', async () => {
      const open = await filedCase(as);
      const refused = await move(as('inspector'), open, 'ask-closure', { code: 'PAID', statement: '已付' });
      assert.deepEqual(
        [refused.status, refused.body.code, refused.body.details],
        [409, 'notAllPaid', { people: 1, fen: 900_001, yuan: '9,000.01' }],
      );
      assert.match(refused.body.messages.zh, /1 人.*9,000\.01 元/u);
      assert.equal(
        await refusal(
          move(as('inspector'), open, 'ask-closure', {
            code: 'PAID_PART_REST_ARBITRATION',
            statement: '部分已付',
          }),
        ),
        '409 noMoneySeen',
      );
    });

    it('as withdrawn only when no complaint stands any more', async () => {
      const open = await filedCase(as);
      const withdrawn = { code: 'WITHDRAWN', statement: '已撤诉' };
      assert.equal(
        await refusal(move(as('inspector'), open, 'ask-closure', withdrawn)),
        '409 complaintsStand',
      );
      const id = open.complaints[0]?.id ?? '';
      const act = async (action: string, body: object): Promise<ComplaintView> => {
        const { version } = await ok<ComplaintView>(as('clerk').get(`/complaints/${id}`));
        return ok(as('clerk').post(`/complaints/${id}/${action}`, body, { 'if-match': `"v${version}"` }));
      };
      await act('ask-withdrawal', { reason: '已私下解决' });
      onDay('2026-04-30');
      await act('confirm-withdrawal', { confirmedBy: 'phone', pressed: false, note: '本人自愿' });
      const asked = await after(as, open, ['ask-closure', withdrawn]);
      const closed = await ok<CaseView>(move(as('head'), asked, 'approve-closure'));
      assert.equal(closed.closureCode, 'WITHDRAWN');
    });

    it('is taken up again by a head only, in a use case too', async () => {
      const open = await after(as, await filedCase(as), ask('NOT_WAGES'));
      const closed = await ok<CaseView>(move(as('head'), open, 'approve-closure'));
      assert.deepEqual(closed.actions, ['reopen']);
      assert.deepEqual((await ok<CaseView>(as('inspector').get(`/cases/${closed.id}`))).actions, []);
      assert.equal(
        await refusal(move(as('inspector'), closed, 'reopen', { reason: '再查' })),
        '403 forbidden',
      );
      await assert.rejects(reopenCase(closed.id, closed.version, { reason: '再查' }, asPerson('inspector')), {
        code: 'forbidden',
      });
    });

    it('takes a further complaint of the office in while it is open, its people once', async () => {
      const open = await filedCase(as);
      const same = await acceptedComplaint(as);
      const other = await acceptedComplaint(as, { name: '李四', phone: '13900000077', owedFen: 100_000 });
      const reason = '同一工地同一批人';
      const one = await after(as, open, ['join-complaint', { complaintId: same.id, reason }]);
      assert.deepEqual([one.complaintCount, one.headcount, one.owedFen], [2, 1, 900_001]);
      const two = await after(as, one, ['join-complaint', { complaintId: other.id, reason }]);
      assert.deepEqual([two.complaintCount, two.headcount, two.owedFen], [3, 2, 1_000_001]);
      const again = move(as('inspector'), two, 'join-complaint', { complaintId: other.id, reason });
      assert.equal(await refusal(again), '409 conflict');
      const seen = await ok<ComplaintView>(as('clerk').get(`/complaints/${other.id}`));
      assert.deepEqual([seen.state, seen.caseNumber], ['inCase', open.caseNumber]);
    });
  });
});
