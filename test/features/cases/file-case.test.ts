import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { InspectorChoice } from '../../../server/core/contract/case-work.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import {
  acceptedComplaint,
  asSystem,
  claimsOf,
  filedCase,
  filing,
  idOf,
  move,
  ok,
  refusal,
  stored,
  told,
  useCasesApp,
  WORKER_PHONE,
} from './cases-app.ts';
import type { Who } from './cases-app.ts';

describe('a case is filed', () => {
  const { as } = useCasesApp();
  let complaint: ComplaintView;
  let view: CaseView;

  before(async () => {
    complaint = await acceptedComplaint(as);
    view = await ok(as('inspector').create('/cases', filing([complaint.id])));
  });

  it('with a number of the office and the year, two inspectors and sixty working days from this very day', () => {
    assert.equal(view.caseNumber, '文山劳监立字〔2026〕第 1 号');
    assert.deepEqual([view.state, view.filedOn, view.officeCode], ['filed', '2026-03-02', '532601']);
    assert.deepEqual([view.leadInspector.name, view.coInspector.name], ['李明清', '王队员']);
    const [clock] = view.deadlines;
    assert.deepEqual([clock?.period, clock?.dueOn, clock?.counted], ['investigation', '2026-05-28', 60]);
    assert.match(clock?.citation?.zh ?? '', /第十七条/u);
    assert.deepEqual([view.nextDue?.dueOn, view.nextDue?.timeLeft.state], ['2026-05-28', 'left']);
  });

  it('meets the complaint’s filing period on the same day and gives it the case’s number', async () => {
    const seen = await ok<ComplaintView>(as('clerk').get(`/complaints/${complaint.id}`));
    assert.deepEqual([seen.state, seen.caseId, seen.caseNumber], ['inCase', view.id, view.caseNumber]);
    assert.equal(seen.deadlines.find(({ period }) => period === 'filing')?.metOn, '2026-03-02');
    assert.deepEqual(
      view.complaints.map(({ receiptNumber, complainantName }) => [receiptNumber, complainantName]),
      [[complaint.receiptNumber, '张大山']],
    );
  });

  it('puts the complainant on the arrears sheet, the sum spread over his months to the last fen', async () => {
    const [claim] = await claimsOf(as, view);
    assert.deepEqual(
      claim?.months.map(({ owedFen }) => owedFen),
      [450_000, 450_001],
    );
    assert.deepEqual([claim?.name, claim?.phoneMasked], ['张大山', '138****0001']);
    assert.deepEqual([view.headcount, view.owedFen, view.seenFen], [1, 900_001, 0]);
    assert.deepEqual(view.unpaid, { people: 1, fen: 900_001 });
    const [row] = await stored('claims', { caseId: view.id });
    assert.ok(!JSON.stringify(row).includes('张大山') && !JSON.stringify(row).includes(WORKER_PHONE));
  });

  it('tells the complainant in plain words and the second inspector, not the one who filed it', async () => {
    const sent = await told('caseFiled', 'caseAssigned');
    assert.deepEqual(
      sent.map(({ template, to }) => [template, to]),
      [
        ['caseFiled', WORKER_PHONE],
        ['caseAssigned', idOf('inspector2')],
      ],
    );
    assert.deepEqual(sent[0]?.data, {
      receiptNumber: complaint.receiptNumber,
      caseNumber: view.caseNumber,
    });
  });

  it('stands in the chain without anybody’s name, phone or words', async () => {
    const [event] = await stored('events', { subject: `case:${view.id}` });
    assert.equal(event?.['action'], 'case.file');
    assert.doesNotMatch(JSON.stringify(event?.['facts']), /张大山|13800000001|拖欠/u);
  });

  it('numbers without gaps: what is refused or sent twice takes no number', async () => {
    const { id } = await acceptedComplaint(as);
    const alone = filing([id], { coInspectorId: idOf('inspector') });
    assert.equal(await refusal(as('inspector').create('/cases', alone)), '422 invalidInput coInspectorId');
    const key = randomUUID();
    const twice = [await ok<CaseView>(as('inspector').create('/cases', filing([id]), key))];
    twice.push(await ok<CaseView>(as('inspector').create('/cases', filing([id]), key)));
    assert.deepEqual(
      twice.map(({ caseNumber }) => caseNumber),
      ['文山劳监立字〔2026〕第 2 号', '文山劳监立字〔2026〕第 2 号'],
    );
    const [third, fourth] = await Promise.all([filedCase(as), filedCase(as)]);
    assert.deepEqual([third.caseNumber, fourth.caseNumber].sort(), [
      '文山劳监立字〔2026〕第 3 号',
      '文山劳监立字〔2026〕第 4 号',
    ]);
  });

  it('takes the people of a group as they were listed, and a group without names as it is stated', async () => {
    const people = [
      { name: '甲工', phone: '13900000001', months: [{ payMonth: '2026-01', owedFen: 100 }] },
      {
        name: '乙工',
        months: [
          { payMonth: '2025-12', owedFen: 200 },
          { payMonth: '2026-01', owedFen: 1 },
        ],
      },
    ];
    const named = await filedCase(as, { headcount: 2, owedFen: 301, people });
    assert.deepEqual([named.headcount, named.owedFen], [2, 301]);
    assert.deepEqual(
      (await claimsOf(as, named)).map(({ name, owedFen }) => [name, owedFen]),
      [
        ['甲工', 100],
        ['乙工', 201],
      ],
    );
    const onRecord = async () =>
      (await stored('workers', {})).map((worker) => worker['name']).filter((name) => name !== '张大山');
    assert.deepEqual(await onRecord(), ['甲工'], 'whom a number identifies');
    await filedCase(as, { intakeKind: 'REPORT', headcount: 1, name: '不留名', phone: '13900000009' });
    assert.deepEqual(await onRecord(), ['甲工'], 'who reported is put on no list');
    const unnamed = await filedCase(as, { headcount: 30, owedFen: 5_000_000 });
    assert.deepEqual([unnamed.headcount, unnamed.owedFen, unnamed.unpaid.people], [30, 5_000_000, 30]);
    assert.deepEqual(await claimsOf(as, unnamed), []);
  });

  const others: [title: string, over: () => object, answer: string][] = [
    [
      'an inspector of another office',
      () => ({ leadInspectorId: idOf('otherInspector') }),
      'leadInspectorId',
    ],
    ['somebody who is no inspector', () => ({ coInspectorId: idOf('clerk') }), 'coInspectorId'],
    [
      'a company nobody has on record',
      () => ({ respondent: { companyId: 'f'.repeat(24), name: '甲' } }),
      'respondent.companyId',
    ],
    ['a rule that says nothing of who pays', () => ({ liabilityRule: 'REG-35-1' }), 'liabilityRule'],
    ['no complaint at all', () => ({ complaintIds: [] }), 'complaintIds'],
  ];
  for (const [title, over, field] of others) {
    it(`is refused with ${title}`, async () => {
      const { id } = await acceptedComplaint(as);
      const answer = await refusal(as('inspector').create('/cases', filing([id], over())));
      assert.equal(answer, `422 invalidInput ${field}`);
    });
  }

  it('is refused on a complaint of another office, one not accepted, one in a case already', async () => {
    const file = (who: 'inspector' | 'otherInspector', id: string) =>
      refusal(as(who).create('/cases', filing([id])));
    const { id } = await acceptedComplaint(as);
    assert.equal(await file('otherInspector', id), '404 notFound');
    assert.equal(await file('inspector', 'f'.repeat(24)), '404 notFound');
    assert.equal(await file('inspector', complaint.id), '409 conflict');
  });

  it('keeps respondent, payers and the rule apart, and takes off a party that is left out', async () => {
    const one = await filedCase(as);
    const parties = {
      respondent: { name: '分包甲' },
      primaryPayer: { name: '分包甲' },
      firstPayer: { name: '总包乙' },
      recourseAgainst: { name: '分包甲' },
      liabilityRule: 'REG-30-2',
    };
    const edited = await ok<CaseView>(move(as('inspector'), one, 'edit', { title: '分包欠薪', ...parties }));
    assert.deepEqual(edited.parties, parties);
    const { firstPayer: _, ...fewer } = parties;
    const again = await ok<CaseView>(move(as('inspector'), edited, 'edit', { title: '分包欠薪', ...fewer }));
    assert.deepEqual(again.parties, fewer);
  });

  it('lists whom a case may be given to, with the open cases each leads', async () => {
    const { items } = await ok<{ items: InspectorChoice[] }>(
      as('inspector').get('/cases/inspectors', { officeCode: '532601' }),
    );
    assert.deepEqual(items.map(({ name }) => name).sort(), ['李明清', '王队员', '赵队员', '高一肩'].sort());
    assert.ok((items.find(({ name }) => name === '李明清')?.openCases ?? 0) >= 5);
    assert.equal(items.find(({ name }) => name === '赵队员')?.openCases, 0);
    assert.equal(
      await refusal(as('inspector').get('/cases/inspectors', { officeCode: '532622' })),
      '403 forbidden',
    );
  });

  it('goes to other inspectors with a reason, and only the new one is told', async () => {
    const one = await filedCase(as);
    const to = { leadInspectorId: idOf('inspector3'), coInspectorId: idOf('inspector2'), reason: '回避' };
    const given = await ok<CaseView>(move(as('head'), one, 'assign', to));
    assert.deepEqual([given.leadInspector.name, given.coInspector.name], ['赵队员', '王队员']);
    assert.equal(given.history.at(-1)?.reason, '回避');
    assert.equal((await told('caseAssigned')).at(-1)?.to, idOf('inspector3'));
    const same = { ...to, coInspectorId: idOf('inspector3') };
    assert.equal(await refusal(move(as('head'), given, 'assign', same)), '422 invalidInput coInspectorId');
  });

  it('links what was named in words to what is on record, with its complaint, once and by its inspectors alone', async () => {
    const name = '文山建工集团有限公司';
    const company = await createCompany({ name, areaCode: '532601' }, asSystem());
    const projects = { name: '阳光花园二期', areaCode: '532601001', site: '东环路', parties: [] };
    const project = await createProject({ ...projects, state: 'building' }, asSystem());
    const open = await filedCase(as);
    assert.ok(open.actions.includes('link'));
    const respondent = { party: 'respondent', companyId: company.id };
    const link = (who: Who, seen: CaseView, body: object) => move(as(who), seen, 'link', body);
    assert.equal(await refusal(link('clerk', open, respondent)), '403 forbidden');
    assert.equal(await refusal(link('otherInspector', open, respondent)), '404 notFound');
    const nobody = { ...respondent, companyId: 'f'.repeat(24) };
    for (const [body, field] of [
      [nobody, 'companyId'],
      [{ ...respondent, party: 'firstPayer' }, 'party'],
      [{ companyId: company.id }, ''],
      [{ ...respondent, projectId: project.id }, ''],
      [{}, ''],
    ] as const)
      assert.equal(await refusal(link('inspector', open, body)), `422 invalidInput ${field}`);

    const linked = await ok<CaseView>(link('inspector', open, respondent));
    assert.deepEqual(linked.parties.respondent, { companyId: company.id, name });
    assert.equal(await refusal(link('inspector', open, respondent)), '412 staleVersion');
    assert.equal(await refusal(link('inspector', linked, respondent)), '422 invalidInput party');
    const whole = await ok<CaseView>(link('inspector', linked, { projectId: project.id }));
    assert.equal(whole.projectId, project.id);
    const known = await ok<{ items: CaseView[] }>(as('head').get('/cases', { companyId: company.id }));
    assert.deepEqual(
      known.items.map(({ id }) => id),
      [open.id],
    );
    const seen = await ok<ComplaintView>(as('clerk').get(`/complaints/${open.complaints[0]?.id ?? ''}`));
    assert.deepEqual([seen.employerId, seen.projectId], [company.id, project.id]);
    const events = await stored('events', { subject: `case:${open.id}`, action: 'case.link' });
    const { from, to } = { from: 'filed', to: 'filed' };
    assert.deepEqual(
      events.map(({ facts }) => facts as object),
      [
        { from, to, ...respondent },
        { from, to, projectId: project.id },
      ],
    );
  });
});
