import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { DocumentView } from '../../../server/core/contract/documents.ts';
import type { EvidenceRow, EvidenceView } from '../../../server/core/contract/evidence.ts';
import type { DemandStanding, MatterRow, MatterView } from '../../../server/core/contract/matters.ts';
import { RESPONDENT_PERMISSIONS } from '../../../server/features/respondent/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { tellMerged } from '../../../server/platform/merge-listeners.ts';
import { after, asSystem, idOf, move, ok, onDay, refusal, told } from '../cases/cases-app.ts';
import { newestOf, opens, steps } from '../cases/proceedings-app.ts';
import {
  demandOf,
  freshPdf,
  matterOf,
  OURS,
  RIVAL,
  RIVAL_NAME,
  SECRETS,
  uploaded,
  useRespondentApp,
  watchedCase,
} from './respondent-scene.ts';

describe('what a company sees of a case and sends to it', function () {
  this.timeout(60_000);
  const { as } = useRespondentApp();
  beforeEach(() => onDay('2026-03-02'));

  const demanded = async (over: object = {}): Promise<CaseView> =>
    ok(opens(as('inspector'), await watchedCase(as), 'proofDemand', demandOf(over)));
  const rows = async (who: 'company' | 'rival'): Promise<MatterRow[]> =>
    (await ok<{ items: MatterRow[] }>(as(who).get('/company/matters'))).items;
  const standingOf = async ({ id }: CaseView): Promise<DemandStanding[]> =>
    (await ok<{ items: DemandStanding[] }>(as('inspector').get(`/cases/${id}/proofs`))).items;
  const send = (one: CaseView, body: object, who: 'company' | 'rival' = 'company', key?: string) =>
    as(who).create(
      `/company/matters/${one.id}/proofs`,
      { demandId: newestOf(one).id, document: 'wageLedger', fileIds: [], ...body },
      key,
    );

  it('is for its own people alone; what came is for the office', () => {
    assert.deepEqual(RESPONDENT_PERMISSIONS, {
      'matters.list': ['contractor'],
      'matters.answer': ['contractor'],
      'proofs.read': ['clerk', 'inspector', 'bureauHead'],
    });
  });

  it('a demand with its clock, and nothing else: no complainant, no reporter, no title, no step that was not served', async () => {
    const one = await demanded();
    const row = (await rows('company')).find(({ id }) => id === one.id);
    assert.deepEqual(
      [row?.caseNumber, row?.standing, row?.servedOn, row?.tasks.map(({ task, dueOn }) => [task, dueOn])],
      [one.caseNumber, 'waiting', '2026-03-02', [['proofDemand', '2026-03-10']]],
    );
    const view = await matterOf(one, as);
    assert.deepEqual([view.papers, view.orders, view.arrears], [[], [], undefined]);
    const [demand] = view.demands;
    assert.deepEqual(
      [demand?.documents.map(({ document }) => document), demand?.scope, demand?.canSend],
      [['labourContract', 'wageLedger'], '2025年12月', true],
    );
    assert.deepEqual([demand?.clock.dueOn, demand?.clock.timeLeft?.state], ['2026-03-10', 'left']);
    assert.match(demand?.clock.citation?.zh ?? '', /第五十条/u);

    const exported = await as('company').get('/company/matters/export', { format: 'csv' });
    assert.match(exported.text, new RegExp(one.caseNumber.slice(-4), 'u'));
    const all = [await rows('company'), view, exported.text].map((part) => JSON.stringify(part)).join();
    for (const secret of Object.values(SECRETS)) assert.ok(!all.includes(secret), secret);
    for (const { receiptNumber } of one.complaints) assert.ok(!all.includes(receiptNumber));
    assert.ok(
      !all.includes('李明清') && !all.includes(RIVAL_NAME),
      'nor who works on it, nor the other party',
    );

    assert.ok(!(await rows('rival')).some(({ id }) => id === one.id));
    assert.equal(await refusal(as('rival').get(`/company/matters/${one.id}`)), '404 notFound');
    assert.equal(await refusal(as('inspector').get('/company/matters')), '403 forbidden');
    const found = await ok<{ items: MatterRow[] }>(
      as('company').get('/company/matters', {
        ...{ q: one.caseNumber.replaceAll(' ', ''), standing: 'waiting', sort: '-servedOn' },
      }),
    );
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [one.id],
    );
  });

  it('is told when it is served, its people alone; by public notice not before the notice has run', async () => {
    const one = await demanded();
    const now = (await told('proofDemandServed')).filter(({ data }) =>
      JSON.stringify(data).includes(one.caseNumber),
    );
    assert.deepEqual(
      [...new Set(now.map(({ to }) => to))].sort(),
      [idOf('company'), idOf('colleague')].sort(),
    );
    const posted = { addressee: 'firstPayer', serviceMode: 'PUBLIC_NOTICE', produceBy: '2026-04-10' };
    const two = await ok<CaseView>(opens(as('inspector'), one, 'proofDemand', demandOf(posted)));
    onDay('2026-03-31');
    assert.equal(await refusal(as('rival').get(`/company/matters/${two.id}`)), '404 notFound');
    onDay('2026-04-01');
    assert.equal((await matterOf(two, as, 'rival')).demands.length, 1);
    assert.equal((await matterOf(two, as)).demands.length, 1, 'not that of the other');
  });

  it('a paper once it is served on it, as it was issued; an unserved one and another’s are not there', async () => {
    const one = await watchedCase(as);
    const at = ({ version }: DocumentView) => ({ 'if-match': `"v${version}"` });
    const step = (paper: DocumentView, door: string, body: object): Promise<DocumentView> =>
      ok(as('inspector').post(`/documents/${paper.id}/${door}`, body, at(paper)));
    const pdf = (who: 'company' | 'rival', { id }: DocumentView) =>
      as(who).get(`/company/matters/${one.id}/papers/${id}/pdf`);

    const drafted = await ok<DocumentView>(
      as('inspector').create('/documents', { kind: 'inquiryNotice', caseId: one.id }),
    );
    const fields = { 询问日期: '2026-03-05', 询问时间: '上午', 询问地点: '本局', 联系电话: '2120000' };
    // The second company pays first, yet the notice goes to whom it names.
    const paper = await step(
      await step(drafted, 'edit', { fields: { ...fields, 当事人: RIVAL_NAME } }),
      'issue',
      {},
    );
    assert.equal(await refusal(as('rival').get(`/company/matters/${one.id}`)), '404 notFound');
    assert.equal(await refusal(pdf('rival', paper)), '404 notFound');
    const served = await step(paper, 'serve', {
      ...{ mode: 'DIRECT', addressee: paper.addresseeName, handedOverOn: '2026-03-02' },
      ...{ servedBy: ['李明清'], receivedBy: '前台', fileIds: [] },
    });
    const { papers } = await matterOf(one, as, 'rival');
    assert.deepEqual(
      papers.map(({ id, servedOn, mode, documentNumber }) => [id, servedOn, mode, documentNumber]),
      [[paper.id, '2026-03-02', 'DIRECT', served.documentNumber]],
    );
    const bytes = await pdf('rival', paper);
    assert.equal((bytes.body as Buffer).subarray(0, 5).toString(), '%PDF-');
    await ok(
      opens(as('inspector'), await ok(as('inspector').get(`/cases/${one.id}`)), 'proofDemand', demandOf()),
    );
    assert.deepEqual((await matterOf(one, as)).papers, [], 'the respondent has another matter of the case');
    assert.equal(await refusal(pdf('company', paper)), '404 notFound');
    assert.deepEqual(
      (await told('paperServed')).map(({ to }) => to),
      [idOf('rival')],
    );
    await step(served, 'void', { reason: '写错' });
    assert.deepEqual(
      (await matterOf(one, as, 'rival')).papers.map(({ isVoided }) => isVoided),
      [true],
    );
    assert.equal(await refusal(pdf('rival', paper)), '404 notFound');
  });

  it('an order stays with the company it was served on when the parties change', async () => {
    const order = {
      servedOn: '2026-03-02',
      rectifyBy: '2026-03-09',
      mode: 'DIRECT',
      demands: '付清',
      fileIds: [],
    };
    const one = await after(as, await watchedCase(as, { firstPayer: undefined }), ['order', order]);
    const respondent = { companyId: RIVAL, name: RIVAL_NAME };
    await ok(move(as('inspector'), one, 'edit', { title: one.title, respondent }));
    const view = await matterOf(one, as);
    assert.deepEqual(
      view.orders.map(({ rectifyBy, demands, clock }) => [rectifyBy, demands, clock.dueOn]),
      [['2026-03-09', '付清', '2026-03-09']],
    );
    assert.equal(view.standing, 'waiting');
    assert.equal(await refusal(as('rival').get(`/company/matters/${one.id}`)), '404 notFound');
    onDay('2026-03-10');
    assert.equal((await matterOf(one, as)).standing, 'overdue');
  });

  it('what it sends is evidence at once, from its hand, once however often it is sent; late is marked late', async () => {
    const one = await demanded();
    const bytes = freshPdf();
    const fileId = await uploaded('company', bytes);
    const sent = await ok<MatterView>(send(one, { fileIds: [fileId] }, 'company', 'key-of-one-sending'));
    assert.deepEqual(await ok(send(one, { fileIds: [fileId] }, 'company', 'key-of-one-sending')), sent);
    const ledger = sent.demands[0]?.documents.find(({ document }) => document === 'wageLedger');
    assert.deepEqual(
      ledger?.sent.map(({ sentOn, isLate, sentBy, files }) => [sentOn, isLate, sentBy, files.length]),
      [['2026-03-02', false, '甲经理', 1]],
    );
    const evidence = async (): Promise<EvidenceRow[]> =>
      (await ok<{ items: EvidenceRow[] }>(as('inspector').get(`/cases/${one.id}/evidence`))).items;
    const [piece] = await evidence();
    assert.deepEqual(
      [piece?.side, piece?.obtainedBy, piece?.sha256, (await evidence()).length],
      ['respondent', '甲经理', ledger?.sent[0]?.files[0]?.sha256, 1],
    );
    const { custody } = await ok<EvidenceView>(as('inspector').get(`/evidence/${piece?.id ?? ''}`));
    assert.deepEqual(
      custody.map(({ action, by }) => [action, by]),
      [['came', '甲经理']],
    );
    assert.equal((await as('inspector').get(`/files/${fileId}`)).status, 200);
    assert.equal((await as('colleague').get(`/files/${fileId}`)).status, 200);
    assert.equal((await as('rival').get(`/files/${fileId}`)).status, 404);
    assert.deepEqual(
      (await standingOf(one))[0]?.documents.map(({ document, isMissing }) => [document, isMissing]),
      [
        ['labourContract', true],
        ['wageLedger', false],
      ],
    );

    onDay('2026-03-11');
    const again = { document: 'labourContract', fileIds: [await uploaded('colleague', bytes)] };
    await ok(
      as('colleague').create(`/company/matters/${one.id}/proofs`, { demandId: newestOf(one).id, ...again }),
    );
    assert.equal((await evidence()).length, 1, 'the same bytes stay one piece');
    await ok(send(one, { noneBecause: '工人自己记的工，单位没有台账' }));
    const late = (await standingOf(one))[0]?.documents.flatMap((each) => each.sent);
    assert.deepEqual(
      late?.map(({ isLate, noneBecause }) => [isLate, noneBecause !== undefined]),
      [
        [true, false],
        [false, false],
        [true, true],
      ],
    );
    assert.match((await evidence())[1]?.shows ?? '', /逾期/u);
    const bells = (await told('proofSent')).filter(({ data }) =>
      JSON.stringify(data).includes(one.caseNumber),
    );
    const bell = ['inspector', 'inspector2', 'head', 'both'] as const;
    assert.deepEqual(
      bells.map(({ to }) => to).sort(), // two days, each once to the inspectors and the heads
      [...bell, ...bell].map((who) => idOf(who)).sort(),
    );
  });

  it('refuses what was not asked, what is not its own, nothing at all, and anything once the demand is over', async () => {
    const one = await demanded();
    assert.equal(
      await refusal(send(one, { document: 'wageList', noneBecause: '没有' })),
      '422 invalidInput document',
    );
    assert.equal(await refusal(send(one, {})), '422 invalidInput fileIds');
    const foreign = await uploaded('rival');
    assert.equal(await refusal(send(one, { fileIds: [foreign] })), '422 invalidInput fileIds.0');
    assert.equal(await refusal(send(one, { fileIds: [foreign] }, 'rival')), '404 notFound');
    assert.equal(await refusal(send(one, { demandId: 'f'.repeat(24), noneBecause: '没有' })), '404 notFound');
    assert.equal(
      await refusal(
        as('inspector').create(`/company/matters/${one.id}/proofs`, {
          demandId: newestOf(one).id,
          document: 'wageLedger',
          fileIds: [],
          noneBecause: '没有',
        }),
      ),
      '403 forbidden',
    );
    const over = await ok<CaseView>(steps(as('inspector'), one, 'accept', { producedOn: '2026-03-02' }));
    assert.equal(newestOf(over).stateName.zh, '已提供');
    assert.equal(await refusal(send(one, { noneBecause: '没有' })), '409 conflict');
    assert.equal(
      await refusal(steps(as('inspector'), one, 'withdraw', { reason: '重复' })),
      '412 staleVersion',
    );
    assert.equal((await matterOf(one, as)).demands[0]?.canSend, false);
    assert.equal(await refusal(as('otherInspector').get(`/cases/${one.id}/proofs`)), '404 notFound');
    assert.equal(await refusal(as('leader').get(`/cases/${one.id}/proofs`)), '403 forbidden');
  });

  it('after the finding that nothing came it may still send, late; a merged company’s matters are its successor’s', async () => {
    const one = await demanded({ addressee: 'firstPayer' });
    onDay('2026-03-10');
    assert.equal(await refusal(steps(as('inspector'), one, 'lapse', { finding: '未提供' })), '409 notYet');
    onDay('2026-03-11');
    const over = await ok<CaseView>(steps(as('inspector'), one, 'lapse', { finding: '未提供' }));
    assert.match(newestOf(over).figures[0]?.citation?.zh ?? '', /第五十条/u);
    assert.equal((await matterOf(one, as, 'rival')).standing, 'nothing', 'nothing is waited for any more');
    await ok(send(one, { fileIds: [await uploaded('rival')] }, 'rival'));
    await inTransaction(() => tellMerged('company', RIVAL, OURS, asSystem()));
    assert.equal(await refusal(as('rival').get(`/company/matters/${one.id}`)), '404 notFound');
    const [demand] = (await matterOf(one, as)).demands;
    assert.deepEqual(
      demand?.documents.map(({ sent }) => sent.map(({ isLate, sentBy }) => [isLate, sentBy])),
      [[], [[true, '乙经理']]],
    );
  });
});
