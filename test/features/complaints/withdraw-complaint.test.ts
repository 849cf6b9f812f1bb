import assert from 'node:assert/strict';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { askOwnWithdrawal, rateHandling } from '../../../server/features/complaints/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import {
  asSystem,
  clock,
  FORM,
  made,
  messages,
  move,
  moved,
  NOW,
  OTHER_PHONE,
  problemOf,
  registered,
  useComplaintsApp,
} from './complaints-app.ts';

describe('a wish to withdraw', () => {
  const { as, workerCtx } = useComplaintsApp();
  const clerk = as('clerk');
  const confirmed = { confirmedBy: 'phone', pressed: false, note: '电话回访，本人自愿' };
  let headId: string;
  beforeEach(() => clock.set(NOW));

  it('waits until the next working day, is confirmed on a second channel, and ends the complaint', async () => {
    const filed = await made(as('worker').create('/my/complaints', FORM));
    const asked = await askOwnWithdrawal(filed.receiptNumber, { reason: '已经谈好了' }, workerCtx('worker'));
    assert.equal(asked.state, 'received');
    assert.equal(asked.withdrawal?.confirmableOn, '2026-11-23');
    const open = (await clerk.get(`/complaints/${String(asked._id)}`)).body as ComplaintView;
    assert.equal(open.pending, 'withdrawal');
    assert.ok(open.actions.includes('accept') && !open.actions.includes('confirmWithdrawal'));
    assert.equal((await problemOf(move(clerk, open, 'confirm-withdrawal', confirmed))).status, 409);
    await assert.rejects(askOwnWithdrawal(filed.receiptNumber, { reason: '再说一次' }, workerCtx('worker')), {
      code: 'conflict',
    });
    clock.set(new Date('2026-11-23T02:00:00Z'));
    const withdrawn = await moved(move(clerk, open, 'confirm-withdrawal', confirmed));
    assert.deepEqual(
      [withdrawn.state, withdrawn.nextDue, withdrawn.pending],
      ['withdrawn', undefined, undefined],
    );
    assert.deepEqual(
      [withdrawn.withdrawal?.outcome, withdrawn.withdrawal?.note],
      ['confirmed', confirmed.note],
    );
    assert.deepEqual(withdrawn.history.at(-1)?.facts, { confirmedBy: 'phone', pressed: false });
  });

  it('that is doubted changes nothing, and may be asked again', async () => {
    const complaint = await registered(clerk);
    const asked = await moved(move(clerk, complaint, 'ask-withdrawal', { reason: '老板让我撤' }));
    const doubted = await moved(move(clerk, asked, 'doubt-withdrawal', { reason: '本人称受到压力' }));
    assert.deepEqual(
      [doubted.state, doubted.pending, doubted.withdrawal?.outcome],
      ['received', undefined, 'doubted'],
    );
    assert.equal(doubted.nextDue?.dueOn, '2026-11-27');
    const again = await moved(move(clerk, doubted, 'ask-withdrawal', { reason: '钱已到账' }));
    assert.equal(again.pending, 'withdrawal');
  });

  it('waits as many working days as the office has set', async () => {
    const day = { areaCode: '5326', from: plainDate('2026-01-01'), source: '州局规定' };
    await setParameter('withdrawalDays', { ...day, value: 3 }, asSystem());
    const complaint = await registered(clerk);
    const asked = await moved(move(clerk, complaint, 'ask-withdrawal', { reason: '谈好了' }));
    assert.equal(asked.withdrawal?.confirmableOn, '2026-11-25');
  });

  it('of many against one employer reaches the head, once a day, and only where the office has set a figure', async () => {
    const account = {
      name: '何局',
      login: 'head1',
      grants: [{ role: 'bureauHead' as const, areaCode: '532601' }],
    };
    const head = await openAccount(account, { text: 'correct horse 42', mustChange: false }, asSystem());
    headId = String(head._id);
    const ask = async (employerName: string): Promise<void> => {
      const complaint = await registered(clerk, { employerName });
      await moved(move(clerk, complaint, 'ask-withdrawal', { reason: '谈好了' }));
    };
    const alerts = async () => (await messages()).filter(({ template }) => template === 'withdrawalsInBulk');
    for (let nth = 0; nth < 3; nth += 1) await ask('甲公司');
    assert.deepEqual(await alerts(), []);
    const day = { areaCode: '5326', from: plainDate('2026-01-01'), source: '州局规定' };
    await setParameter('withdrawalsInBulk', { ...day, value: { count: 3, calendarDays: 7 } }, asSystem());
    await ask('乙公司');
    await ask('甲 公司');
    await ask('甲公司');
    assert.deepEqual(await alerts(), [
      { template: 'withdrawalsInBulk', channel: 'inApp', to: String(head._id), data: { count: 4, days: 7 } },
    ]);
  });

  it('that somebody else wrote down, and what came of it, is told to the complainant himself', async () => {
    const heard = async (): Promise<string[]> =>
      (await messages()).map(({ template }) => template).filter((one) => one.startsWith('complaintWithdr'));
    const filed = await made(as('worker').create('/my/complaints', FORM));
    const [before, own] = [await heard(), { reason: '已经谈好了' }];
    await askOwnWithdrawal(filed.receiptNumber, own, workerCtx('worker'));
    assert.deepEqual(await heard(), before, 'his own wish he knows');
    const complaint = await registered(clerk, { phone: OTHER_PHONE });
    const asked = await moved(move(clerk, complaint, 'ask-withdrawal', { reason: '来电要撤' }));
    clock.set(new Date('2026-12-01T02:00:00Z'));
    await moved(move(clerk, asked, 'confirm-withdrawal', confirmed));
    assert.deepEqual((await messages()).filter(({ to }) => to === OTHER_PHONE).slice(-2), [
      ...['complaintWithdrawalNoted', 'complaintWithdrawn'].map((template) => ({
        ...{ template, channel: 'sms', to: OTHER_PHONE },
        data: { receiptNumber: complaint.receiptNumber },
      })),
    ]);
  });

  it('of somebody without a phone, once confirmed, is told to the heads, so that not the desk alone knows', async () => {
    const complaint = await registered(clerk, { phone: undefined });
    const asked = await moved(move(clerk, complaint, 'ask-withdrawal', { reason: '来人要撤' }));
    const untold = async (): Promise<string[]> =>
      (await messages()).filter(({ template }) => template === 'complainantUntold').map(({ to }) => to);
    assert.deepEqual(await untold(), []);
    clock.set(new Date('2026-12-01T02:00:00Z'));
    await moved(move(clerk, asked, 'confirm-withdrawal', confirmed));
    assert.deepEqual(await untold(), [headId]);
  });

  it('is nobody else’s, and handling is rated only once it is over', async () => {
    const filed = await made(as('worker').create('/my/complaints', FORM));
    const wish = { reason: '撤' };
    await assert.rejects(askOwnWithdrawal(filed.receiptNumber, wish, workerCtx('otherWorker')), {
      code: 'notFound',
    });
    await assert.rejects(rateHandling(filed.receiptNumber, { stars: 5 }, workerCtx('worker')), {
      code: 'conflict',
    });
  });
});
