import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { MyPayLine } from '../../../server/core/contract/my-pay.ts';
import type { LineEvidence } from '../../../server/core/contract/pay-overview.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { PayrollLineView, PayrollView } from '../../../server/core/contract/payroll.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { askWorkers } from '../../../server/features/payroll/index.ts';
import { isAskedForCard } from '../../../server/features/payroll/card-question.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { withoutTexts } from '../../support/without-texts.ts';
import { messages, stored } from '../complaints/complaints-app.ts';
import type { Who } from './payroll-life-app.ts';
import {
  asSystem,
  CARD,
  clock,
  lineNow,
  OTHER_PHONE,
  sheetNow,
  usePayrollLife,
  WORKER_PHONE,
} from './payroll-life-app.ts';

describe('the worker’s own word on his pay', () => {
  const app = usePayrollLife();
  const answer = (line: string, body: object, who: Who = 'worker', key?: string) =>
    app.as(who).create(`/my/pay-lines/${line}/answer`, body, key);
  const leads = (line: string) => stored('complaints', { payLineId: line });
  /** Text messages to a phone about this sheet's project, newest last. */
  const texts = async (phone: string) =>
    (await messages()).filter(({ to, template }) => to === phone && template.startsWith('pay'));
  const linkOf = async (phone: string): Promise<{ token: string; code: string }> => {
    const data = (await texts(phone)).at(-1)?.data as { link: string; code: string };
    return { token: data.link.replace('/p/', ''), code: data.code };
  };

  it('shows each man his own months only, and says that he has not answered', async () => {
    const { own, others } = await app.file();
    const page = (await app.as('worker').get('/my/pay-lines')).body as Page<MyPayLine>;
    assert.deepEqual(
      page.items.map(({ id, answer: said, canAnswer }) => [id, said, canAnswer]),
      [[own, undefined, true]],
    );
    assert.equal((await app.as('worker').get(`/my/pay-lines/${others}`)).status, 404);
    assert.equal((await answer(others, { kind: 'right' })).status, 404);
    assert.equal((await app.as('labour').get('/my/pay-lines')).status, 403);
    assert.equal((await sheetNow((await lineNow(own)).sheetId)).answers.unanswered, 2);
  });

  it('counts “right” and opens nothing; less is less than the sheet says, and only less names an amount', async () => {
    const { own, sheetId } = await app.file();
    for (const wrong of [
      { kind: 'less' },
      { kind: 'less', amountFen: 580_000 },
      { kind: 'nothing', amountFen: 1 },
      { kind: 'maybe' },
    ])
      assert.equal((await answer(own, wrong)).status, 422, JSON.stringify(wrong));
    assert.equal((await answer(own, { kind: 'right' })).status, 200);
    const { answers } = await sheetNow(sheetId);
    assert.deepEqual([answers.right, answers.unanswered], [1, 1]);
    assert.equal((await leads(own)).length, 0);
  });

  it('opens one lead in the queue of the area, with receipt, clock and story, and tells the labour officer', async () => {
    const { own, sheetId } = await app.file();
    const said = (await answer(own, { kind: 'less', amountFen: 300_000, note: '队长说下月补' }))
      .body as MyPayLine;
    const [lead, ...more] = await leads(own);
    assert.equal(more.length, 0);
    assert.equal(said.receiptNumber, lead?.['receiptNumber']);
    const queue = (await app.as('inspector').get('/complaints', { channel: 'PAY_ANSWER' }))
      .body as Page<ComplaintView>;
    assert.ok(queue.items.some(({ id }) => id === String(lead?._id)));
    const view = (await app.as('inspector').get(`/complaints/${String(lead?._id)}`)).body as ComplaintView;
    assert.deepEqual(
      [
        view.complainantName,
        view.employerName,
        view.projectName,
        view.owedFen,
        view.payMonths,
        view.payLineId,
      ],
      ['张大山', '文山乙劳务有限公司', '清河安居工程', 280_000, ['2026-10'], own],
    );
    assert.equal(view.nextDue?.dueOn, '2026-11-27', 'five working days to accept or refuse');
    for (const part of ['出勤 26 天（考勤 2.5 天）', '5,800.00', '3,000.00', '队长说下月补'])
      assert.ok(view.story.includes(part), part);
    const told = (await messages()).filter(({ template }) => template === 'payAnswerDisputed');
    assert.deepEqual(told.map(({ channel }) => channel).sort(), ['inApp', 'mail']);
    const events = JSON.stringify(await Events.find({ subject: `payroll:${sheetId}` }).lean());
    assert.ok(events.includes('"less"') && !events.includes('张大山') && !events.includes('队长'));
  });

  it('opens it once, also when the answer comes four times at the same moment', async () => {
    const { own, sheetId } = await app.file();
    const sent = await Promise.all([1, 2, 3, 4].map(() => answer(own, { kind: 'nothing' })));
    assert.deepEqual([...new Set(sent.map(({ status }) => status))], [200]);
    assert.equal((await leads(own)).length, 1);
    assert.equal((await lineNow(own)).answers.length, 1, 'the same word again is the same answer');
    const { answers } = await sheetNow(sheetId);
    assert.deepEqual([answers.nothing, answers.unanswered], [1, 1]);
  });

  it('keeps every answer: a change is a message to the same lead, until the lead is answered', async () => {
    const { own, sheetId } = await app.file();
    await answer(own, { kind: 'notMe' });
    await answer(own, { kind: 'less', amountFen: 100_000 });
    const now = (await answer(own, { kind: 'right' })).body as MyPayLine;
    assert.deepEqual(
      now.answers.map(({ kind }) => kind),
      ['notMe', 'less', 'right'],
    );
    const [lead, ...more] = await leads(own);
    assert.equal(more.length, 0);
    assert.equal((await stored('complaintMessages', { complaintId: String(lead?._id) })).length, 2);
    assert.equal(lead?.['unread'], true);
    const { answers } = await sheetNow(sheetId);
    assert.deepEqual([answers.right, answers.less, answers.notMe, answers.unanswered], [1, 0, 0, 1]);
    const complaints = mongoose.connection.collection('complaints');
    await complaints.updateOne({ _id: lead?._id }, { $set: { state: 'answered', open: false } });
    assert.equal((await answer(own, { kind: 'nothing' })).status, 409);
  });

  it('takes no answer to a sheet another one replaced, nor once the month can no longer be claimed', async () => {
    const { own } = await app.file();
    clock.set(new Date('2028-11-30T04:00:00Z'));
    assert.equal((await answer(own, { kind: 'right' })).status, 200);
    clock.set(new Date('2028-12-01T04:00:00Z'));
    assert.equal((await answer(own, { kind: 'nothing' })).status, 409);
    clock.set(new Date('2026-11-20T02:00:00Z'));
    await PayrollLines.updateOne({ _id: own }, { $set: { standing: false } });
    assert.equal((await answer(own, { kind: 'nothing' })).status, 404);
  });

  it('is asked for by one text message per line, with a link that needs no sign-in', async () => {
    const { own } = await app.file();
    const before = (await texts(WORKER_PHONE)).length;
    await askWorkers(asSystem());
    await askWorkers(asSystem());
    assert.equal((await texts(OTHER_PHONE)).length, (await texts(WORKER_PHONE)).length);
    assert.ok((await texts(WORKER_PHONE)).length > before);
    const { token, code } = await linkOf(WORKER_PHONE);
    const at = `/public/pay-links/${token}`;
    const nobody = app.as('nobody');
    assert.deepEqual((await nobody.get(at)).body, { needsCode: true });
    assert.deepEqual((await nobody.get('/public/pay-links/abcdefghijklmnopqrstuv')).body, {
      needsCode: true,
    });
    const opened = (await nobody.create(`${at}/open`, { code })).body as MyPayLine;
    assert.equal(opened.id, own);
    const said = (await nobody.create(`${at}/answer`, { code, kind: 'nothing' })).body as MyPayLine;
    assert.equal(said.answer?.kind, 'nothing');
    assert.equal((await leads(own)).length, 1);
    const kept = JSON.stringify(await stored('payLinks'));
    assert.ok(
      !kept.includes(token) && !kept.includes(`"${code}"`),
      'neither link nor code lies in the store',
    );
  });

  it('closes a link after five wrong codes, and refuses links that never were in the same words', async () => {
    await app.file();
    await askWorkers(asSystem());
    const { token, code } = await linkOf(WORKER_PHONE);
    const wrong = code === '0000' ? '1111' : '0000';
    const open = (of: string, with_: string) =>
      app.as('nobody').create(`/public/pay-links/${of}/open`, { code: with_ });
    for (let tries = 0; tries < 5; tries += 1) assert.equal((await open(token, wrong)).status, 401);
    const closed = await open(token, code);
    const never = await open('abcdefghijklmnopqrstuv', code);
    assert.deepEqual([closed.status, never.status], [401, 401]);
    assert.equal((closed.body as { code: string }).code, (never.body as { code: string }).code);
  });

  it('shows what it rests on to office, general contractor and own employer, and to nobody else', async () => {
    const { own } = await app.file();
    await answer(own, { kind: 'nothing' });
    const see = (who: Who) => app.as(who).get(`/payroll/lines/${own}/evidence`);
    for (const who of ['clerk', 'inspector', 'labour', 'gcAdmin', 'sub'] as const)
      assert.equal((await see(who)).status, 200, who);
    for (const who of ['otherSub', 'owner', 'otherInspector'] as const)
      assert.equal((await see(who)).status, 404, who);
    for (const who of ['leader', 'bank', 'worker'] as const) assert.equal((await see(who)).status, 403, who);
    const evidence = (await see('inspector')).body as LineEvidence;
    assert.deepEqual(
      evidence.attendance.map(({ day, hundredths }) => [day, hundredths]),
      [
        ['2026-10-01', 100],
        ['2026-10-02', 100],
        ['2026-10-03', 50],
      ],
    );
    assert.deepEqual(
      evidence.answers.map(({ kind }) => kind),
      ['nothing'],
    );
    assert.ok(!JSON.stringify(evidence).includes(CARD));
  });

  /** Whose card is gone: the company that may be keeping it is not told who said so, nor how many. */
  async function theOfficeAloneIsTold(sheetId: string, own: string): Promise<void> {
    const linesOf = (who: Who, query = {}) => app.as(who).get(`/payroll/sheets/${sheetId}/lines`, query);
    const without = async (query: object): Promise<string[]> =>
      ((await linesOf('inspector', query)).body as Page<PayrollLineView>).items.map(({ id }) => id);
    assert.deepEqual(await without({ card: 'notInHand' }), [own]);
    assert.deepEqual(await without({ card: 'unanswered' }), []);
    for (const who of ['labour', 'sub'] as const) {
      assert.equal((await linesOf(who, { card: 'notInHand' })).status, 403, who);
      const seen = [await linesOf(who), await app.as(who).get(`/payroll/lines/${own}/evidence`)];
      for (const { status, text } of [...seen, await app.as(who).get(`/payroll/sheets/${sheetId}`)])
        assert.deepEqual([status, /"cards?":/u.test(text)], [200, false], who);
    }
    const { cards } = (await app.as('inspector').get(`/payroll/sheets/${sheetId}`)).body as PayrollView;
    assert.deepEqual(cards, { asked: 2, yes: 1, no: 1 });
  }

  it('asks a share of payees for the card, the same ones every time, and nobody where no share is set', async () => {
    const first = await app.file();
    await askWorkers(asSystem());
    assert.equal((await lineNow(first.own)).cardQuestion, undefined);
    const none = await app.as('worker').create(`/my/pay-lines/${first.own}/card`, { inHand: true });
    assert.equal(none.status, 404);
    const source = '州人社局 2026 年 3 号';
    const share = { areaCode: '532601', from: plainDate('2026-01-01'), value: 10_000, source };
    await setParameter('cardInHandShare', share, asSystem());
    const { own, others, sheetId } = await app.file();
    await askWorkers(asSystem());
    const asked = (await app.as('worker').create(`/my/pay-lines/${own}/card`, { inHand: false }))
      .body as MyPayLine;
    assert.deepEqual(asked.cardQuestion, { answered: false });
    const { token, code } = await linkOf(OTHER_PHONE);
    const byLink = (with_: string, body: object = { inHand: true }) =>
      app.as('nobody').create(`/public/pay-links/${token}/card`, { code: with_, ...body });
    assert.equal((await byLink(code, { inHand: 'yes' })).status, 422);
    const wrong = code === '0000' ? '1111' : '0000';
    assert.equal((await byLink(wrong)).status, 401);
    const said = (await byLink(code)).body as MyPayLine;
    assert.deepEqual([said.id, said.cardQuestion], [others, { answered: true }]);
    assert.deepEqual((await sheetNow(sheetId)).cardQuestions, { asked: 2, yes: 1, no: 1 });
    await theOfficeAloneIsTold(sheetId, own);
    for (let tries = 0; tries < 5; tries += 1) await byLink(wrong);
    assert.equal((await byLink(code)).status, 401, 'five wrong codes close it here as at the other doors');
    const people = Array.from({ length: 4000 }, (_, at) => ({
      workerId: String(at),
      projectId: 'p',
      payMonth: '2026-10',
    }));
    const drawn = people.filter((one) => isAskedForCard(one, 2500)).length;
    assert.ok(Math.abs(drawn - 1000) < 120, `${drawn} of 4000`);
    const again = people.filter((one) => isAskedForCard(one, 2500)).length;
    assert.equal(again, drawn);
  });

  it('is asked of nobody where no texts are sent: no link, no message, no card, and no answer for him, ever', async () => {
    const { own, sheetId } = await app.file();
    await askWorkers(asSystem());
    const later = await app.file();
    const before = [await stored('payLinks'), await texts(WORKER_PHONE), await texts(OTHER_PHONE)];
    await withoutTexts(async () => {
      assert.deepEqual(await askWorkers(asSystem()), { asked: 0, unreachable: 2 });
      assert.deepEqual(await askWorkers(asSystem()), { asked: 0, unreachable: 0 });
    });
    assert.deepEqual([await stored('payLinks'), await texts(WORKER_PHONE), await texts(OTHER_PHONE)], before);
    assert.notEqual((await lineNow(own)).cardQuestion, undefined);
    assert.equal((await lineNow(later.own)).cardQuestion, undefined);
    clock.set(new Date('2028-11-30T04:00:00Z'));
    assert.equal((await sheetNow(later.sheetId)).answers.unanswered, 2);
    assert.deepEqual([await leads(later.own), (await sheetNow(later.sheetId)).answers.right], [[], 0]);
    assert.equal((await answer(later.own, { kind: 'nothing' })).status, 200, 'two years later he still may');
    clock.set(new Date('2026-11-20T02:00:00Z'));
    assert.notEqual(later.sheetId, sheetId);
  });

  it('says where the own identity stands on record, and lists own work with its days', async () => {
    const { own } = await app.file();
    await answer(own, { kind: 'notMe' });
    const uses = (await app.as('worker').get('/my/identity-uses')).body as { kind: string; where: string }[];
    assert.deepEqual([...new Set(uses.map(({ kind }) => kind))].sort(), ['complaint', 'payroll', 'roster']);
    const enrolments = (await app.as('worker').get('/my/enrolments')).body as {
      id: string;
      months: { month: string; daysHundredths: number }[];
    }[];
    assert.deepEqual(enrolments[0]?.months, [{ month: '2026-10', daysHundredths: 250 }]);
    const asked = { enrolmentId: enrolments[0]?.id ?? '', month: '2026-10' };
    assert.equal(((await app.as('worker').get('/my/attendance', asked)).body as unknown[]).length, 3);
    assert.equal((await app.as('otherWorker').get('/my/attendance', asked)).status, 404);
  });
});
