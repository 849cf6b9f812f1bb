import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type {
  CertificateCheck,
  CertificateForm,
  CertificateRow,
  CertificateView,
} from '../../../server/core/contract/certificates.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type {
  PublicationsOfCase,
  PublicationView,
  PublicViolation,
} from '../../../server/core/contract/publications.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { SIX_ITEMS } from '../../../server/core/publications/publication-content.ts';
import { addLocalHoliday } from '../../../server/features/calendar/change-local-holidays.ts';
import {
  CERTIFICATES_PERMISSIONS,
  certificatesRoutes,
  expireCertificates,
} from '../../../server/features/certificates/index.ts';
import { readCreditEntries } from '../../../server/features/credit/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { recountLives } from '../../../server/platform/lives/index.ts';
import { getReadableFile } from '../../../server/features/files/file-readers.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import {
  endPublicationTerms,
  publicationKind,
  PUBLICATIONS_PERMISSIONS,
  publicationsRoutes,
} from '../../../server/features/publications/index.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';
import {
  acceptedComplaint,
  after,
  asPerson,
  asSystem,
  fileOf,
  filing,
  idOf,
  ok,
  onDay,
  refusal,
  stored,
  told,
  useCasesApp,
} from '../cases/cases-app.ts';
import { afterSteps, opens } from '../cases/proceedings-app.ts';

const OURS = '5326010000000000000000a1';
const RIVAL = '5326010000000000000000a2';
const NAME = '文山甲建筑有限公司';
const CODE = '91532601MA6K00000A';
const grant = (companyId: string): Grant => ({
  role: 'contractor',
  areaCode: '532601',
  companyId,
  position: 'companyAdmin',
});
const NOTICE = { basis: '拖欠工资', intended: '责令支付', noticeMode: 'DIRECT' };
const TEXT = {
  ...{ violation: 'WAGES', mainFacts: '拖欠1名农民工两个月工资9000.01元', handling: '责令支付' },
  ...{ noSecrets: true, noPrivacy: true, remediesSeen: true },
};

describe('serious violations and credit certificates', function () {
  this.timeout(60_000);
  const { as } = useCasesApp({
    routes: [...publicationsRoutes, ...certificatesRoutes],
    permissionTables: [PUBLICATIONS_PERMISSIONS, CERTIFICATES_PERMISSIONS],
    people: {
      company: ['甲经理', grant(OURS)],
      colleague: ['甲劳资', grant(OURS)],
      rival: ['乙经理', grant(RIVAL)],
    },
  });
  const moves = (
    who: Visitor,
    kind: string,
    { id, version }: { id: string; version: number },
    action: string,
    given: object = {},
  ) =>
    who.post(
      `/${kind}/${id}/moves/${action}`,
      { given },
      { 'if-match': `"v${version}"`, 'idempotency-key': randomUUID() },
    );
  const step = <View>(
    who: Who,
    kind: string,
    view: { id: string; version: number },
    action: string,
    given: object = {},
  ) => ok<View>(moves(as(who), kind, view, action, given));
  const shown = async () => (await ok<Page<PublicViolation>>(as('nobody').get('/public/violations'))).items;

  let open: CaseView;
  let served: CaseView;
  before(async () => {
    const card = { address: '文山市开化路1号', legalRepresentative: '王法人' };
    await createCompany({ name: NAME, areaCode: '532601', ...card }, asSystem(), OURS);
    await createCompany({ name: '文山乙劳务有限公司', areaCode: '532601' }, asSystem(), RIVAL);
    const complaint = await acceptedComplaint(as);
    const respondent = { companyId: OURS, name: NAME };
    open = await ok<CaseView>(as('inspector').create('/cases', filing([complaint.id], { respondent })));
  });

  it('nothing is proposed before a decision is served, and nothing that names a worker', async () => {
    const ask = (caseId: string, given: object) => as('inspector').create('/publications', { caseId, given });
    assert.equal(await refusal(ask(open.id, { ...TEXT, creditCode: CODE })), '409 notYet');
    onDay('2026-03-10');
    const deciding = await after(as, open, ['investigate'], ['end-investigation']);
    const noticed = await ok<CaseView>(
      opens(as('inspector'), deciding, 'decision', { ...NOTICE, noticedOn: '2026-03-10' }),
    );
    onDay('2026-03-16');
    served = await afterSteps(
      as,
      noticed,
      ['inspector', 'hearStatement', { heardOn: '2026-03-16', statementKind: 'SILENT' }],
      [
        'head',
        'make',
        {
          ...{ madeOn: '2026-03-16', decisionNumber: '文监处字〔2026〕1号', content: '支付工资' },
          ...{ decidedFen: 900_001, performBy: '2026-03-31' },
        },
      ],
      ['inspector', 'serve', { serviceMode: 'DIRECT', deliveredOn: '2026-03-16' }],
    );
    const form = await ok<PublicationsOfCase>(as('inspector').get(`/cases/${served.id}/publications`));
    assert.equal(form.open?.notYet, undefined);
    assert.equal(form.onRecord.address, '文山市开化路1号');
    assert.equal(await refusal(ask(served.id, TEXT)), '422 invalidInput given.creditCode');
    const given = { ...TEXT, creditCode: CODE };
    assert.equal(
      await refusal(ask(served.id, { ...given, mainFacts: '拖欠张大山工资' })),
      '422 invalidInput given.mainFacts',
    );
    assert.equal(
      await refusal(as('otherInspector').create('/publications', { caseId: served.id, given })),
      '404 notFound',
    );
    assert.equal(
      await refusal(as('head').create('/publications', { caseId: served.id, given })),
      '403 forbidden',
    );
  });

  let view: PublicationView;
  it('the public reads the six items and the day from the publishing on, and nothing before it', async () => {
    view = await ok(
      as('inspector').create('/publications', { caseId: served.id, given: { ...TEXT, creditCode: CODE } }),
    );
    assert.deepEqual(await shown(), []);
    assert.equal((await told('publicationWaits')).length > 0, true);
    assert.equal(await refusal(moves(as('inspector'), 'publications', view, 'approve')), '403 forbidden');
    view = await step('head', 'publications', view, 'approve');
    assert.deepEqual(
      view.deadlines.map(({ period, dueOn }) => [period, dueOn]),
      [['publication', '2026-03-31']],
    );
    assert.deepEqual(await shown(), [], 'approved is not published yet');
    onDay('2026-03-20');
    view = await step('inspector', 'publications', view, 'publish', {
      ...{ occasion: 'AD_HOC', shownUntil: '2026-04-30', places: '《文山日报》' },
    });
    const [one, ...more] = await shown();
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(one ?? {}).sort(), [...SIX_ITEMS, 'publishedOn'].sort());
    assert.deepEqual(
      [one?.companyName, one?.creditCode, one?.legalRepresentative, one?.publishedOn],
      [NAME, CODE, '王法人', '2026-03-20'],
    );
    assert.equal((await told('violationPublished')).length, 2);
  });

  it('a contested one stays until the head decides; what was corrected reads as corrected', async () => {
    await setParameter(
      'publicationObjectionDays',
      { areaCode: '532601', from: plainDate('2026-01-01'), value: 15, source: '本地规定' },
      asSystem(),
    );
    const fileId = await fileOf('inspector');
    const contested = await step<PublicationView>('inspector', 'publications', view, 'object', {
      ...{ objectedOn: '2026-03-20', objection: '金额不对', fileIds: [fileId] },
    });
    assert.deepEqual(
      contested.files.map(({ id }) => id),
      [fileId],
    );
    assert.equal(String((await getReadableFile(fileId, asPerson('head')))._id), fileId);
    for (const who of ['otherInspector', 'leader', 'company'] as const)
      await assert.rejects(getReadableFile(fileId, asPerson(who)), { code: 'notFound' });
    assert.deepEqual(contested.deadlines.at(-1)?.dueOn, '2026-04-13');
    const holiday = { areaCode: '532601', day: plainDate('2026-04-10'), name: '州庆', source: '州政府通知' };
    await addLocalHoliday(holiday, asSystem());
    assert.equal((await recountLives(publicationKind(), asSystem(), new AbortController().signal)).moved, 1);
    const moved = await ok<PublicationView>(as('head').get(`/publications/${view.id}`));
    assert.deepEqual(moved.deadlines.at(-1)?.dueOn, '2026-04-14', 'a local holiday came between');
    assert.equal((await shown()).length, 1);
    view = await step('head', 'publications', moved, 'correct', {
      ...{ reason: '金额更正', mainFacts: '拖欠1名农民工工资8000元' },
    });
    const [one] = await shown();
    assert.equal(one?.mainFacts, '拖欠1名农民工工资8000元');
    assert.equal(one?.publishedOn, '2026-03-20', 'it was published on its day');
  });

  it('drops out by itself with its last day, before any job has run', async () => {
    onDay('2026-04-30');
    assert.equal((await shown()).length, 1);
    onDay('2026-05-01');
    assert.deepEqual(await shown(), []);
    const ctx = asSystem();
    assert.equal(await endPublicationTerms(ctx, new AbortController().signal), 1);
    assert.equal(await endPublicationTerms(ctx, new AbortController().signal), 0);
    const ended = await ok<PublicationView>(as('leader').get(`/publications/${view.id}`));
    assert.equal(ended.state, 'ended');
    const later = await told('violationObjected', 'violationCorrected', 'violationEnded');
    assert.deepEqual(
      later.filter(({ to }) => to === idOf('company')).map(({ template, data }) => [template, data]),
      [
        ['violationObjected', { day: '2026-03-20' }],
        ['violationCorrected', { day: '2026-03-20' }],
        ['violationEnded', { day: '2026-05-01' }],
      ],
    );
    assert.deepEqual([ended.files, later.some(({ to }) => to === idOf('rival'))], [[], false]);
    assert.equal(await refusal(as('otherHead').get(`/publications/${view.id}`)), '404 notFound');
  });

  const given = { purpose: '文山市某道路工程投标', years: 2 };
  it('a company asks for its own certificate and sees no step inside the office; others see none of it', async () => {
    onDay('2026-05-06');
    const form = await ok<CertificateForm>(as('company').get('/certificates/form'));
    assert.deepEqual(form.companies, [{ id: OURS, name: NAME }]);
    const ask = (who: Who, companyId: string) => as(who).create('/certificates', { companyId, given });
    assert.equal(await refusal(ask('company', RIVAL)), '404 notFound');
    const asked = await ok<CertificateView>(ask('company', OURS));
    assert.equal(asked.credit, undefined, 'what is on record is told with the paper');
    assert.deepEqual(asked.figures, []);
    assert.equal(await refusal(as('rival').get(`/certificates/${asked.id}`)), '404 notFound');
    assert.equal(await refusal(as('otherInspector').get(`/certificates/${asked.id}`)), '404 notFound');
    assert.equal(
      await refusal(moves(as('company'), 'certificates', asked, 'check', { isConfirmed: true })),
      '403 forbidden',
    );
    const seen = await ok<CertificateView>(as('inspector').get(`/certificates/${asked.id}`));
    assert.deepEqual(
      seen.credit?.facts.map(({ kind }) => kind),
      ['openCase', 'decision', 'publication'],
    );
    assert.equal(seen.credit?.from, '2024-05-06');
    assert.equal(seen.credit?.facts[0]?.fen, 900_001);
  });

  it('is issued by the head with a number, a paper and a code that tells five things', async () => {
    const [row] = (await ok<Page<CertificateRow>>(as('inspector').get('/certificates'))).items;
    assert.ok(row);
    const checked = await step<CertificateView>('inspector', 'certificates', row, 'check', {
      isConfirmed: true,
    });
    assert.equal(
      await refusal(moves(as('head'), 'certificates', checked, 'issue')),
      '422 invalidInput given.validUntil',
    );
    const issued = await step<CertificateView>('head', 'certificates', checked, 'issue', {
      validUntil: '2026-06-05',
    });
    assert.match(issued.certificateNumber ?? '', /信字〔2026〕第 1 号$/u);
    const own = await ok<CertificateView>(as('company').get(`/certificates/${issued.id}`));
    assert.deepEqual(
      own.history.map(({ action }) => action),
      ['open', 'issue'],
    );
    assert.equal(own.since, undefined);
    const pdf = await as('company').get(`/certificates/${issued.id}/pdf`);
    assert.equal(pdf.headers['content-type'], 'application/pdf');
    assert.equal(await refusal(as('rival').get(`/certificates/${issued.id}/pdf`)), '404 notFound');
    const code = issued.checkUrl?.split('/').at(-1) ?? '';
    const check = () => ok<CertificateCheck>(as('nobody').get(`/public/certificates/${code}`));
    const { state, ...rest } = await check();
    assert.equal(state, 'valid');
    assert.deepEqual(Object.keys(rest).sort(), [
      'certificateNumber',
      'companyName',
      'creditCode',
      'issuedOn',
    ]);
    assert.equal(await refusal(as('nobody').get('/public/certificates/ABCDE23456')), '404 notFound');
    onDay('2026-06-06');
    assert.equal((await check()).state, 'expired');
    assert.equal(await expireCertificates(asSystem(), new AbortController().signal), 1);
    assert.equal((await check()).state, 'expired');
    assert.equal((await told('certificateIssued')).length, 2);
  });

  it('one taken back says so; numbers go on without a gap; new facts are shown and change nothing', async () => {
    const asked = await ok<CertificateView>(
      as('clerk').create('/certificates', { companyId: OURS, given: { ...given, years: 1 } }),
    );
    const checked = await step<CertificateView>('inspector', 'certificates', asked, 'check', {
      isConfirmed: true,
    });
    const issued = await step<CertificateView>('head', 'certificates', checked, 'issue', {
      validUntil: '2026-12-31',
    });
    assert.match(issued.certificateNumber ?? '', /第 2 号$/u);
    assert.deepEqual(issued.since, []);
    const complaint = await acceptedComplaint(as, { name: '李小川', phone: '13800000002' });
    const respondent = { companyId: OURS, name: NAME };
    await ok(as('inspector').create('/cases', filing([complaint.id], { respondent })));
    const later = await ok<CertificateView>(as('head').get(`/certificates/${issued.id}`));
    assert.deepEqual([later.state, later.since?.map(({ kind }) => kind)], ['issued', ['openCase']]);
    const revoked = await step<CertificateView>('head', 'certificates', later, 'revoke', {
      reason: '又有欠薪',
    });
    const code = revoked.checkUrl?.split('/').at(-1) ?? '';
    const check = await ok<CertificateCheck>(as('nobody').get(`/public/certificates/${code}`));
    assert.equal(check.state, 'revoked');
    const heard = ['certificateAskedForYou', 'certificateIssued', 'certificateExpired', 'certificateRevoked'];
    assert.deepEqual(
      (await told(...heard)).filter(({ to }) => to === idOf('company')).map(({ template }) => template),
      ['certificateIssued', 'certificateExpired', ...heard.filter((one) => one !== 'certificateExpired')],
    );
    const entries = (await readCreditEntries([OURS], plainDate('2026-06-07'))).get(OURS) ?? [];
    const papers = entries.filter(({ record }) => record.kind === 'certificate');
    assert.deepEqual(
      papers.map(({ kind, on, endedOn }) => [kind, on, endedOn]),
      [
        ['certificate', '2026-05-06', '2026-06-06'],
        ['certificate', '2026-06-06', '2026-06-06'],
        ['certificateRevoked', '2026-06-06', undefined],
      ],
    );
    const [event] = await stored('events', { action: 'certificate.revoke' });
    assert.doesNotMatch(JSON.stringify(event), /又有欠薪/u, 'what was written stands in no event');
  });
});
