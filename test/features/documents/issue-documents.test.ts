import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { packParts } from '../../../server/features/evidence/packs/pack-parts.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type {
  DocumentCheck,
  DocumentKindView,
  DocumentView,
} from '../../../server/core/contract/documents.ts';
import { asSystem, idOf, onDay, ok, problemOf, refusal, stored, told } from '../cases/cases-app.ts';
import type { Visitor } from '../cases/cases-app.ts';
import {
  act,
  approvedOrder,
  caseWithSheet,
  draft,
  issuedOrder,
  ORDER_FIELDS,
  setOfficeWords,
  useDocumentsApp,
} from './documents-app.ts';

const bytesOf = async (visitor: Visitor, path: string): Promise<Buffer> => {
  const sent = visitor
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  const answer = await sent;
  assert.equal(answer.status, 200);
  return answer.body as Buffer;
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('papers of a case, from draft to check', () => {
  const { as } = useDocumentsApp();
  let view: CaseView;

  before(async () => {
    onDay('2026-03-02');
    await setOfficeWords();
    view = await caseWithSheet(as);
  });
  beforeEach(() => onDay('2026-03-02'));

  it('says of each paper of a case what its record lacks', async () => {
    const kinds = await ok<DocumentKindView[]>(as('inspector').get('/documents/kinds', { caseId: view.id }));
    const order = kinds.find(({ kind }) => kind === 'rectificationOrder');
    assert.deepEqual(
      order?.missing.map(({ name }) => name),
      ['违反规定', '改正期限'],
    );
    assert.equal(order?.citation?.zh.includes('第二十六条'), true);
  });

  it('does not issue while something is missing, and names it', async () => {
    const begun = await draft(as, 'inquiryNotice', { caseId: view.id });
    const said = await problemOf(act(as('inspector'), begun, 'issue'));
    assert.equal(said.status, 409);
    assert.match(said.messages.zh, /询问日期、询问时间/u);
  });

  it('fills the facts of an order from the sheet, in figures and capitals', async () => {
    const begun = await draft(as, 'rectificationOrder', { caseId: view.id });
    const value = (name: string) => begun.fields.find((one) => one.name === name)?.value;
    assert.equal(value('欠薪金额'), '16345.68');
    assert.equal(value('金额大写'), '壹万陆仟叁佰肆拾伍元陆角捌分');
    assert.equal(value('欠薪期间'), '2025年12月至2026年1月');
    assert.deepEqual(begun.tables[0]?.rows[2], ['3', '王五', '2026年1月', '2345.67']);
  });

  it('is approved by the head alone, and not by whoever drafted it', async () => {
    const begun = await draft(as, 'closureApproval', { caseId: view.id }, 'both');
    const asked = await ok<DocumentView>(act(as('both'), begun, 'submit'));
    assert.equal(asked.state, 'submitted');
    assert.equal(asked.actions.includes('approve'), false);
    assert.equal(await refusal(act(as('inspector'), asked, 'approve')), '403 forbidden');
    assert.match(await refusal(act(as('both'), asked, 'approve')), /ownRequest/u);
    const approved = await ok<DocumentView>(act(as('head'), asked, 'approve'));
    assert.equal(approved.state, 'approved');
    const heard = await told('documentSubmitted', 'documentApproved');
    assert.deepEqual(
      heard.map(({ template, to }) => [template, to]),
      [
        ['documentSubmitted', idOf('head')],
        ['documentApproved', idOf('both')],
      ],
    );
  });

  it('does not issue an order the head has not approved', async () => {
    const begun = await draft(as, 'rectificationOrder', { caseId: view.id });
    assert.equal(await refusal(act(as('inspector'), begun, 'issue')), '409 conflict');
  });

  it('freezes what was issued: the same bytes whatever happens to the case', async () => {
    const order = await issuedOrder(as, view.id);
    assert.match(order.documentNumber ?? '', /^文山劳监责字〔2026〕第 \d+ 号$/u);
    const first = await bytesOf(as('inspector'), `/documents/${order.id}/pdf`);
    const packed = await packParts(view.id, asSystem());
    assert.ok(
      packed.some(({ title }) => title === `限期改正指令书（${order.documentNumber}）`),
      'and it goes into the packs of its case',
    );
    const path = `/cases/${view.id}`;
    const seen = await ok<CaseView>(as('inspector').get(path));
    const edit = { title: '改过的案由', respondent: { name: '另一家公司' } };
    await ok(as('inspector').post(`${path}/edit`, edit, { 'if-match': `"v${seen.version}"` }));
    const second = await bytesOf(as('inspector'), `/documents/${order.id}/pdf`);
    assert.equal(sha256(first), order.pdfSha256);
    assert.deepEqual(first, second);
    assert.equal(sha256(await bytesOf(as('inspector'), `/documents/${order.id}/docx`)), order.docxSha256);
    const again = await ok<CaseView>(as('inspector').get(path));
    const back = { title: seen.title, respondent: seen.parties.respondent };
    await ok(as('inspector').post(`${path}/edit`, back, { 'if-match': `"v${again.version}"` }));
  });

  it('gives papers issued at the same moment numbers without a gap', async () => {
    const drafts = [];
    for (let count = 0; count < 4; count++) drafts.push(await approvedOrder(as, view.id));
    const before = await stored('documentCounters', { _id: '532601:rectificationOrder:2026' });
    const last = Number(before[0]?.['last'] ?? 0);
    const issued = await Promise.all(
      drafts.map((one) => ok<DocumentView>(act(as('inspector'), one, 'issue'))),
    );
    const serials = issued.map(({ documentNumber }) =>
      Number(/第 (\d+) 号/u.exec(documentNumber ?? '')?.[1]),
    );
    assert.deepEqual(
      serials.sort((a, b) => a - b),
      [1, 2, 3, 4].map((step) => last + step),
    );
  });

  it('issues one paper once when two people do it at the same moment', async () => {
    const order = await approvedOrder(as, view.id);
    const both = await Promise.all([act(as('inspector'), order, 'issue'), act(as('head'), order, 'issue')]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
    const papers = await stored('legalDocuments', { kind: 'rectificationOrder', state: 'issued' });
    const numbers = papers.map((one) => Number(one['serial'])).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at + 1),
    );
  });

  it('keeps what was typed and printed sealed', async () => {
    const text = JSON.stringify(await stored('legalDocuments'));
    assert.equal(text.includes('王五'), false);
    assert.equal(text.includes(ORDER_FIELDS.违反规定), false);
  });

  it('tells anybody who has the code whether the paper is in force, with the addressee masked', async () => {
    const order = await issuedOrder(as, view.id);
    const code = /\/d\/(\w{10})$/u.exec(order.checkUrl ?? '')?.[1] ?? '';
    const check = () => ok<DocumentCheck>(as('nobody').get(`/public/documents/${code}`));
    const valid = await check();
    assert.equal(valid.state, 'valid');
    assert.equal(valid.documentNumber, order.documentNumber);
    assert.equal(valid.pdfSha256, order.pdfSha256);
    assert.match(valid.addresseeMasked, /^文山\*{4}/u);
    assert.equal(await refusal(act(as('inspector'), order, 'void', { reason: '金额有误' })), '403 forbidden');
    await ok(act(as('head'), order, 'void', { reason: '金额有误' }));
    assert.deepEqual(
      { ...(await check()), voidedOn: undefined, state: '' },
      { ...valid, voidedOn: undefined, state: '' },
    );
    assert.equal((await check()).voidedOn, '2026-03-02');
    assert.equal((await check()).state, 'voided');
    assert.equal(await refusal(as('nobody').get('/public/documents/ABCDE23456')), '404 notFound');
  });

  it('is unseen by another office, and read by a leader in the list alone', async () => {
    const order = await issuedOrder(as, view.id);
    assert.equal(await refusal(as('otherInspector').get(`/documents/${order.id}`)), '404 notFound');
    assert.equal(await refusal(as('otherHead').get(`/documents/${order.id}/pdf`)), '404 notFound');
    assert.equal(await refusal(as('leader').get(`/documents/${order.id}`)), '403 forbidden');
    const list = await ok<{ items: { id: string }[] }>(as('leader').get('/documents', { caseId: view.id }));
    assert.equal(
      list.items.some(({ id }) => id === order.id),
      true,
    );
    const other = await ok<{ total: number }>(as('otherInspector').get('/documents', { caseId: view.id }));
    assert.equal(other.total, 0);
  });

  it('finds a paper by its number, its addressee and its case', async () => {
    const order = await issuedOrder(as, view.id);
    for (const q of [order.documentNumber ?? '', view.caseNumber, '文山建工']) {
      const found = await ok<{ items: { id: string }[] }>(as('clerk').get('/documents', { q }));
      assert.equal(
        found.items.some(({ id }) => id === order.id),
        true,
        q,
      );
    }
  });

  it('refuses a day that is none, a field of another paper, and words of law typed over', async () => {
    const begun = await draft(as, 'rectificationOrder', { caseId: view.id });
    const typed = (fields: object) => refusal(act(as('inspector'), begun, 'edit', { fields }));
    assert.equal(await typed({ 改正期限: '三月二十日' }), '422 invalidInput fields.改正期限');
    assert.equal(await typed({ 罚款金额: '100' }), '422 invalidInput fields.罚款金额');
    assert.equal(await typed({ 法律依据: '本局规定' }), '422 invalidInput fields.法律依据');
    assert.match(await typed({ 不认识: '1' }), /^422 invalidInput/u);
  });

  it('drafts with a second identical request only once', async () => {
    const first = await ok<DocumentView>(
      as('inspector').create('/documents', { kind: 'archiveIndex', caseId: view.id }, 'same-key-0001'),
    );
    const again = await ok<DocumentView>(
      as('inspector').create('/documents', { kind: 'archiveIndex', caseId: view.id }, 'same-key-0001'),
    );
    assert.equal(first.id, again.id);
  });
});
