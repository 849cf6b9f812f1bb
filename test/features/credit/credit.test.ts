import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type {
  CreditFileRow,
  CreditFileView,
  RatingRow,
  RatingView,
} from '../../../server/core/contract/credit.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { CREDIT_PERMISSIONS, creditRoutes, proposeGrades } from '../../../server/features/credit/index.ts';
import { recordInspection } from '../../../server/features/inspections/index.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';
import {
  acceptedComplaint,
  after,
  asSystem,
  claimsOf,
  clock,
  fileOf,
  filing,
  ok,
  onDay,
  refusal,
  stored,
  told,
  useCasesApp,
  WORKER_PHONE,
} from '../cases/cases-app.ts';

const OURS = '5326010000000000000000a1';
const RIVAL = '5326010000000000000000a2';
const FAR = '5326220000000000000000a3';
const NAME = '文山甲建筑有限公司';
const grant = (companyId: string) =>
  ({ role: 'contractor', areaCode: '532601', companyId, position: 'companyAdmin' }) as const;

describe('the credit file of a company and its yearly grade', function () {
  this.timeout(60_000);
  const { as } = useCasesApp({
    routes: creditRoutes,
    permissionTables: [CREDIT_PERMISSIONS],
    people: {
      company: ['甲经理', grant(OURS)],
      colleague: ['甲劳资', { ...grant(OURS), position: 'labourOfficer' }],
      rival: ['乙经理', grant(RIVAL)],
    },
  });
  const move = (
    who: Visitor,
    { id, version }: Pick<RatingView, 'id' | 'version'>,
    action: string,
    given: object = {},
  ) =>
    who.post(
      `/ratings/${id}/moves/${action}`,
      { given },
      { 'if-match': `"v${version}"`, 'idempotency-key': randomUUID() },
    );
  const file = (who: Who, day?: string): Promise<CreditFileView> =>
    ok(as(who).get(`/companies/${OURS}/credit`, day === undefined ? {} : { day }));
  const criterion = ({ criteria }: RatingView['frozen'], id: string) => criteria.find((one) => one.id === id);
  const kinds = ({ entries }: CreditFileView): string[] => entries.map(({ kind }) => kind);

  let theCase: CaseView;
  before(async () => {
    onDay('2025-06-02');
    await createCompany({ name: NAME, areaCode: '532601' }, asSystem(), OURS);
    await createCompany({ name: '文山乙劳务有限公司', areaCode: '532601' }, asSystem(), RIVAL);
    await createCompany({ name: '砚山丙建筑有限公司', areaCode: '532622' }, asSystem(), FAR);
    const complaint = await acceptedComplaint(as, { payMonths: ['2025-04', '2025-05'], employerId: OURS });
    const respondent = { companyId: OURS, name: NAME };
    theCase = await ok(as('inspector').create('/cases', filing([complaint.id], { respondent })));
    theCase = await after(as, theCase, ['investigate']);
    const visit = {
      inspectors: '李明清 王队员',
      findings: '未见异常',
      areaCode: '532601',
      companyName: NAME,
    } as const;
    await recordInspection(
      { ...visit, on: clock.today(), kind: 'ROUTINE', companyId: OURS, result: 'CLEAN' },
      asSystem(),
    );
  });

  it('knows of a day what was so on that day, and tells the company nothing before it is served', async () => {
    onDay('2025-06-20');
    assert.deepEqual(kinds(await file('company')), ['inspectionClean']);
    const order = { mode: 'DIRECT', demands: '支付工资', fileIds: [] };
    theCase = await after(as, theCase, [
      'order',
      { ...order, servedOn: '2025-06-20', rectifyBy: '2025-06-30' },
    ]);
    onDay('2025-07-01');
    const all = ['orderMissed', 'orderServed', 'complaints', 'caseFiled', 'inspectionClean'];
    const now = await file('inspector');
    assert.deepEqual(kinds(now).sort(), all.sort());
    assert.equal(now.grade.proposed, 'C');
    assert.deepEqual(now.openArrears, { cases: 1, people: 1, owedFen: 900_001, seenFen: 0 });
    assert.equal((await file('inspector', '2025-06-30')).grade.proposed, 'B', 'on the last day of the order');
    assert.equal((await file('inspector', '2025-06-19')).grade.proposed, 'A', 'a case alone is no 查处');
    assert.deepEqual(kinds(await file('company')).sort(), all.filter((kind) => kind !== 'complaints').sort());
    assert.equal((await file('company')).bond, undefined);
    assert.equal(
      await refusal(as('inspector').get(`/companies/${OURS}/credit`, { day: '2025-07-02' })),
      '422 invalidInput day',
    );
    for (const who of ['rival', 'otherInspector'] as const)
      assert.equal(await refusal(as(who).get(`/companies/${OURS}/credit`)), '404 notFound');
    assert.equal((await file('leader')).companyName, NAME);
  });

  it('says what the record speaks for about the bond, and that the area has not set how much', async () => {
    const { bond } = await file('inspector');
    assert.equal(bond?.effect, 'raise');
    const line = bond.lines.find(({ rule }) => rule === 'arrears');
    assert.equal(line?.state, 'met');
    assert.equal(line.isNotSet, true);
    assert.deepEqual(
      line.facts.map(({ record }) => record),
      [{ kind: 'case', id: theCase.id }],
    );
  });

  let rating: RatingView;
  it('is graded once the year is over, by the job and once only, where anything is on record', async () => {
    const body = { companyId: OURS, year: 2025, given: {} };
    assert.equal(await refusal(as('inspector').create('/ratings', body)), '422 invalidInput year');
    onDay('2026-01-05');
    assert.deepEqual(await proposeGrades({}, asSystem()), {
      year: 2025,
      opened: 1,
      withoutRecord: 2,
      finished: true,
    });
    assert.equal((await proposeGrades({}, asSystem())).opened, 0);
    assert.equal(await refusal(as('inspector').create('/ratings', body)), '409 alreadyExists');
    const { items } = await ok<Page<RatingRow>>(
      as('head').get('/ratings', { year: 2025, state: 'proposed' }),
    );
    assert.deepEqual(
      items.map(({ companyName, proposed }) => [companyName, proposed]),
      [[NAME, 'C']],
    );
    rating = await ok(as('head').get(`/ratings/${items[0]?.id ?? ''}`));
    assert.equal(criterion(rating.frozen, 'orderRefused')?.facts[0]?.number, theCase.caseNumber);
    assert.equal(rating.deadlines[0]?.dueOn, '2026-12-31');
    assert.equal((await ok<Page<RatingRow>>(as('company').get('/ratings'))).total, 0, 'not told yet');
    assert.equal(await refusal(as('company').get(`/ratings/${rating.id}`)), '404 notFound');
    assert.equal(await refusal(as('otherHead').get(`/ratings/${rating.id}`)), '404 notFound');
  });

  it('is approved by the head, who says why it differs, told, and open to objections until the day named', async () => {
    assert.equal(await refusal(move(as('inspector'), rating, 'approve', { grade: 'C' })), '403 forbidden');
    assert.equal(
      await refusal(move(as('head'), rating, 'approve', { grade: 'B' })),
      '422 invalidInput given.reason',
    );
    const stale = { ...rating, version: rating.version + 1 };
    assert.equal(await refusal(move(as('head'), stale, 'approve', { grade: 'C' })), '412 staleVersion');
    rating = await ok(move(as('head'), rating, 'approve', { grade: 'C' }));
    const notice = { toldMode: 'DIRECT', toldOn: '2026-01-05' };
    assert.equal(
      await refusal(move(as('inspector'), rating, 'tell', { ...notice, objectBy: '2026-01-05' })),
      '422 invalidInput given.objectBy',
    );
    rating = await ok(move(as('inspector'), rating, 'tell', { ...notice, objectBy: '2026-01-20' }));
    assert.equal((await told('gradeTold')).length, 1, 'the company administrator, and nobody else');
    assert.equal(await refusal(move(as('head'), rating, 'finish')), '409 notYet');
    const theirs = await ok<RatingView>(as('company').get(`/ratings/${rating.id}`));
    assert.deepEqual(
      theirs.actions.map(({ action }) => action),
      ['object'],
    );
    assert.deepEqual(
      theirs.history.map(({ action }) => action),
      ['tell'],
      'how the office came to it is its own',
    );
    assert.equal(
      await refusal(move(as('rival'), rating, 'object', { objection: '不是我们' })),
      '404 notFound',
    );
    rating = await ok(move(as('company'), theirs, 'object', { objection: '期限内已付清，请核对银行回单。' }));
    assert.equal((await told('gradeObjected')).length, 1);
  });

  it('keeps the facts as they were; what the record says otherwise since is shown, and taken over only on request', async () => {
    const closing = {
      ...{ code: 'NOT_FOUND', statement: '经核实不存在欠薪' },
    };
    theCase = await after(as, theCase, ['ask-closure', closing]);
    theCase = await ok(
      as('head').post(`/cases/${theCase.id}/approve-closure`, {}, { 'if-match': `"v${theCase.version}"` }),
    );
    const seen = await ok<RatingView>(as('inspector').get(`/ratings/${rating.id}`));
    assert.equal(criterion(seen.frozen, 'orderRefused')?.state, 'met');
    assert.deepEqual(
      seen.changed.gone.map(({ kind }) => kind),
      ['caseFiled'],
    );
    assert.deepEqual(
      seen.changed.added.map(({ kind, endedOn }) => [kind, endedOn]),
      [['caseFiled', '2026-01-05']],
    );
    rating = await ok(move(as('inspector'), seen, 'recheck', { finding: '银行回单属实', suggested: 'B' }));
    assert.equal(
      await refusal(move(as('head'), rating, 'confirm', { grade: 'A' })),
      '422 invalidInput given.reason',
    );
    rating = await ok(move(as('head'), rating, 'confirm', { grade: 'B' }));
    assert.deepEqual([rating.state, rating.grade, rating.readings], ['final', 'B', 1]);
    const [row] = (await ok<Page<CreditFileRow>>(as('clerk').get('/credit-files', { q: '甲建筑' }))).items;
    assert.deepEqual([row?.grade, row?.year, row?.openArrears], ['B', 2025, undefined]);
    rating = await ok(move(as('head'), rating, 'reopen', { reason: '案件结论已变更' }));
    assert.deepEqual([rating.state, rating.readings], ['proposed', 2]);
    assert.deepEqual(rating.changed, { added: [], gone: [] });
    const chain = await stored('events', { subject: `rating:${rating.id}` });
    assert.deepEqual(
      chain.map((event) => String(event['action'])),
      ['open', 'approve', 'tell', 'object', 'recheck', 'confirm', 'reopen'].map(
        (action) => `rating.${action}`,
      ),
    );
    assert.doesNotMatch(JSON.stringify(chain), /银行回单/, 'what people wrote is in no event');
  });

  it('is exported as filtered, by those who may', async () => {
    const sheet = await as('head').get('/ratings/export', { format: 'csv', year: 2025 });
    assert.match(sheet.text, new RegExp(NAME));
    assert.equal(await refusal(as('company').get('/ratings/export', { format: 'csv' })), '403 forbidden');
  });

  it('whoever paid everybody by the last day has missed nothing, though the case is not closed yet', async () => {
    const PROMPT = '5326010000000000000000a4';
    onDay('2025-07-01');
    await createCompany({ name: '文山丁建筑有限公司', areaCode: '532601' }, asSystem(), PROMPT);
    const people = [{ name: '张大山', phone: WORKER_PHONE, months: [{ payMonth: '2025-05', owedFen: 500 }] }];
    const said = { payMonths: ['2025-05'], employerId: PROMPT, owedFen: 500, people };
    const { id } = await acceptedComplaint(as, said);
    const respondent = { companyId: PROMPT, name: '文山丁建筑有限公司' };
    let one = await ok<CaseView>(as('inspector').create('/cases', filing([id], { respondent })));
    const order = { mode: 'DIRECT', demands: '支付工资', fileIds: [] };
    one = await after(
      as,
      one,
      ['investigate'],
      ['order', { ...order, servedOn: '2025-07-01', rectifyBy: '2025-07-04' }],
    );
    const [claim] = await claimsOf(as, one);
    const missed = async () =>
      (await ok<CreditFileView>(as('inspector').get(`/companies/${PROMPT}/credit`))).entries.filter(
        ({ kind }) => kind === 'orderMissed',
      ).length;
    const pay = async (fen: number, paidOn: string) => ({
      ...{ rows: [{ claimId: claim?.id, fen }], paidOn, means: 'BANK_CREDIT' },
      fileIds: [await fileOf('inspector')],
    });
    onDay('2025-07-07');
    one = await after(as, one, ['record-payment', await pay(499, '2025-07-04')]);
    assert.equal(await missed(), 1, 'a fen is missing');
    one = await after(as, one, ['record-payment', await pay(1, '2025-07-04')]);
    assert.deepEqual([one.state, await missed()], ['ordered', 0], 'by the day it was paid, not recorded');
    onDay('2025-07-01');
  });
});
