import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { CaseListings, ListingRow, ListingView } from '../../../server/core/contract/listings.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { scanProjects } from '../../../server/features/alerts/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { editCompany } from '../../../server/features/companies/edit-company.ts';
import { readCreditEntries } from '../../../server/features/credit/index.ts';
import { editCase } from '../../../server/features/cases/index.ts';
import { getReadableFile } from '../../../server/features/files/file-readers.ts';
import { editPersons } from '../../../server/features/listings/edit-persons.ts';
import {
  listingFactsOf,
  LISTINGS_PERMISSIONS,
  listingsRoutes,
} from '../../../server/features/listings/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { COMPANY_LISTING_TEMPLATES } from '../../../server/platform/outbox/listing-templates.ts';
import type { Who } from '../cases/cases-app.ts';
import {
  after,
  asPerson,
  asSystem,
  filedCase,
  fileOf,
  idOf,
  ok,
  onDay,
  refusal,
  stored,
  told,
  useCasesApp,
} from '../cases/cases-app.ts';
import { alertsNow } from '../alerts/alerts-app.ts';
import { afterSteps, NOTICE, opens } from '../cases/proceedings-app.ts';

const FIRM = '文山建工集团有限公司';
const CODE = '91350100M000100Y43';
const HEAD = '11010519491231002X';
const PERSONS = [
  { kind: 'principal', name: '钱大有', post: '法定代表人', citizenId: HEAD },
  { kind: 'manager', name: '孙主管', post: '项目经理' },
] as const;
const GIVEN = {
  ground: 'INCIDENT',
  owedFen: 900_001,
  headcount: 12,
  mainFacts: '拖欠 12 人工资，限期支付期满未付。',
};
const OURS = '5326010000000000000000a1';
const RIVAL = '5326010000000000000000a2';
const ofFirm = (companyId: string, position: 'companyAdmin' | 'labourOfficer'): Grant => ({
  ...{ role: 'contractor', areaCode: '532601', companyId, position },
});
/** Everything a company can be told of a listing. */
const TO_COMPANY = Object.keys(COMPANY_LISTING_TEMPLATES);
const ORDER = { mode: 'DIRECT', demands: '付清工资', fileIds: [] } as const;

describe('the dishonesty list', () => {
  const { as } = useCasesApp({
    routes: listingsRoutes,
    permissionTables: [LISTINGS_PERMISSIONS],
    people: {
      company: ['钱经理', ofFirm(OURS, 'companyAdmin')],
      colleague: ['钱劳资', ofFirm(OURS, 'labourOfficer')],
      rival: ['乙经理', ofFirm(RIVAL, 'companyAdmin')],
    },
  });

  /** A case whose debtor was ordered on 2 March to pay by the 9th. */
  async function ordered(
    name: string,
    creditCode: string,
    legalRepresentative = '钱大有',
    fixedId?: string,
  ): Promise<{ theCase: CaseView; companyId: string }> {
    onDay('2026-03-02');
    const company = { name, creditCode, areaCode: '532601', legalRepresentative };
    const { id: companyId } = await createCompany(company, asSystem(), fixedId);
    const filed = await filedCase(as);
    const edit = { title: filed.title, respondent: { name, companyId } };
    const edited = await editCase(filed.id, filed.version, edit, asPerson('inspector'));
    const order = { ...ORDER, servedOn: '2026-03-02', rectifyBy: '2026-03-09' };
    return { theCase: await after(as, edited, ['investigate'], ['order', order]), companyId };
  }
  const proposes = (caseId: string, who: Who = 'inspector', over: object = {}) =>
    as(who).create('/listings', { caseId, party: 'respondent', persons: PERSONS, given: GIVEN, ...over });
  const moves = (
    who: Who,
    { id, version }: Pick<ListingView, 'id' | 'version'>,
    action: string,
    given = {},
  ) => as(who).post(`/listings/${id}/moves/${action}`, { given }, { 'if-match': `"v${version}"` });
  /** The listing after each of these steps on their days. */
  async function afterMoves(view: ListingView, ...all: [on: string, Who, action: string, given?: object][]) {
    let now = view;
    for (const [on, who, action, given] of all) {
      onDay(on);
      now = await ok<ListingView>(moves(who, now, action, given));
    }
    return now;
  }
  const toNotice: [string, Who, string, object?][] = [
    ['2026-03-10', 'head', 'approveNotice', { noticeNumber: '文失告〔2026〕1 号' }],
    ['2026-03-10', 'inspector', 'serveNotice', { noticeMode: 'DIRECT', noticeServedOn: '2026-03-10' }],
  ];
  const toList: typeof toNotice = [
    ...toNotice,
    ['2026-03-18', 'head', 'decide', { decidedOn: '2026-03-18', decisionNumber: '文失列〔2026〕1 号' }],
    ['2026-03-18', 'inspector', 'serveDecision', { decisionMode: 'DIRECT', decisionServedOn: '2026-03-18' }],
  ];
  const PUBLISH = [
    '2026-03-19',
    'inspector',
    'publish',
    { publishedOn: '2026-03-19', publishedAt: '本局网站' },
  ] as const;
  const published = async (query = {}) =>
    (await ok<Page<object>>(as('nobody').get('/public/listings', query))).items;

  it('takes a debtor from the missed order to the public list, which says what the law lists and no more', async () => {
    const { theCase, companyId } = await ordered(FIRM, CODE, '钱大有', OURS);
    const look = () => ok<CaseListings>(as('inspector').get(`/cases/${theCase.id}/listings`));
    onDay('2026-03-09');
    assert.match((await look()).open?.notYet?.zh ?? '', /2026-03-10 起方可提出/u);
    assert.equal(await refusal(proposes(theCase.id)), '409 notYet');
    onDay('2026-03-10');
    const before = await look();
    assert.equal(before.open?.notYet, undefined);
    assert.deepEqual(before.parties, [{ party: 'respondent', name: FIRM, legalRepresentative: '钱大有' }]);
    assert.equal(await refusal(proposes(theCase.id, 'head')), '403 forbidden');
    assert.equal(await refusal(proposes(theCase.id, 'otherInspector')), '404 notFound');
    const nobodyInCharge = { persons: [PERSONS[1]] };
    assert.equal(
      await refusal(proposes(theCase.id, 'inspector', nobodyInCharge)),
      '422 invalidInput persons',
    );
    const noAmount = { given: { ...GIVEN, ground: 'AMOUNT' } };
    assert.equal(
      await refusal(proposes(theCase.id, 'inspector', noAmount)),
      '422 invalidInput given.amountReason',
      'the area has set no amounts of the crime',
    );
    const open = await ok<ListingView>(proposes(theCase.id));
    assert.equal(await refusal(proposes(theCase.id)), '409 alreadyExists');
    // twenty working days after 9 March: Qingming on 6 April
    assert.deepEqual(
      open.deadlines.map(({ period, dueOn }) => `${period} ${dueOn}`),
      ['listingDecision 2026-04-07'],
    );
    assert.equal(open.persons[0]?.citizenIdMasked, '110***********002X');
    const seen = await ok<ListingView>(as('leader').get(`/listings/${open.id}`));
    assert.deepEqual([seen.persons[0]?.citizenIdMasked, seen.actions], [undefined, []]);
    assert.equal(await refusal(as('otherInspector').get(`/listings/${open.id}`)), '404 notFound');
    assert.equal(await refusal(as('clerk').get('/listings')), '403 forbidden');
    assert.deepEqual(
      (await told('listingWaits')).map(({ to }) => to).sort(),
      [idOf('head'), idOf('both')].sort(),
    );

    const fileId = await fileOf('inspector');
    const [approve] = toNotice;
    const approved = await afterMoves(open, ...(approve === undefined ? [] : [approve]));
    assert.deepEqual(await told(...TO_COMPANY), [], 'what is only intended is nobody else’s yet');
    const noticed = await afterMoves(approved, [
      ...(['2026-03-10', 'inspector', 'serveNotice'] as const),
      { noticeMode: 'DIRECT', noticeServedOn: '2026-03-10', fileIds: [fileId] },
    ]);
    assert.deepEqual(
      noticed.files.map(({ id }) => id),
      [fileId],
    );
    assert.deepEqual((await ok<ListingView>(as('leader').get(`/listings/${open.id}`))).files, []);
    assert.equal(String((await getReadableFile(fileId, asPerson('head')))._id), fileId);
    for (const who of ['otherInspector', 'leader', 'company'] as const)
      await assert.rejects(getReadableFile(fileId, asPerson(who)), { code: 'notFound' });
    onDay('2026-03-17');
    assert.equal(
      await refusal(moves('head', noticed, 'decide', {})),
      '409 notYet',
      'the fifth day for an objection',
    );
    assert.equal(await refusal(moves('inspector', noticed, 'decide')), '403 forbidden');
    const served = await afterMoves(noticed, ...toList.slice(2));
    assert.equal(await refusal(moves('inspector', noticed, 'publish')), '412 staleVersion');
    assert.deepEqual(await published(), [], 'nothing before it is published');
    const listed = await afterMoves(served, [...PUBLISH]);
    const row = {
      companyName: FIRM,
      creditCode: CODE,
      persons: PERSONS.map(({ kind, name }) => ({ kind, name })),
      mainFacts: GIVEN.mainFacts,
      decisionNumber: '文失列〔2026〕1 号',
      decidedOn: '2026-03-18',
      listedUntil: '2029-03-18',
    };
    assert.deepEqual(await published(), [row]);
    assert.deepEqual(await published({ q: '文山建工' }), [row]);
    assert.deepEqual(await published({ areaCode: '532622' }), []);
    onDay('2029-03-18');
    assert.equal((await published()).length, 1, 'the last day of the term');
    onDay('2029-03-19');
    assert.deepEqual(await published(), [], 'nothing after the term, though nobody has removed it');
    const rows = await ok<Page<ListingRow>>(as('auditor').get('/listings', { companyId, onList: false }));
    assert.deepEqual(
      rows.items.map(({ state, nextDue }) => [state, nextDue?.period, nextDue?.dueOn]),
      [['listed', 'listingRemoval', '2029-03-30']],
    );
    const removed = await afterMoves(listed, [
      '2029-03-20',
      'inspector',
      'remove',
      { removedOn: '2029-03-20' },
    ]);
    assert.deepEqual([removed.state, removed.isOpen], ['removed', false]);
    const heard = async (who: Who) =>
      (await told(...TO_COMPANY))
        .filter(({ to }) => to === idOf(who))
        .map(({ template, data }) => [template, data]);
    const steps = [
      ['listingNoticed', { day: '2026-03-17' }],
      ['listingDecided', { day: '2029-03-18' }],
      ['listingPublished', { day: '2026-03-19' }],
      ['listingRemoved', { day: '2029-03-20' }],
    ];
    assert.deepEqual(await heard('company'), steps);
    assert.deepEqual(await heard('colleague'), steps);
    assert.deepEqual(await heard('rival'), []);
    const events = JSON.stringify(await stored('events', { subject: `listing:${open.id}` }));
    assert.ok(!events.includes('钱大有') && !events.includes(HEAD), 'nobody’s name or number in the chain');
    assert.ok(!JSON.stringify(await stored('listedPersons')).includes(HEAD), 'the number is sealed');
  });

  it('leaves the list early on application, from the day of the decision, and sites of the firm are looked at again', async () => {
    const { theCase, companyId } = await ordered('早移建设公司', '91110000600037341L', '周全');
    onDay('2026-03-10');
    const other = { name: '同名建筑公司', areaCode: '532601', legalRepresentative: '周全' };
    const namesake = (await createCompany(other, asSystem())).id;
    const parties = [{ role: 'labourSubcontractor' as const, companyId: namesake }];
    const works = { name: '同名的工地', areaCode: '532601001', site: '河边', state: 'building' as const };
    const { id: projectId } = await createProject({ ...works, parties }, asSystem());
    const warnedOn = async (day: string): Promise<string[]> => {
      onDay(day);
      await scanProjects(asSystem(), { signal: new AbortController().signal });
      return (await alertsNow({ projectId, rule: 'listedParty' })).map(({ state }) => state);
    };
    const open = await ok<ListingView>(
      proposes(theCase.id, 'inspector', { persons: [{ ...PERSONS[0], name: '周全' }] }),
    );
    assert.equal((await listingFactsOf([companyId])).size, 0, 'proposed is not listed');
    const kept = { kind: 'principal', name: '周全', post: '总经理', id: open.persons[0]?.id ?? '' } as const;
    const edited = await editPersons(open.id, open.version, { persons: [kept] }, asPerson('inspector'));
    assert.deepEqual(
      edited.persons.map((one) => one.citizenIdMasked),
      ['110***********002X'],
      'his number stays',
    );
    const listed = await afterMoves(edited, ...toList, [...PUBLISH]);
    const waiting = await afterMoves(
      listed,
      ['2026-04-01', 'inspector', 'correct', { correctedOn: '2026-03-31', correction: '全部付清' }],
      [
        '2026-10-12',
        'inspector',
        'applyEarly',
        { earlyAppliedOn: '2026-10-12', pledgedOn: '2026-10-12', bar: 'NONE' },
      ],
    );
    assert.deepEqual(
      waiting.needs.map(({ isMet }) => isMet),
      [true, true, true, true],
    );
    assert.deepEqual(await warnedOn('2026-10-13'), ['raised']);
    const granted = { earlyDecidedOn: '2026-10-20', earlyNumber: '文失移〔2026〕1 号' };
    const leaving = await afterMoves(waiting, ['2026-10-20', 'head', 'grantEarly', granted]);
    assert.deepEqual(await published({ q: '早移' }), [], 'from that day on');
    const days = { from: '2026-03-18', until: '2026-10-19' };
    assert.deepEqual(Object.fromEntries(await listingFactsOf([companyId, namesake])), {
      [companyId]: [{ companyId, companyName: '早移建设公司', ...days }],
      [namesake]: [{ companyId: namesake, companyName: '同名建筑公司', ...days, byHead: true }],
    });
    assert.deepEqual(await warnedOn('2026-10-21'), ['cured'], 'the site of the namesake, too');
    const gone = await afterMoves(leaving, [
      '2026-10-21',
      'inspector',
      'remove',
      { removedOn: '2026-10-21' },
    ]);
    assert.equal(gone.state, 'removedEarly');
    assert.deepEqual(await warnedOn('2026-11-01'), ['cured'], 'when the month turns all are read anew');
    await afterMoves(gone, [
      ...(['2026-11-02', 'head', 'restore'] as const),
      { restoredOn: '2026-11-02', restoreNumber: '文失复〔2026〕1 号', restoreReason: '付款凭证虚假' },
    ]);
    assert.deepEqual(await warnedOn('2026-11-03'), ['cured', 'raised']);
    await editCompany(namesake, 1, { ...other, legalRepresentative: '周不全' }, asPerson('clerk'));
    assert.deepEqual(await warnedOn('2026-11-04'), ['cured', 'cured'], 'somebody else heads it now');
    const again = { from: '2026-11-02', until: '2029-11-02' };
    assert.deepEqual(
      (await listingFactsOf([companyId])).get(companyId)?.map(({ from, until }) => ({ from, until })),
      [days, again],
      'what was so before it was restored stays so',
    );
    const fileOn = async (day: string) =>
      ((await readCreditEntries([companyId], plainDate(day))).get(companyId) ?? [])
        .filter(({ record }) => record.kind === 'listing')
        .map(({ kind, on, endedOn }) => [kind, on, endedOn]);
    assert.deepEqual(await fileOn('2026-06-01'), [['listed', '2026-03-18', undefined]]);
    assert.deepEqual(await fileOn('2026-11-02'), [
      ['listed', '2026-03-18', '2026-10-20'],
      ['unlisted', '2026-10-20', undefined],
      ['listed', '2026-11-02', undefined],
    ]);
    const reveal = `/listings/${open.id}/persons/${edited.persons[0]?.id ?? ''}/reveal`;
    assert.equal(await refusal(as('leader').post(reveal, { reason: '核对身份' })), '403 forbidden');
    assert.deepEqual(await ok(as('inspector').post(reveal, { reason: '核对身份' })), { value: HEAD });
  });

  it('ends by itself with the decision it rests on', async () => {
    onDay('2026-03-02');
    const filed = await filedCase(as);
    const notice = { ...NOTICE, noticedOn: '2026-03-02' };
    const deciding = await after(as, filed, ['investigate'], ['end-investigation']);
    const noticed = await ok<CaseView>(opens(as('inspector'), deciding, 'decision', notice));
    const made = { madeOn: '2026-03-02', decisionNumber: '1', content: '付清', performBy: '2026-03-09' };
    const served = await afterSteps(
      as,
      noticed,
      ['inspector', 'hearStatement', { heardOn: '2026-03-02', statementKind: 'WAIVED' }],
      ['head', 'make', made],
      ['inspector', 'serve', { serviceMode: 'DIRECT', deliveredOn: '2026-03-02' }],
    );
    onDay('2026-03-10');
    const open = await ok<ListingView>(proposes(served.id));
    const numbered = { decidedOn: '2026-03-18', decisionNumber: '文失列〔2026〕9 号' };
    const decided = await afterMoves(open, ...toNotice, ['2026-03-18', 'head', 'decide', numbered]);
    const listed = await afterMoves(decided, ...toList.slice(3), [...PUBLISH]);
    assert.ok(JSON.stringify(await published()).includes('2026〕9 号'));
    assert.equal(listed.state, 'listed');
    onDay('2026-04-20');
    await afterSteps(
      as,
      served,
      [
        'inspector',
        'noteReconsideration',
        { reconsiderationOn: '2026-04-20', reconsiderationBody: '市政府' },
      ],
      ['inspector', 'decisionRevoked', { endedOn: '2026-04-20' }],
    );
    const leaving = await ok<ListingView>(as('inspector').get(`/listings/${open.id}`));
    assert.equal(leaving.state, 'leaving');
    assert.equal(leaving.listedUntil, '2026-04-19');
    assert.ok(!JSON.stringify(await published()).includes('2026〕9 号'));
    const clock = leaving.deadlines.find(
      ({ period, metOn }) => period === 'listingRemoval' && metOn === undefined,
    );
    // 21–24, 27–30 April, 6–7 May
    assert.equal(clock?.dueOn, '2026-05-07');
  });
});
