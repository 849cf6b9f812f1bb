import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { ProceedingKindView } from '../../../server/core/contract/proceedings.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { addLocalHoliday } from '../../../server/features/calendar/change-local-holidays.ts';
import { findDueCases, recountCases } from '../../../server/features/cases/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import {
  after,
  asSystem,
  claimsOf,
  clock,
  fileOf,
  filedCase,
  idOf,
  move,
  ok,
  onDay,
  problemOf,
  refusal,
  stored,
  told,
  useCasesApp,
} from './cases-app.ts';
import { afterSteps, newestOf, NOTICE, opens, steps } from './proceedings-app.ts';

describe('proceedings of a case', () => {
  const { as } = useCasesApp();
  beforeEach(() => onDay('2026-03-02'));

  /** Investigated since 2 March; the decision is due on 31 March. */
  async function deciding(): Promise<CaseView> {
    const open = await after(as, await filedCase(as), ['investigate']);
    onDay('2026-03-10');
    return after(as, open, ['end-investigation']);
  }
  const noticed = async (view: CaseView, over: object = {}): Promise<CaseView> =>
    ok(opens(as('inspector'), view, 'decision', { ...NOTICE, noticedOn: clock.today(), ...over }));

  it('tell what can be opened, to those who may, with its form, its article and why not yet', async () => {
    const view = await filedCase(as);
    const kinds = await ok<{ items: ProceedingKindView[] }>(
      as('inspector').get(`/cases/${view.id}/proceedings/kinds`),
    );
    assert.equal(kinds.items.length, 9);
    const [decision, bond] = ['decision', 'bondUse'].map((kind) =>
      kinds.items.find((one) => one.kind === kind),
    );
    assert.match(decision?.citation?.zh ?? '', /劳动保障监察条例.*第十九条/u);
    assert.match(decision?.notYet?.zh ?? '', /开始调查后/u);
    assert.match(bond?.notYet?.zh ?? '', /须先责令限期支付/u);
    assert.ok(decision?.fields.some(({ name, isRequired }) => name === 'basis' && isRequired));
    const head = await ok<{ items: unknown[] }>(as('head').get(`/cases/${view.id}/proceedings/kinds`));
    assert.deepEqual(head.items, [], 'a head opens none');
    const path = `/cases/${view.id}/proceedings/kinds`;
    assert.equal(await refusal(as('clerk').get(path)), '403 forbidden');
    assert.equal(await refusal(as('otherInspector').get(path)), '404 notFound');
  });

  it('a decision goes from prior notice to performance; it meets the case’s own period and moves the case on', async () => {
    const told1 = await noticed(await deciding());
    assert.deepEqual([newestOf(told1).state, newestOf(told1).number], ['noticed', 1]);
    onDay('2026-03-13');
    const heard = await afterSteps(as, told1, [
      'inspector',
      'hearStatement',
      { heardOn: '2026-03-13', statementKind: 'SILENT' },
    ]);
    assert.deepEqual(
      newestOf(heard).actions.map(({ action }) => action),
      ['drop'],
      'the decision is the head’s',
    );
    const order = { decisionNumber: '文劳监理字〔2026〕第1号', content: '付清', decidedFen: 900_001 };
    const made = await afterSteps(as, heard, [
      'head',
      'make',
      { ...order, madeOn: '2026-03-13', performBy: '2026-03-27' },
    ]);
    assert.equal(made.state, 'ordered');
    assert.equal(made.deadlines.find(({ period }) => period === 'decision')?.metOn, '2026-03-13');
    // seven working days after Friday the 13th
    assert.deepEqual([made.nextDue?.period, made.nextDue?.dueOn], ['service', '2026-03-24']);
    onDay('2026-03-17');
    const served = await afterSteps(as, made, [
      'inspector',
      'serve',
      { serviceMode: 'DIRECT', deliveredOn: '2026-03-16' },
    ]);
    const clocks = (view: CaseView) =>
      Object.fromEntries(newestOf(view).deadlines.map((one) => [one.period, one.metOn ?? one.dueOn]));
    assert.deepEqual(clocks(served), {
      service: '2026-03-16',
      reconsideration: '2026-05-15',
      suit: '2026-09-16',
      courtEnforcement: '2026-12-16',
    });
    assert.equal(served.nextDue?.period, 'courtEnforcement', 'the rights of others make nothing due');
    const demand = newestOf(served).actions.find(({ action }) => action === 'demand');
    assert.match(demand?.notYet?.zh ?? '', /2026-03-28 起/u);
    onDay('2026-03-25');
    const paid = await afterSteps(as, served, ['inspector', 'perform', { performedOn: '2026-03-25' }]);
    const done = newestOf(paid);
    assert.deepEqual([done.state, done.isOpen, done.closedOn], ['performed', false, '2026-03-25']);
    assert.deepEqual(done.actions, []);
    assert.equal(done.figures.find(({ fen }) => fen !== undefined)?.fen, 900_001);
    assert.deepEqual(
      done.history.map(({ proceeding }) => proceeding?.says.zh),
      ['发出事先告知', '登记陈述申辩', '作出处理决定', '登记送达', '登记履行'],
    );
    const events = await stored('events', { subject: `case:${paid.id}`, action: 'case.proceed' });
    assert.equal(events.length, 5);
    assert.ok(!JSON.stringify(events).includes('付清'), 'what people wrote stays out of the chain');
  });

  it('a decision that is grave or complex waits for the legal review', async () => {
    const heard = await afterSteps(as, await noticed(await deciding(), { isGrave: true }), [
      'inspector',
      'hearStatement',
      { heardOn: '2026-03-10', statementKind: 'WAIVED' },
    ]);
    const make = { madeOn: '2026-03-10', decisionNumber: '1', content: 'x', performBy: '2026-03-27' };
    const early = await problemOf(steps(as('head'), heard, 'make', make));
    assert.deepEqual([early.status, early.code], [409, 'notYet']);
    assert.match(early.messages.zh, /法制审核/u);
    const review = { reviewedOn: '2026-03-10', reviewer: '法规科', reviewOpinion: '同意' };
    const made = await afterSteps(as, heard, ['head', 'review', review], ['head', 'make', make]);
    assert.equal(newestOf(made).state, 'made');
  });

  it('refuse what is unknown, missing, to come, out of order, stale, another’s or not open', async () => {
    const view = await deciding();
    const given = { ...NOTICE, noticedOn: '2026-03-10' };
    const open = (over: object, who = as('inspector')) => refusal(opens(who, view, 'decision', over));
    assert.equal(await open({ ...given, secret: 'x' }), '422 invalidInput given.secret');
    assert.equal(
      await open({ noticeMode: 'X' }),
      '422 invalidInput given.basis given.intended given.noticeMode given.noticedOn',
    );
    assert.equal(await open({ ...given, noticedOn: '2026-03-11' }), '422 invalidInput given.noticedOn');
    assert.equal(await open({ ...given, noticedOn: '2026-03-01' }), '422 invalidInput given.noticedOn');
    assert.equal(await open({ ...given, isGrave: 'yes' }), '422 invalidInput given.isGrave');
    assert.equal(await open(given, as('head')), '403 forbidden');
    assert.equal(await open(given, as('otherInspector')), '404 notFound');
    assert.equal(await open(given, as('leader')), '403 forbidden');
    const told1 = await noticed(view);
    assert.equal(await open(given), '412 staleVersion');
    const hear = { heardOn: '2026-03-09', statementKind: 'SILENT' };
    const step = (action: string, body: object, who = as('inspector')) =>
      refusal(steps(who, told1, action, body));
    assert.equal(await step('hearStatement', hear), '422 invalidInput given.heardOn');
    assert.equal(
      await step('hearStatement', { heardOn: '2026-03-10', statementKind: 'MADE' }),
      '422 invalidInput given.statement',
    );
    assert.equal(await step('make', {}, as('head')), '409 conflict');
    assert.equal(await step('constructor', {}), '409 conflict');
    const other = { ...told1, proceedings: [{ ...newestOf(told1), id: 'f'.repeat(24) }] };
    assert.equal(await refusal(steps(as('inspector'), other, 'drop', {})), '404 notFound');
    const now = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.deepEqual([now.version, now.proceedings.length], [told1.version, 1]);
  });

  it('wait for the head, who is told, and not for the one who asked', async () => {
    const view = await filedCase(as);
    const asked = { items: '考勤本两册', place: '项目部办公室', reason: '可能被销毁' };
    const own = await ok<CaseView>(opens(as('both'), view, 'evidencePreservation', asked));
    assert.ok((await told('caseProceedingWaits')).some(({ to }) => to === idOf('head')));
    assert.deepEqual(newestOf(own).state, 'asked');
    assert.equal(await refusal(steps(as('both'), own, 'approve')), '403 ownRequest');
    const seen = await ok<CaseView>(as('both').get(`/cases/${view.id}`));
    assert.deepEqual(newestOf(seen).actions, []);
    const kept = await afterSteps(
      as,
      own,
      ['head', 'approve'],
      [
        'inspector',
        'preserve',
        { preservedOn: '2026-03-02', itemCount: 2, keeper: '李明清', fileIds: [await fileOf('inspector')] },
      ],
    );
    assert.deepEqual([kept.nextDue?.period, kept.nextDue?.dueOn], ['evidencePreservation', '2026-03-11']);
    assert.equal(kept.files.length, 1);
    const due = await findDueCases(plainDate('2026-03-11'));
    assert.deepEqual(
      due.items.filter(({ id }) => id === view.id).map(({ next }) => next.period),
      ['evidencePreservation'],
    );
  });

  it('keep the case open until they end, and say which; what outlives it goes on afterwards', async () => {
    const open = await after(as, await filedCase(as), ['investigate']);
    const fund = { ground: 'ABSCONDED', fundFen: 500_000, headcount: 1, reason: '包工头失联' };
    const asked = await ok<CaseView>(opens(as('inspector'), open, 'emergencyFund', fund));
    const closing = { code: 'AGREED_NOT_PAID', statement: '已达成协议' };
    const held = await problemOf(move(as('inspector'), asked, 'ask-closure', closing));
    assert.deepEqual([held.status, held.code], [409, 'proceedingsOpen']);
    assert.match(held.messages.zh, /动用应急周转金 1（待负责人批准）/u);
    const paid = await afterSteps(
      as,
      asked,
      ['head', 'approve'],
      ['inspector', 'pay', { paidOn: '2026-03-02', paidFen: 500_000 }],
    );
    const waiting = await ok<CaseView>(move(as('inspector'), paid, 'ask-closure', closing));
    const closed = await ok<CaseView>(move(as('head'), waiting, 'approve-closure'));
    assert.equal(closed.state, 'closed');
    const back = await afterSteps(as, closed, ['inspector', 'recover', { backOn: '2026-03-02' }]);
    assert.deepEqual([back.state, newestOf(back).state], ['closed', 'recovered']);
    assert.equal(await refusal(opens(as('inspector'), back, 'emergencyFund', fund)), '409 conflict');
  });

  it('cap the owner’s advance by the works money it still owes, several advances together', async () => {
    const open = await after(as, await filedCase(as), ['investigate']);
    const advance = { owner: '城投', unsettledFen: 1_000_000, advanceFen: 700_000, basis: '进度款未付' };
    const over = await problemOf(
      opens(as('inspector'), open, 'ownerAdvance', { ...advance, advanceFen: 1_000_001 }),
    );
    assert.deepEqual(
      over.fields?.map(({ path, zh }) => [path, zh]),
      [['given.advanceFen', '建设单位以未结清的工程款为限垫付，最多 10,000.00 元']],
    );
    const first = await ok<CaseView>(opens(as('inspector'), open, 'ownerAdvance', advance));
    assert.deepEqual(newestOf(first).figures[0]?.fen, 1_000_000);
    assert.equal(
      await refusal(opens(as('inspector'), first, 'ownerAdvance', advance)),
      '422 invalidInput given.advanceFen',
    );
    const second = await ok<CaseView>(
      opens(as('inspector'), first, 'ownerAdvance', { ...advance, advanceFen: 300_000 }),
    );
    assert.equal(newestOf(second).number, 2);
  });

  it('run the bond’s periods only where the area has set them, and cite no text that was not read', async () => {
    const open = await after(as, await filedCase(as), ['investigate']);
    const order = {
      servedOn: '2026-03-02',
      rectifyBy: '2026-03-06',
      mode: 'DIRECT',
      demands: '付清工资',
      fileIds: [],
    };
    const ordered = await after(as, open, ['order', order]);
    onDay('2026-03-06');
    const bond = { bank: '农行文山支行', bondFen: 900_001, headcount: 1, reason: '期满未付' };
    const early = await problemOf(opens(as('inspector'), ordered, 'bondUse', bond));
    assert.match(early.messages.zh, /限期改正至 2026-03-06/u);
    onDay('2026-03-09');
    const asked = await ok<CaseView>(opens(as('inspector'), ordered, 'bondUse', bond));
    const unset = await afterSteps(as, asked, ['head', 'issue', { noticeOn: '2026-03-09' }]);
    assert.deepEqual(newestOf(unset).deadlines, []);
    assert.ok(newestOf(unset).figures.some(({ words }) => words?.zh === '本地区尚未设置，不计期限'));
    const value = { areaCode: '532601', value: 3, source: '测试', from: plainDate('2026-01-01') };
    await setParameter('bondRefillDays', value, asSystem());
    const paid = await afterSteps(as, unset, [
      'inspector',
      'bankPays',
      { paidOn: '2026-03-09', paidFen: 900_001 },
    ]);
    const [refill] = newestOf(paid).deadlines;
    assert.deepEqual(
      [refill?.period, refill?.dueOn, refill?.citation],
      ['bondRefill', '2026-03-12', undefined],
    );
  });

  it('open neither the bond nor the way to the police once everybody was paid by the last day of the order', async () => {
    const order = {
      servedOn: '2026-03-02',
      rectifyBy: '2026-03-06',
      mode: 'DIRECT',
      demands: '付清',
      fileIds: [],
    };
    const ordered = await after(as, await filedCase(as), ['investigate'], ['order', order]);
    const [claim] = await claimsOf(as, ordered);
    onDay('2026-03-09');
    const pay = async (fen: number) => ({
      ...{ rows: [{ claimId: claim?.id, fen }], paidOn: '2026-03-06', means: 'BANK_CREDIT' },
      fileIds: [await fileOf('inspector')],
    });
    const transfer = { reportedOn: '2026-03-09', team: '李、王', act: 'UNWILLING', report: '期满未付' };
    const left = await after(as, ordered, ['record-payment', await pay((claim?.owedFen ?? 0) - 1)]);
    const kinds = (view: CaseView) =>
      ok<{ items: ProceedingKindView[] }>(as('inspector').get(`/cases/${view.id}/proceedings/kinds`));
    const notYet = async (view: CaseView) =>
      (await kinds(view)).items.flatMap(({ kind, notYet: why }) =>
        kind === 'bondUse' || kind === 'criminalTransfer' ? [why?.zh] : [],
      );
    assert.deepEqual(await notYet(left), [undefined, undefined], 'a fen is missing');
    const paid = await after(as, left, ['record-payment', await pay(1)]);
    const why = '本案欠薪已于 2026-03-06 全部支付，未超过责令支付的期限';
    assert.deepEqual(await notYet(paid), [why, why]);
    const problem = await problemOf(opens(as('inspector'), paid, 'criminalTransfer', transfer));
    assert.equal(problem.code, 'notYet');
  });

  it('the case and its complaint say where the two years stand', async () => {
    const late = await filedCase(as, { payMonths: ['2023-12', '2024-01'] });
    // January could be paid until the end of February: the two years ended with February 2026
    assert.deepEqual([late.limitation?.state, late.limitation?.lastDay], ['outOfTime', '2026-02-28']);
    const early = await filedCase(as, { payMonths: ['2024-01', '2024-02'] });
    assert.deepEqual(
      [early.limitation?.state, early.limitation?.stoppedOn, early.limitation?.lastDay],
      ['stopped', '2026-03-02', '2026-03-31'],
    );
    assert.match(
      early.limitation?.words.zh ?? '',
      /^时效至 2026-03-31；2026-03-02 已投诉，未超过二年（.*次月末/u,
    );
    const complaint = await ok<ComplaintView>(
      as('clerk').get(`/complaints/${early.complaints[0]?.id ?? ''}`),
    );
    assert.deepEqual(complaint.limitation, early.limitation);
  });

  it('a local holiday moves their periods with the case’s, and the time for the court with that for a suit', async () => {
    const told1 = await noticed(await deciding());
    const made = await afterSteps(
      as,
      told1,
      ['inspector', 'hearStatement', { heardOn: '2026-03-10', statementKind: 'SILENT' }],
      ['head', 'make', { madeOn: '2026-03-10', decisionNumber: '1', content: 'x', performBy: '2026-03-27' }],
      ['inspector', 'serve', { serviceMode: 'DIRECT', deliveredOn: '2026-03-10' }],
    );
    const clocks = (view: CaseView) =>
      newestOf(view)
        .deadlines.filter(({ metOn }) => metOn === undefined)
        .map(({ period, dueOn }) => `${period} ${dueOn}`);
    assert.deepEqual(clocks(made), [
      'reconsideration 2026-05-09', // a make-up Saturday
      'suit 2026-09-10',
      'courtEnforcement 2026-12-10',
    ]);
    const holiday = { areaCode: '5326', day: plainDate('2026-09-10'), name: '州庆', source: '通知' };
    await addLocalHoliday(holiday, asSystem());
    const counts = await recountCases(asSystem(), new AbortController().signal);
    assert.ok(counts.moved >= 1);
    const moved = await ok<CaseView>(as('inspector').get(`/cases/${made.id}`));
    assert.deepEqual(clocks(moved), [
      'reconsideration 2026-05-09',
      'suit 2026-09-11',
      'courtEnforcement 2026-12-11',
    ]);
    assert.equal(moved.nextDue?.dueOn, '2026-12-11');
    onDay('2026-06-01');
    const later = await ok<CaseView>(as('inspector').get(`/cases/${made.id}`));
    const passed = newestOf(later).deadlines.find(({ period }) => period === 'reconsideration');
    assert.deepEqual([passed?.lapsed, passed?.timeLeft], [true, undefined], 'nobody here is late with it');
    assert.equal(later.nextDue?.dueOn, '2026-12-11');
    assert.deepEqual(await recountCases(asSystem(), new AbortController().signal), {
      moved: 0,
      finished: true,
    });
  });
});
