import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { DocumentView } from '../../../server/core/contract/documents.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { addLocalHoliday } from '../../../server/features/calendar/change-local-holidays.ts';
import { countServedPapers, recountDocuments } from '../../../server/features/documents/index.ts';
import { asSystem, fileOf, onDay, ok, refusal } from '../cases/cases-app.ts';
import { act, caseWithSheet, draft, issuedOrder, setOfficeWords, useDocumentsApp } from './documents-app.ts';

const service = (over: object = {}): object => ({
  ...{ mode: 'DIRECT', addressee: '文山建工集团有限公司', handedOverOn: '2026-03-03' },
  ...{ servedBy: ['李明清', '王队员'], receivedBy: '刘收发', fileIds: [], ...over },
});

describe('service of papers', () => {
  const { as } = useDocumentsApp();
  let view: CaseView;
  let order: DocumentView;

  before(async () => {
    onDay('2026-03-02');
    await setOfficeWords();
    view = await caseWithSheet(as);
    order = await issuedOrder(as, view.id);
  });
  beforeEach(() => onDay('2026-03-03'));

  it('is due seven working days after the paper was issued', () => {
    assert.equal(order.nextDue?.dueOn, '2026-03-11');
    assert.equal(order.nextDue?.period, 'service');
  });

  it('has to show the proof of its mode', async () => {
    const serve = (over: object) => refusal(act(as('inspector'), order, 'serve', service(over)));
    assert.equal(await serve({ receivedBy: undefined }), '422 invalidInput receivedBy');
    assert.equal(await serve({ mode: 'LEFT' }), '422 invalidInput witness');
    assert.equal(await serve({ mode: 'ELECTRONIC' }), '422 invalidInput fileIds');
    assert.equal(await serve({ mode: 'PUBLIC_NOTICE' }), '422 invalidInput note');
    assert.equal(await serve({ handedOverOn: '2026-03-01' }), '422 invalidInput handedOverOn');
    assert.equal(await serve({ handedOverOn: '2026-03-04' }), '422 invalidInput handedOverOn');
    assert.equal(await serve({ fileIds: ['0'.repeat(24)] }), '422 invalidInput fileIds.0');
  });

  it('is not an order’s before its days: a public notice that ends after the day the order names is refused', async () => {
    const posted = await ok<DocumentView>(
      act(as('inspector'), order, 'serve', service({ mode: 'PUBLIC_NOTICE', note: '本局公告栏' })),
    );
    assert.equal(posted.servedOn, '2026-04-02');
    const before = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.equal(before.orders.length, 0);
    onDay('2026-04-01');
    assert.deepEqual(await countServedPapers(asSystem()), { ordered: 0, passedOver: 0 });
    onDay('2026-04-02');
    assert.deepEqual(await countServedPapers(asSystem()), { ordered: 0, passedOver: 1 });
    assert.deepEqual(await countServedPapers(asSystem()), { ordered: 0, passedOver: 0 });
  });

  it('by post counts on the day it was received, and orders the case in the same step', async () => {
    onDay('2026-03-03');
    const second = await issuedOrder(as, view.id);
    const slip = await fileOf('inspector');
    const sent = await ok<DocumentView>(
      act(as('inspector'), second, 'serve', service({ mode: 'MAIL', fileIds: [slip] })),
    );
    assert.equal(sent.servedOn, undefined);
    assert.equal(sent.nextDue?.dueOn, '2026-03-12');
    onDay('2026-03-05');
    const serviceId = sent.services[0]?.id ?? '';
    const came = { serviceId, outcome: 'received', on: '2026-03-05', fileIds: [] };
    const received = await ok<DocumentView>(
      act(as('inspector'), sent, 'confirmService'.replace('S', '-s'), came),
    );
    assert.equal(received.servedOn, '2026-03-05');
    assert.equal(received.nextDue, undefined);
    const after = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.equal(after.state, 'ordered');
    assert.deepEqual(
      after.orders.map(({ servedOn, rectifyBy, mode }) => [servedOn, rectifyBy, mode]),
      [['2026-03-05', '2026-03-20', 'MAIL']],
    );
    assert.equal(await refusal(act(as('inspector'), received, 'confirm-service', came)), '409 conflict');
  });

  it('by post that was refused is no service', async () => {
    const paper = await draft(as, 'inquiryNotice', { caseId: view.id });
    const fields = { 询问日期: '2026-03-10', 询问时间: '上午九时' };
    const filled = await ok<DocumentView>(act(as('inspector'), paper, 'edit', { fields }));
    const issued = await ok<DocumentView>(act(as('inspector'), filled, 'issue'));
    const sent = await ok<DocumentView>(act(as('clerk'), issued, 'serve', service({ mode: 'MAIL' })));
    const serviceId = sent.services[0]?.id ?? '';
    const came = { serviceId, outcome: 'refused', on: '2026-03-03', fileIds: [] };
    const refused = await ok<DocumentView>(act(as('clerk'), sent, 'confirm-service', came));
    assert.equal(refused.servedOn, undefined);
    assert.equal(refused.deadlines[0]?.metOn, undefined);
  });

  it('fills the receipt of what it served', async () => {
    const list = await ok<{ items: DocumentView[] }>(
      as('inspector').get('/documents', { caseId: view.id, kind: 'rectificationOrder' }),
    );
    const served = list.items.find(({ servedOn }) => servedOn === '2026-03-05');
    const receipt = await draft(as, 'serviceReceipt', { documentId: served?.id });
    const value = (name: string) => receipt.fields.find((one) => one.name === name)?.value;
    assert.equal(value('送达文书文号'), served?.documentNumber);
    assert.equal(value('送达方式'), '邮寄送达');
    assert.equal(value('送达日期'), '2026年3月5日', 'the day it arrived, not the day it was posted');
    assert.equal(value('送达人'), '李明清、王队员');
  });

  it('is due a working day later when a day of its time becomes a holiday, and says so', async () => {
    onDay('2026-03-02');
    const paper = await issuedOrder(as, view.id);
    assert.equal(paper.nextDue?.dueOn, '2026-03-11');
    const holiday = { areaCode: '5326', day: plainDate('2026-03-05'), name: '州庆', source: '州政府通知' };
    await addLocalHoliday(holiday, asSystem());
    const { signal } = new AbortController();
    const { moved } = await recountDocuments(asSystem(), signal);
    assert.ok(moved > 0);
    assert.deepEqual(await recountDocuments(asSystem(), signal), { moved: 0, finished: true });
    const now = await ok<DocumentView>(as('inspector').get(`/documents/${paper.id}`));
    assert.equal(now.nextDue?.dueOn, '2026-03-12');
    assert.equal(now.history.at(-1)?.action, 'recount');
  });
});
