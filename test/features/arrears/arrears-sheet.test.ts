import assert from 'node:assert/strict';
import type { ArrearsLineView, ArrearsSheetView } from '../../../server/core/contract/arrears.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import {
  listCompanyArrears,
  listCompanyLines,
  markOwnArrears,
} from '../../../server/features/arrears/index.ts';
import { retryOutboxMessage } from '../../../server/features/notifications/retry-outbox-message.ts';
import { deliverDue, Outbox } from '../../../server/platform/outbox/index.ts';
import { asSystem, claimsOf, clock, move, ok, onDay, refusal, stored, told } from '../cases/cases-app.ts';
import { deliverTexts } from '../../support/deliver-texts.ts';
import { withoutTexts } from '../../support/without-texts.ts';
import type { Site } from './arrears-site.ts';
import {
  asCompany,
  build,
  caseOf,
  linesOf,
  on,
  openSite,
  person,
  sheetOf,
  shown,
  useArrearsApp,
} from './arrears-site.ts';

describe('the arrears sheet of a case', function () {
  this.timeout(20_000);
  const { as } = useArrearsApp();
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  beforeEach(() => onDay('2026-03-02'));
  const post = (path: string, body: object, seen: { version: number }) =>
    as('inspector').post(path, body, on(seen));
  const line = (lines: ArrearsLineView[], name: string, month: string): ArrearsLineView => {
    const found = lines.find(({ personName, payMonth }) => personName === name && payMonth === month);
    assert.ok(found !== undefined);
    return found;
  };

  it('reckons each month from the records, and takes the person’s word where there are none', async () => {
    const sheet = await build(as, await caseOf(as, site));
    const lines = await linesOf(as, sheet);
    const figures = lines.map(({ personName, payMonth, earnedFen, paidFen, owedFen }) =>
      [personName, payMonth, earnedFen, paidFen, owedFen].join(' '),
    );
    assert.deepEqual(figures, [
      '工友1 2025-12 500000 0 500000',
      '工友1 2026-01 930000 200000 730000',
      '工友2 2025-12 500000 0 500000',
      '工友2 2026-01 930000 0 930000',
    ]);
    assert.deepEqual(
      line(lines, '工友1', '2026-01').sources.map(({ source }) => source),
      ['attendance', 'payrollLine', 'bankRow', 'stated'],
    );
    assert.equal(sheet.totals.owedFen, 2_660_000);
    assert.equal(sheet.totals.owedCapitals, '贰万陆仟陆佰元整');
    assert.deepEqual([sheet.state, sheet.people, sheet.totals.openFen], ['draft', 2, 2_660_000]);
    assert.deepEqual(
      [sheet.compensation?.isOutlook, sheet.compensation?.lowFen, sheet.compensation?.highFen],
      [true, 1_330_000, 2_660_000],
    );
  });

  it('a new revision takes the place of the one before, which can still be read, and keeps what an inspector wrote', async () => {
    const view = await caseOf(as, site);
    const first = await build(as, view);
    const january = line(await linesOf(as, first), '工友1', '2026-01');
    const edit = { earnedFen: 900_000, reason: '有一天没有出工' };
    await ok(post(`/arrears-lines/${january.id}`, edit, january));
    const second = await build(as, view);
    assert.deepEqual([second.revision, second.revisions], [2, [2, 1]]);
    assert.equal(line(await linesOf(as, second), '工友1', '2026-01').owedFen, 700_000);
    const before = await ok<ArrearsSheetView>(
      as('inspector').get(`/cases/${view.id}/arrears-sheet`, { revision: 1 }),
    );
    assert.deepEqual([before.state, before.actions, before.totals.owedFen], ['superseded', [], 2_630_000]);
    assert.equal(
      await refusal(post(`/arrears-sheets/${first.id}/show`, { answerBy: '2026-03-20' }, before)),
      '409 conflict',
    );
  });

  it('the months can be chosen, none to come and none the wrong way round', async () => {
    const view = await caseOf(as, site);
    const sheet = await build(as, view, { from: '2026-01', to: '2026-01' });
    assert.equal((await linesOf(as, sheet)).length, 2);
    const wrong = (body: object) => refusal(as('inspector').create(`/cases/${view.id}/arrears-sheet`, body));
    assert.equal(await wrong({ from: '2026-01', to: '2026-04' }), '422 invalidInput to');
    assert.equal(await wrong({ from: '2026-02', to: '2026-01' }), '422 invalidInput to');
  });

  it('a month with work and no data for its wage has no figure, counts in no sum and blocks settling', async () => {
    // The fourth worked in January, nobody agreed on a rate with him, and nobody claims January for him.
    const stated = [{ ...person(4), months: [{ payMonth: '2025-12', owedFen: 100_000 }] }];
    const view = await caseOf(as, site, { headcount: 1, people: stated });
    const sheet = await build(as, view, { from: '2025-12', to: '2026-01' });
    const unknown = line(await linesOf(as, sheet), '工友4', '2026-01');
    assert.deepEqual([unknown.standing, unknown.owedFen], ['unknown', 0]);
    assert.match(unknown.lacks[0]?.zh ?? '', /没有约定的工价/);
    assert.deepEqual([sheet.totals.owedFen, sheet.totals.lines.unknown], [100_000, 1]);
    const open = await ok<ArrearsSheetView>(
      post(`/arrears-sheets/${sheet.id}/show`, { answerBy: '2026-03-20' }, sheet),
    );
    onDay('2026-03-21');
    assert.equal(
      await refusal(post(`/arrears-sheets/${sheet.id}/settle`, { marks: 0 }, open)),
      '409 arrearsUndecided',
    );
    await ok(post(`/arrears-lines/${unknown.id}`, { earnedFen: 700_000, reason: '按同班组工价' }, unknown));
    assert.equal((await sheetOf(as, view)).totals.owedFen, 800_000);
  });

  it('both sides are told once it is shown, and silence is neither', async () => {
    const view = await caseOf(as, site);
    const sheet = await shown(as, view);
    assert.deepEqual(
      (await told('arrearsShownToWorker')).slice(-2).map(({ data }) => data),
      Array.from({ length: 2 }, () => ({ caseNumber: view.caseNumber, answerBy: '2026-03-20' })),
    );
    assert.deepEqual([sheet.state, sheet.totals.openFen], ['shown', 2_660_000]);
    const settle = (seen: ArrearsSheetView) =>
      post(`/arrears-sheets/${seen.id}/settle`, { marks: seen.marks }, seen);
    assert.equal(await refusal(settle(sheet)), '409 arrearsStillOpen');
    onDay('2026-03-20');
    await deliverTexts(clock.now(), 202);
    onDay('2026-03-21');
    const settled = await ok<ArrearsSheetView>(settle(sheet));
    assert.deepEqual(
      [settled.state, settled.totals.agreedFen, settled.totals.openFen],
      ['settled', 0, 2_660_000],
    );
  });

  it('whom no message told is not taken at his silence, however long it lasts', async () => {
    await withoutTexts(async () => {
      const view = await caseOf(as, site);
      const sheet = await shown(as, view);
      assert.equal(sheet.untold, 4);
      onDay('2026-12-21');
      const settle = (seen: ArrearsSheetView) =>
        post(`/arrears-sheets/${seen.id}/settle`, { marks: seen.marks }, seen);
      assert.equal(await refusal(settle(sheet)), '409 arrearsUntold');
      assert.ok(
        (await claimsOf(as, view)).every(({ owedFen }) => owedFen === 1_000_000),
        'as they stated it',
      );

      // The company's word is not theirs; their own, taken down in person, is, and so is a finding with its reason.
      const lines = await linesOf(as, sheet);
      assert.ok(lines.every(({ untold }) => untold === true));
      const every = { mark: 'agreed' as const, lineIds: lines.map(({ id }) => id) };
      await markOwnArrears(sheet.id, sheet.version, every, asCompany(site.employerId));
      assert.equal(await refusal(settle(await sheetOf(as, view))), '409 arrearsUntold');
      const [one, other, ...asked] = lines;
      assert.ok(one !== undefined && other !== undefined);
      const lineIds = asked.map(({ id }) => id);
      await ok(post(`/arrears-sheets/${sheet.id}/mark`, { side: 'worker', mark: 'agreed', lineIds }, sheet));
      for (const { id } of [one, other]) {
        const now = (await linesOf(as, sheet)).find((line) => line.id === id);
        assert.ok(now !== undefined);
        const found = { foundFen: now.owedFen, reason: '电话问过本人，没有异议' };
        await ok(post(`/arrears-lines/${id}`, found, now));
      }
      const heard = await sheetOf(as, view);
      assert.equal(heard.untold, undefined);
      assert.equal((await ok<ArrearsSheetView>(settle(heard))).state, 'settled');
    });
  });

  it('whom the office told itself is waited for until the new day, like everybody', async () => {
    // The office has a phone number of the first alone: no message goes to the second.
    const { phone: _, ...unphoned } = { ...person(2), months: [{ payMonth: '2026-01', owedFen: 500_000 }] };
    const first = { ...person(1), months: unphoned.months };
    const view = await caseOf(as, site, { headcount: 2, people: [first, unphoned] });
    const sheet = await shown(as, view);
    assert.deepEqual([sheet.totals.lines.open, sheet.untold], [2, 1]);
    const tell = (body: object, seen = sheet) => post(`/arrears-sheets/${sheet.id}/tell`, body, seen);
    assert.equal(
      await refusal(tell({ answerBy: '2026-03-02', reason: '当面' })),
      '422 invalidInput answerBy',
    );
    onDay('2026-03-21');
    const told = await ok<ArrearsSheetView>(tell({ answerBy: '2026-03-27', reason: '3 月 20 日电话告知' }));
    assert.deepEqual([told.untold, told.answerBy], [undefined, '2026-03-27']);
    const { by, ...entry } = told.history.at(-1) ?? { by: undefined, facts: {} };
    assert.deepEqual(
      [by?.name, 'reason' in entry && entry.reason, entry.facts],
      ['李明清', '3 月 20 日电话告知', { answerBy: '2026-03-27', told: 1 }],
    );
    assert.equal(await refusal(tell({ answerBy: '2026-04-27', reason: '再来' }, told)), '409 conflict');
    let late: ArrearsSheetView | undefined;
    const settle = () => post(`/arrears-sheets/${sheet.id}/settle`, { marks: 0 }, late ?? told);
    assert.equal(await refusal(settle()), '409 arrearsStillOpen');
    onDay('2026-03-28');
    // Nobody has sent the first one's message either: his silence is none yet.
    assert.equal(await refusal(settle()), '409 arrearsNotYetTold');
    await deliverTexts(clock.now(), 202);
    // It went out, but on the day after the last one on which he could answer: nobody had told him in time.
    assert.equal(await refusal(settle()), '409 arrearsUntold');
    late = await sheetOf(as, view);
    assert.deepEqual([late.untold, late.actions.includes('tell')], [1, true]);
    late = await ok<ArrearsSheetView>(
      post(
        `/arrears-sheets/${sheet.id}/tell`,
        { answerBy: '2026-03-31', reason: '短信发晚了，电话告知' },
        late,
      ),
    );
    onDay('2026-04-01');
    assert.equal((await ok<ArrearsSheetView>(settle())).state, 'settled');
  });

  it('that is shown by a message sent in time, in the morning too, tells whom it reaches', async () => {
    const view = await caseOf(as, site);
    await deliverTexts(clock.now(), 202); // of the cases before
    const sheet = await shown(as, view);
    onDay(sheet.answerBy ?? '');
    await deliverTexts(clock.now(), 202);
    assert.equal((await sheetOf(as, view)).untold, undefined, 'on the last day is in time');
  });

  it('whose message never arrived is one whom no message told', async () => {
    const view = await caseOf(as, site);
    const sheet = await shown(as, view);
    const lines = await linesOf(as, sheet);
    const mine = lines.filter(({ personName }) => personName === '工友1').map(({ id }) => id);
    await ok(
      post(`/arrears-sheets/${sheet.id}/mark`, { side: 'worker', mark: 'agreed', lineIds: mine }, sheet),
    );
    assert.equal((await sheetOf(as, view)).untold, undefined, 'all have a phone');
    await deliverTexts(clock.now(), 422);
    const seen = await sheetOf(as, view);
    assert.deepEqual([seen.untold, seen.version], [2, sheet.version], 'who answered by himself has heard');
    assert.ok(seen.actions.includes('tell'));
    onDay('2026-12-21');
    const settle = (as: ArrearsSheetView) => post(`/arrears-sheets/${as.id}/settle`, { marks: as.marks }, as);
    assert.equal(await refusal(settle(seen)), '409 arrearsUntold');
    assert.ok(
      (await claimsOf(as, view)).every(({ owedFen }) => owedFen === 1_000_000),
      'as they stated it',
    );

    // Told by telephone they are waited for like everybody; a message tried again by hand takes nothing of that back.
    const told = await ok<ArrearsSheetView>(
      post(
        `/arrears-sheets/${sheet.id}/tell`,
        { answerBy: '2026-12-24', reason: '12 月 21 日电话告知' },
        seen,
      ),
    );
    for (const { id } of await Outbox.find({
      key: new RegExp(`^arrears:${sheet.id}:`, 'u'),
      state: 'failed',
    }))
      await retryOutboxMessage(String(id), asSystem());
    await deliverTexts(clock.now(), 422);
    assert.equal((await sheetOf(as, view)).untold, undefined);
    onDay('2026-12-25');
    assert.equal((await ok<ArrearsSheetView>(settle(told))).state, 'settled');
  });

  it('whose message was ended because the gateway was taken away is untold as well', async () => {
    const view = await caseOf(as, site);
    await deliverTexts(clock.now(), 202); // of the cases before
    const sheet = await shown(as, view);
    const ended = await deliverDue({ now: clock.now(), demo: false, log: { warn: () => undefined } });
    assert.equal(ended.switchedOff, 2);
    assert.equal((await sheetOf(as, view)).untold, 4);
    assert.equal((await linesOf(as, sheet)).filter(({ untold }) => untold === true).length, 4);
  });

  it('is disputed by one, agreed by the other, found by the inspector and settled into the claims', async () => {
    const view = await caseOf(as, site);
    const sheet = await shown(as, view);
    const lines = await linesOf(as, sheet);
    const company = asCompany(site.employerId);
    const agree = { mark: 'agreed' as const, lineIds: lines.map(({ id }) => id) };
    await markOwnArrears(sheet.id, sheet.version, agree, company);
    const own = line(lines, '工友1', '2026-01');
    const say = { mark: 'disputed', saysFen: 800_000, reason: '少算了加班' };
    await ok(as('worker').post(`/my/arrears/${own.id}`, say, on(sheet)));
    await ok(
      as('worker').post(`/my/arrears/${line(lines, '工友1', '2025-12').id}`, { mark: 'agreed' }, on(sheet)),
    );
    for (const payMonth of ['2025-12', '2026-01']) {
      const lineIds = [line(lines, '工友2', payMonth).id];
      await ok(post(`/arrears-sheets/${sheet.id}/mark`, { side: 'worker', mark: 'agreed', lineIds }, sheet));
    }
    const heard = await sheetOf(as, view);
    assert.deepEqual(
      [heard.version, heard.marks, heard.totals.agreedFen, heard.totals.disputedFen, heard.totals.openFen],
      [sheet.version, 8, 1_930_000, 730_000, 0],
    );
    const settle = (seen: ArrearsSheetView) =>
      post(`/arrears-sheets/${seen.id}/settle`, { marks: seen.marks }, seen);
    assert.equal(await refusal(settle(sheet)), '412 staleVersion');
    assert.equal(await refusal(settle(heard)), '409 arrearsUndecided');
    const disputed = line(await linesOf(as, sheet), '工友1', '2026-01');
    assert.equal(disputed.history.length, 2);
    await ok(
      post(`/arrears-lines/${disputed.id}`, { foundFen: 760_000, reason: '加班以打卡为准' }, disputed),
    );
    const found = await sheetOf(as, view);
    assert.deepEqual([found.totals.foundFen, found.totals.owedFen], [760_000, 2_690_000]);
    const settled = await ok<ArrearsSheetView>(settle(found));
    assert.equal(settled.state, 'settled');
    const claims = await claimsOf(as, view);
    assert.deepEqual(
      claims.map(({ name, owedFen }) => [name, owedFen]),
      [
        ['工友1', 1_260_000],
        ['工友2', 1_430_000],
      ],
    );
    const { owedFen } = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.equal(owedFen, 2_690_000);
    // A second time nothing changes.
    const again = await ok<ArrearsSheetView>(settle(found));
    assert.deepEqual([again.version, again.state], [settled.version, 'settled']);
    assert.equal((await sheetOf(as, view)).history.filter(({ action }) => action === 'settle').length, 1);
    assert.equal(
      await refusal(as('worker').post(`/my/arrears/${own.id}`, { mark: 'agreed' }, on(settled))),
      '409 conflict',
    );
  });

  it('a word of the same is harmless, another one keeps the earlier, and a changed figure takes both off', async () => {
    const view = await caseOf(as, site);
    const sheet = await shown(as, view);
    const own = line(await linesOf(as, sheet), '工友1', '2026-01');
    const say = (body: object, seen = sheet) => as('worker').post(`/my/arrears/${own.id}`, body, on(seen));
    await ok(say({ mark: 'agreed' }));
    await ok(say({ mark: 'agreed' }));
    assert.equal((await sheetOf(as, view)).marks, 1);
    await ok(say({ mark: 'disputed', reason: '不对' }));
    const after = line(await linesOf(as, sheet), '工友1', '2026-01');
    assert.deepEqual(
      after.history.map(({ mark }) => mark),
      ['agreed', 'disputed'],
    );
    await ok(post(`/arrears-lines/${own.id}`, { earnedFen: 950_000, reason: '重新核对打卡' }, after));
    const edited = line(await linesOf(as, sheet), '工友1', '2026-01');
    assert.deepEqual(
      [edited.worker, edited.standing, edited.owedFen, edited.history.length],
      [undefined, 'open', 750_000, 3],
    );
    assert.equal(await refusal(say({ mark: 'agreed' })), '412 staleVersion');
  });

  it('a word against it needs a reason or a figure', async () => {
    const view = await caseOf(as, site);
    const sheet = await shown(as, view);
    const own = line(await linesOf(as, sheet), '工友1', '2026-01');
    assert.equal(
      await refusal(as('worker').post(`/my/arrears/${own.id}`, { mark: 'disputed' }, on(sheet))),
      '422 invalidInput reason',
    );
  });

  it('what was paid through the case is never more than what the sheet says is owed', async () => {
    const view = await caseOf(as, site, {}, [2]);
    const sheet = await shown(as, view);
    const lines = await linesOf(as, sheet);
    const claim = (await claimsOf(as, view))[0];
    const now = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    const rows = [{ claimId: claim?.id, fen: 900_000 }];
    await ok(
      move(as('inspector'), now, 'record-payment', {
        rows,
        paidOn: '2026-03-01',
        means: 'REPORTED',
        fileIds: [],
      }),
    );
    for (const one of lines)
      await ok(post(`/arrears-lines/${one.id}`, { foundFen: 100_000, reason: '查明' }, one));
    const found = await sheetOf(as, view);
    assert.equal(
      await refusal(post(`/arrears-sheets/${sheet.id}/settle`, { marks: 0 }, found)),
      '409 arrearsBelowPaid',
    );
    assert.equal((await sheetOf(as, view)).state, 'shown');
  });

  it('nobody sees or answers what is another’s, and neither side the word of the other', async () => {
    const view = await caseOf(as, site);
    const sheet = await shown(as, view);
    const lines = await linesOf(as, sheet);
    const [own, others] = [line(lines, '工友1', '2026-01'), line(lines, '工友2', '2026-01')];
    const company = asCompany(site.employerId);
    const dispute = { mark: 'disputed' as const, reason: '单位的理由', lineIds: [own.id] };
    await markOwnArrears(sheet.id, sheet.version, dispute, company);
    await ok(
      as('worker').post(`/my/arrears/${own.id}`, { mark: 'disputed', reason: '工人的理由' }, on(sheet)),
    );
    const mine = JSON.stringify(await ok(as('worker').get('/my/arrears')));
    assert.match(mine, /工人的理由/);
    assert.doesNotMatch(mine, /单位的理由|工友2/);
    const theirs = JSON.stringify(await listCompanyLines(sheet.id, {}, company));
    assert.match(theirs, /单位的理由/);
    assert.doesNotMatch(theirs, /工人的理由|本人陈述|1380000/);
    assert.equal(
      await refusal(as('worker').post(`/my/arrears/${others.id}`, { mark: 'agreed' }, on(sheet))),
      '404 notFound',
    );
    const stranger = asCompany(site.ownerId);
    assert.equal((await listCompanyArrears({}, stranger)).total, 0);
    await assert.rejects(listCompanyLines(sheet.id, {}, stranger), { code: 'notFound' });
  });

  it('neither side sees a draft', async () => {
    const view = await caseOf(as, site);
    const sheet = await build(as, view);
    const company = asCompany(site.employerId);
    assert.ok(!(await listCompanyArrears({}, company)).items.some(({ id }) => id === sheet.id));
    const mine = await ok<{ sheetId: string }[]>(as('worker').get('/my/arrears'));
    assert.ok(!mine.some(({ sheetId }) => sheetId === sheet.id));
  });

  it('whoever made a report is hidden from the company altogether and from staff outside the case', async () => {
    const report = { intakeKind: 'REPORT', headcount: 1, name: '举报人甲' };
    const view = await caseOf(as, site, report, [1]);
    const sheet = await shown(as, view);
    const company = asCompany(site.employerId);
    assert.equal((await listCompanyLines(sheet.id, {}, company)).total, 0);
    const shownTo = (await listCompanyArrears({}, company)).items.find(({ id }) => id === sheet.id);
    assert.deepEqual([shownTo?.people, shownTo?.owedFen], [0, 0]);
    for (const [who, name] of [
      ['inspector', '工友1'],
      ['inspector3', undefined],
      ['clerk', undefined],
    ] as const) {
      const [first] = await linesOf(as, sheet, who);
      assert.deepEqual([first?.personName, first?.identityHidden], [name, name === undefined]);
      const people = await ok<{ items: object[] }>(as(who).get(`/arrears-sheets/${sheet.id}/people`));
      assert.equal(JSON.stringify(people).includes('工友1'), name !== undefined);
    }
    const own = (await linesOf(as, sheet))[0];
    await ok(as('worker').post(`/my/arrears/${own?.id ?? ''}`, { mark: 'agreed' }, on(sheet)));
    const events = await stored('events', { action: 'case.arrearsMarked' });
    assert.deepEqual(
      new Set(events.slice(-1).map((event) => event['actor'] as string)),
      new Set(['anonymous']),
    );
    const csv = await as('head').get(`/arrears-sheets/${sheet.id}/export`, { format: 'csv' });
    assert.equal(csv.status, 200);
    assert.match(csv.text, /身份保密/);
    assert.doesNotMatch(csv.text, /工友1/);
  });

  it('is open to the office of the area alone, and built by inspectors', async () => {
    const view = await caseOf(as, site);
    const sheet = await build(as, view);
    for (const [who, status] of [
      ['otherInspector', 404],
      ['leader', 403],
      ['worker', 403],
      ['nobody', 401],
      ['head', 200],
      ['clerk', 200],
    ] as const)
      for (const path of [
        `/cases/${view.id}/arrears-sheet`,
        `/arrears-sheets/${sheet.id}/lines`,
        `/arrears-sheets/${sheet.id}/people`,
      ])
        await as(who).get(path).expect(status);
    for (const [who, status] of [
      ['otherInspector', 404],
      ['head', 403],
      ['clerk', 403],
    ] as const)
      await as(who).create(`/cases/${view.id}/arrears-sheet`, {}).expect(status);
    await as('clerk').get(`/arrears-sheets/${sheet.id}/export`, { format: 'csv' }).expect(403);
  });

  it('is printed with its sums in capitals', async () => {
    const sheet = await build(as, await caseOf(as, site));
    const pdf = await as('head').get(`/arrears-sheets/${sheet.id}/sheet.pdf`).buffer(true);
    assert.deepEqual([pdf.status, pdf.headers['content-type']], [200, 'application/pdf']);
    assert.equal((pdf.body as Buffer).subarray(0, 5).toString(), '%PDF-');
  });
});
