import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../../server/core/contract/page.ts';
import type { PayrollLineView, PayrollView, PrefilledEntry } from '../../../server/core/contract/payroll.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { ProjectView } from '../../../server/core/contract/projects.ts';
import type { TeamView } from '../../../server/core/contract/roster.ts';
import type { SheetCheckView, SheetProblem } from '../../../server/core/contract/sheet-checks.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { PAYROLL_COLUMNS } from '../../../server/features/payroll/index.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { readSheet } from '../../../server/platform/workbooks/index.ts';
import type { Agent } from '../../support/app.ts';
import { runCommandLine } from '../../support/command.ts';
import { othersWrite, testStore, useStore } from '../../support/store.ts';
import type { Office } from '../roster/site.ts';
import { addTeam, COMPANY, openOffice, OTHER_SITE, SITE } from '../roster/site.ts';
import type { Hand } from './filing-site.ts';
import { attended, cells, checked, confirm, fileTyped, hire, MONTH, typed, workbook } from './filing-site.ts';

describe('a month of wages is checked and filed', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let office: Office;
  let rebar: TeamView;
  let hands: [Hand, Hand, Hand];
  let scope: { projectId: string; teamId: string };

  before(async () => {
    office = await openOffice();
    const wage = { areaCode: '5326', from: '2026-01-01', value: 180_000, source: '云人社发〔2026〕1号' };
    await setParameter('minimumWageMonthly', wage as never, office.system); // days are branded at the door
    rebar = await addTeam(office.sub, SITE, COMPANY.labour, '钢筋班');
    scope = { projectId: SITE, teamId: rebar.id };
    hands = [
      await hire(office.sub, rebar, 20),
      await hire(office.sub, rebar, 22),
      await hire(office.sub, rebar, null),
    ];
  });
  beforeEach(async () => {
    await PayrollSheets.deleteMany({});
    await PayrollLines.deleteMany({});
  });

  const brief = (problems: readonly SheetProblem[]): unknown[] =>
    problems.map(({ row, column, rule, level }) => [row, column ?? '', rule, level]);
  const lines = async (agent: Agent, sheetId: unknown): Promise<PayrollLineView[]> => {
    const { body } = await agent.get(`/api/payroll/sheets/${String(sheetId)}/lines`).expect(200);
    return (body as Page<PayrollLineView>).items;
  };
  const all = () => workbook(cells(hands[0], 20), cells(hands[1], 22), cells(hands[2], 10));

  it('the template holds everybody of the roster and the days of the attendance, and can be sent back', async () => {
    const sent = await office.sub
      .get('/api/payroll/template')
      .query({ ...scope, payMonth: MONTH })
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const bytes = sent.body as Buffer;
    const { rows } = await readSheet(bytes, PAYROLL_COLUMNS, { maxRows: 10 });
    assert.deepEqual(
      rows.map(({ cells: { citizenId, daysHundredths, grossFen, bankCard } }) => ({
        ...{ citizenId, daysHundredths, grossFen, bankCard },
      })),
      hands.map(({ input: { citizenId } }, at) => ({
        citizenId,
        daysHundredths: [2000, 2200, 0][at],
        grossFen: [600_000, 660_000, 0][at],
        bankCard: null,
      })),
    );
    const view = await checked(office.sub, scope, bytes);
    assert.equal(view.blocking, 0, JSON.stringify(view.problems));
    assert.equal(await Events.countDocuments({ action: 'payroll.templateTaken', 'facts.people': 3 }), 1);
  });

  it('nothing is kept before the contractor confirms; then the sheet and its lines stand at once', async () => {
    const view = await checked(office.sub, scope, await all());
    assert.deepEqual(brief(view.problems), [
      [0, '', 'outlier.notSet', 'notice'],
      [0, '', 'attendance.none', 'notice'],
    ]);
    assert.equal(view.canConfirm, true);
    assert.equal((await PayrollSheets.countDocuments({})) + (await PayrollLines.countDocuments({})), 0);
    const done = (await confirm(office.sub, view).expect(200)).body as SheetCheckView;
    const { result } = (await confirm(office.sub, view).expect(200)).body as SheetCheckView;
    assert.deepEqual(result, done.result);
    assert.deepEqual({ ...result, sheetId: '' }, { sheetId: '', people: 3, netFen: 1_560_000, revision: 1 });
    assert.equal(await PayrollSheets.countDocuments({}), 1);

    const sheet = (await office.sub.get(`/api/payroll/sheets/${String(result?.['sheetId'])}`).expect(200))
      .body as PayrollView;
    const { state, people, grossFen, netFen, creditedFen, answers, employerName, teamName } = sheet;
    assert.deepEqual(
      { state, people, grossFen, netFen, creditedFen, teamName, unanswered: answers.unanswered },
      {
        ...{ state: 'signing', people: 3, grossFen: 1_560_000, netFen: 1_560_000, creditedFen: 0 },
        ...{ teamName: '钢筋班', unanswered: 3 },
      },
    );
    assert.notEqual(employerName, '');
    assert.deepEqual(
      sheet.history.map(({ action }) => action),
      ['file'],
    );
    const [first, , third] = await lines(office.sub, result?.['sheetId']);
    assert.equal(first?.workerName, hands[0].input.name);
    assert.equal(first?.citizenIdMasked.includes('*'), true);
    assert.equal(first?.bankCardMasked?.slice(-4), hands[0].input.bankCard?.slice(-4));
    assert.deepEqual(first?.bank, { state: 'none', attempts: 0 });
    const stored = await PayrollLines.find({ sheetId: String(result?.['sheetId']) }).lean();
    for (const { input } of hands) assert.ok(!JSON.stringify(stored).includes(input.citizenId ?? '-'));
    assert.deepEqual(
      stored.map(({ attendedHundredths }) => attendedHundredths),
      [2000, 2200, undefined],
    );
    assert.equal(third?.daysHundredths, 1000);
    const events = await Events.find({ subject: `payroll:${String(result?.['sheetId'])}` }).lean();
    assert.deepEqual(
      events.map(({ action }) => action),
      ['payroll.filed'],
    );
    assert.doesNotMatch(JSON.stringify(events), new RegExp(hands[0].input.name));
  });

  it('every fault comes at once, by row and column, and a sheet that blocks is not stored', async () => {
    const [a, b] = hands;
    const stranger = { ...cells(a, 20), citizenId: '11010519491231002X', name: '生人', bankCard: null };
    const view = await checked(
      office.sub,
      scope,
      await workbook(
        cells(a, 21, { grossFen: 630_001, netFen: 630_001 }),
        cells(b, 22, { name: '另一人', bankCard: a.input.bankCard ?? null, other: 1_000, netFen: 659_000 }),
        stranger,
        { ...cells(a, 20), isSigned: null, bankCard: null },
        cells(b, 3, { dayRateFen: 5_000, grossFen: 15_000, netFen: 15_000, bankCard: null }),
      ),
    );
    assert.deepEqual(brief(view.problems), [
      [0, '', 'outlier.notSet', 'notice'],
      [2, 'daysHundredths', 'days.overAttendance', 'notice'],
      [2, 'grossFen', 'gross.arithmetic', 'block'],
      [2, 'bankCard', 'card.shared', 'block'],
      [3, 'name', 'name.differs', 'block'],
      [3, 'otherGround', 'deduction.noGround', 'block'],
      [3, 'bankCard', 'card.shared', 'block'],
      [3, 'bankCard', 'card.differs', 'block'],
      [4, 'citizenId', 'roster.missing', 'block'],
      [4, 'bankCard', 'card.missing', 'notice'],
      [5, 'citizenId', 'person.twice', 'block'],
      [5, 'isSigned', 'signature.missing', 'notice'],
      [6, 'citizenId', 'person.twice', 'block'],
      [6, 'dayRateFen', 'rate.belowAgreed', 'notice'],
      [6, 'grossFen', 'wage.belowMinimum', 'notice'],
    ]);
    const said = JSON.stringify(view.problems);
    for (const { input } of hands)
      assert.ok(!said.includes(input.citizenId ?? '-') && !said.includes(input.bankCard ?? '-'));
    assert.equal(view.canConfirm, false);
    const refused = await confirm(office.sub, view);
    assert.equal(refused.status, 409);
    assert.equal((refused.body as { code: string }).code, 'sheetBlocked');
    assert.equal(await PayrollSheets.countDocuments({}), 0);
  });

  it('somebody who worked and is missing is named, and a level is the area’s own to set', async () => {
    const bytes = await workbook(cells(hands[0], 20), cells(hands[2], 10));
    const before = await checked(office.sub, scope, bytes);
    const absent = before.problems.find(({ rule }) => rule === 'roster.absent');
    assert.equal(absent?.level, 'notice');
    assert.ok(absent?.zh.includes(hands[1].input.name) && absent.zh.includes('22'));
    const value = [{ rule: 'roster.absent', level: 'block' }];
    const set = { areaCode: '532601', from: '2026-10-01', value, source: '本局通知' };
    await setParameter('payrollRuleLevels', set as never, office.system); // days are branded at the door
    const after = await checked(office.sub, scope, bytes);
    assert.deepEqual([after.blocking, after.canConfirm], [1, false]);
    const back = { ...set, value: [{ rule: 'roster.absent', level: 'notice' }] };
    await setParameter('payrollRuleLevels', back as never, office.system);
  });

  it('rows typed in pass the same rules and are filed once, however often they are sent', async () => {
    const entries = [typed(hands[0], 20), typed(hands[1], 22), typed(hands[2], 10)];
    const asked = {
      ...scope,
      payMonth: MONTH,
      entries: [typed(hands[0], 20, { netFen: 1 }), ...entries.slice(1)],
    };
    const { body } = await office.sub.post('/api/payroll/entries/check').send(asked).expect(200);
    const { rows, blocking, problems } = body as { rows: number; blocking: number; problems: SheetProblem[] };
    assert.deepEqual(
      [rows, blocking, problems.at(-1)?.rule, problems.at(-1)?.row],
      [3, 1, 'net.arithmetic', 1],
    );
    const filed = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    const again = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    assert.deepEqual([filed.revision, again.id, again.revision], [1, filed.id, 1]);
    assert.equal(await PayrollLines.countDocuments({}), 3);
    const refused = await fileTyped(office.sub, rebar, asked.entries);
    assert.deepEqual([refused.status, (refused.body as { code: string }).code], [409, 'sheetBlocked']);
  });

  it('a correction takes the old sheet’s place, which stays readable; once money is on its way it is refused', async () => {
    const entries = [typed(hands[0], 20), typed(hands[1], 22), typed(hands[2], 10)];
    const old = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    const better = [typed(hands[0], 19), ...entries.slice(1)];
    const now = (await fileTyped(office.sub, rebar, better).expect(201)).body as PayrollView;
    assert.deepEqual([now.revision, now.supersedesId], [2, old.id]);
    const before = (await office.sub.get(`/api/payroll/sheets/${old.id}`).expect(200)).body as PayrollView;
    assert.deepEqual([before.state, before.supersededById, before.actions], ['superseded', now.id, []]);
    assert.equal((await lines(office.sub, old.id))[0]?.daysHundredths, 2000);
    const list = async (query: object) =>
      (
        (await office.sub.get('/api/payroll/sheets').query(query).expect(200)).body as Page<PayrollView>
      ).items.map(({ id }) => id);
    assert.deepEqual(await list({ projectId: SITE }), [now.id]);
    assert.deepEqual(await list({ teamId: rebar.id, payMonth: MONTH }), [now.id, old.id]);
    assert.equal(await PayrollLines.countDocuments({ standing: true }), 3);

    await PayrollSheets.updateOne({ _id: now.id }, { $set: { state: 'payFileIssued' } });
    const view = await checked(office.sub, scope, await all());
    assert.deepEqual(brief(view.problems.filter(({ level }) => level === 'block')), [
      [0, '', 'sheet.alreadySent', 'block'],
    ]);
    const refused = await fileTyped(office.sub, rebar, entries);
    assert.equal(refused.status, 409);
    assert.equal(await PayrollSheets.countDocuments({}), 2);
  });

  it('a sheet that was sent back and is found right is filed again as it was, once', async () => {
    const entries = [typed(hands[0], 20), typed(hands[1], 22), typed(hands[2], 10)];
    const old = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    await PayrollSheets.updateOne({ _id: old.id }, { $set: { state: 'returned' } });
    const now = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    const again = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    assert.deepEqual([now.revision, now.state, now.supersedesId], [2, 'signing', old.id]);
    assert.equal(again.id, now.id);
  });

  it('two who file the same month at once leave one sheet that counts', async () => {
    const [a, b, c] = hands;
    const answers = await Promise.all([
      fileTyped(office.sub, rebar, [typed(a, 20), typed(b, 22), typed(c, 10)]),
      fileTyped(office.sub, rebar, [typed(a, 20), typed(b, 22), typed(c, 11)]),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    assert.equal(await PayrollSheets.countDocuments({ standing: true }), 1);
    assert.equal(await PayrollLines.countDocuments({ standing: true }), 3);
    assert.equal(await PayrollLines.countDocuments({}), 6);
  });

  it('who may file and who sees what: employer, general contractor, owner, neighbours and the office', async () => {
    const entries = [typed(hands[0], 20), typed(hands[1], 22), typed(hands[2], 10)];
    for (const [agent, status] of [
      [office.general, 403],
      [office.owner, 403],
      [office.group, 404],
      [office.inspector, 403],
    ] as const) {
      assert.equal((await fileTyped(agent, rebar, entries)).status, status);
    }
    const { id } = (await fileTyped(office.sub, rebar, entries).expect(201)).body as PayrollView;
    for (const [who, sheet, ofLines] of [
      ['sub', 200, 200],
      ['general', 200, 200],
      ['inspector', 200, 200],
      ['owner', 200, 404],
      ['group', 404, 404],
    ] as const) {
      assert.equal((await office[who].get(`/api/payroll/sheets/${id}`)).status, sheet, who);
      assert.equal((await office[who].get(`/api/payroll/sheets/${id}/lines`)).status, ofLines, who);
      assert.equal((await office[who].get(`/api/payroll/sheets/${id}/lines/export`)).status, ofLines, who);
      const { body } = await office[who].get('/api/payroll/sheets').query({ teamId: rebar.id }).expect(200);
      assert.equal((body as Page<PayrollView>).total, sheet === 200 ? 1 : 0, who);
    }
    // A button whose door answers 403 is not drawn: what filing refuses, the sheet does not offer.
    for (const [who, offered] of [
      ['sub', true],
      ['general', false],
    ] as const) {
      const { body } = await office[who].get('/api/payroll/sheets').query({ teamId: rebar.id }).expect(200);
      const [listed] = (body as Page<PayrollView>).items;
      const one = (await office[who].get(`/api/payroll/sheets/${id}`)).body as PayrollView;
      for (const view of [listed, one]) assert.equal(view?.actions.includes('revise'), offered, who);
    }
    const owned = (await office.owner.get(`/api/payroll/sheets/${id}`)).body as PayrollView;
    assert.deepEqual([owned.netFen, owned.people, owned.notices], [1_560_000, 3, []]);
    const other = await addTeam(office.group, OTHER_SITE, COMPANY.group, '砌筑班');
    const crossed = await fileTyped(office.sub, { ...other, projectId: SITE }, entries);
    assert.equal(crossed.status, 404, 'a team of another site');
  });

  it('the general contractor files for a subcontractor without an account, and its own team', async () => {
    const company = await createCompany({ name: '无账号劳务有限公司', areaCode: '532601' }, office.system);
    const { body } = await office.inspector.get(`/api/projects/${SITE}`).expect(200);
    const { version, name, areaCode, site, parties, state } = body as ProjectView;
    const named = parties.map(({ role, companyId }) => ({ role, companyId }));
    await office.inspector
      .patch(`/api/projects/${SITE}`)
      .set('if-match', `"v${version}"`)
      .send({
        ...{ name, areaCode, site, state },
        parties: [...named, { role: 'labourSubcontractor', companyId: company.id }],
      })
      .expect(200);
    const team = await addTeam(office.general, SITE, company.id, '木工班');
    const hand = await hire(office.general, team, 10);
    assert.equal((await fileTyped(office.sub, team, [typed(hand, 10)])).status, 404);
    const filed = (await fileTyped(office.general, team, [typed(hand, 10)]).expect(201)).body as PayrollView;
    assert.ok(filed.actions.includes('revise'), 'who filed it for them may correct it');
  });

  it('the same person on two sheets of a month is said without naming the other site', async () => {
    const twin = await addTeam(office.general, SITE, COMPANY.own, '综合班');
    const { citizenId, name, bankCard } = hands[0].input;
    const same = { name, ...(citizenId && { citizenId }), ...(bankCard && { bankCard }) };
    const elsewhere = await hire(office.general, twin, 15, same);
    await fileTyped(office.general, twin, [typed(elsewhere, 15)]).expect(201);
    const view = await checked(office.sub, scope, await all());
    const found = view.problems.filter(({ row }) => row === 2);
    assert.deepEqual(brief(found), [
      [2, '', 'person.elsewhere', 'notice'],
      [2, 'daysHundredths', 'days.overMonthTogether', 'notice'],
    ]);
    assert.doesNotMatch(JSON.stringify(found), /综合班/);
  });

  it('last month’s sheet begins the next one, identities masked, and goes back by enrolment', async () => {
    const first = [typed(hands[0], 20, { advanceFen: 50_000, netFen: 550_000 }), typed(hands[1], 22)];
    await fileTyped(office.sub, rebar, first).expect(201);
    await attended(hands[2].enrolment, 5, '2026-11');
    const ask = { ...scope, payMonth: '2026-11', from: 'lastMonth' };
    const none = await office.sub
      .get('/api/payroll/prefill')
      .query({ ...ask, payMonth: MONTH })
      .expect(404);
    const { code, messages } = none.body as Problem;
    assert.deepEqual([code, /2026-09 没有报送过工资表/u.test(messages.zh)], ['noPayrollBefore', true]);
    const { body } = await office.sub.get('/api/payroll/prefill').query(ask).expect(200);
    const entries = body as PrefilledEntry[];
    assert.deepEqual(
      entries.map(({ daysHundredths, advanceFen, netFen, isSigned }) => ({
        ...{ daysHundredths, advanceFen, netFen, isSigned },
      })),
      [
        { daysHundredths: 2000, advanceFen: 0, netFen: 600_000, isSigned: false },
        { daysHundredths: 2200, advanceFen: 0, netFen: 660_000, isSigned: false },
        { daysHundredths: 500, advanceFen: 0, netFen: 150_000, isSigned: false },
      ],
    );
    for (const { input } of hands) assert.ok(!JSON.stringify(body).includes(input.citizenId ?? '-'));
    const sent = entries.map(({ name: _n, citizenIdMasked: _c, bankCardMasked: _b, ...rest }) => rest);
    await fileTyped(office.sub, rebar, sent, '2026-11').expect(201);
  });

  it('from the command line the same workbook gets the same answer, and exit code 1 when something blocks', async () => {
    const { body } = await office.inspector.get(`/api/projects/${SITE}`).expect(200);
    const dir = mkdtempSync(join(tmpdir(), 'anxin-payroll-'));
    const file = join(dir, '工资表.xlsx');
    const bytes = await workbook(
      cells(hands[0], 20, { netFen: 1 }),
      cells(hands[1], 22),
      cells(hands[2], 10),
    );
    writeFileSync(file, bytes);
    othersWrite();
    const env = { MONGODB_URI: (await testStore()).uri, DATA_DIR: office.test.config.dataDir };
    const asked = ['--project', (body as ProjectView).code, '--month', MONTH, '--team', '钢筋班', '--json'];
    const ran = await runCommandLine('server/cli/payroll-check.ts', [file, ...asked], env);
    writeFileSync(file, Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex'));
    const old = await runCommandLine('server/cli/payroll-check.ts', [file, ...asked], env);
    rmSync(dir, { recursive: true });
    assert.equal(old.code, 1, old.err);
    const { problems, ...whole } = JSON.parse(old.out) as { problems: Record<string, unknown>[] };
    assert.deepEqual(whole, { rows: 0, ok: false });
    assert.deepEqual(
      problems.map(({ message, ...rest }) => [rest, /旧版 Excel.*另存为 \.xlsx/u.test(String(message))]),
      [[{ row: 0, column: null, rule: 'workbook.oldExcel', level: 'block' }, true]],
    );
    assert.equal(ran.code, 1, ran.err);
    const told = JSON.parse(ran.out) as { rows: number; ok: boolean; problems: Record<string, unknown>[] };
    const view = await checked(office.sub, scope, bytes);
    assert.deepEqual([told.rows, told.ok], [3, false]);
    assert.deepEqual(
      told.problems,
      view.problems.map(({ zh, en: _, ...rest }) => ({ column: null, ...rest, message: zh })),
    );
  });
});
