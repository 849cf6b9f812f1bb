import assert from 'node:assert/strict';
import { answeredList, hitList } from '../../../client/src/features/alert-figures/figure-lists.ts';
import { hitLines } from '../../../client/src/features/alert-figures/hit-lines.ts';
import request from 'supertest';
import sharp from 'sharp';
import type {
  AlertMapRow,
  AlertRow,
  AlertView,
  CompanyRiskView,
  RiskCardRow,
  RiskCardView,
} from '../../../server/core/contract/alerts.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { ALERT_RULES } from '../../../server/core/alerts/rules.ts';
import type { AlertFigures, AlertRuleView } from '../../../server/core/contract/alert-figures.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { AlertCards } from '../../../server/features/alerts/alert-card.model.ts';
import { Complaints } from '../../../server/features/complaints/complaint.model.ts';
import { registerComplaint } from '../../../server/features/complaints/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { asSystem, MONTH } from '../payroll/payroll-life-app.ts';
import { alertOf, alertsNow, cardNow, look, setDay, useAlerts } from './alerts-app.ts';

const EVERYBODY: Who[] = [
  ...(['labour', 'gcAdmin', 'sub', 'otherSub', 'owner', 'clerk', 'inspector', 'otherInspector'] as const),
  ...(['leader', 'bank', 'admin', 'worker', 'nobody'] as const),
];
const words = { text: '请说明情况' };

describe('the doors of the warnings', function () {
  this.timeout(30_000);
  const app = useAlerts();
  let file: PayFileView;
  const pathOf = async (rule: string, rest = '') => `/alerts/${String((await alertOf(rule))._id)}${rest}`;
  const view = async (who: Who, rule: string): Promise<AlertView> =>
    (
      await app
        .as(who)
        .get(await pathOf(rule))
        .expect(200)
    ).body as AlertView;
  const list = async (who: Who, query: Record<string, string> = {}): Promise<AlertRow[]> =>
    (
      (
        await app
          .as(who)
          .get('/alerts', { limit: '200', ...query })
          .expect(200)
      ).body as Page<AlertRow>
    ).items;
  /** One move on an alert as it stands. */
  const move = async (who: Who, rule: string, action: string, body: object = {}) => {
    const { _id, version } = await alertOf(rule);
    return app.as(who).move(`/alerts/${String(_id)}/${action}`, version, body);
  };
  const statuses = async (path: string, people = EVERYBODY): Promise<Record<string, number>> =>
    Object.fromEntries(
      await Promise.all(people.map(async (who) => [who, (await app.as(who).get(path)).status] as const)),
    );

  before(async () => {
    setDay('2026-11-12');
    ({ file } = await app.issued());
    const complaint = {
      ...{ intakeKind: 'COMPLAINT', channel: 'WALK_IN', employerName: '某劳务', areaCode: '532601' },
      ...{
        headcount: 3,
        payMonths: [MONTH],
        owedFen: 900_000,
        story: '没有发工资',
        fileIds: [],
        name: '张大山',
      },
      ...{ receivedOn: '2026-11-10', phone: '13800000991', projectId: app.projectId },
    };
    await registerComplaint(complaint as never, app.ctxOf('clerk')); // literal types are the contract's
    const place = { areaCode: '532622', site: '远', state: 'building' } as const;
    const site = { ...place, name: '远处', parties: [] };
    await createProject(site, asSystem());
    await look('2026-11-20');
  });

  it('show an alert to the office and leader of its area and to the companies it is about', async () => {
    const closed = { admin: 403, bank: 403, worker: 403, nobody: 401 };
    const officeOnly = { clerk: 200, inspector: 200, leader: 200, otherInspector: 404, ...closed };
    assert.deepEqual(await statuses(await pathOf('filedNotPaid')), {
      ...{ labour: 200, gcAdmin: 200, sub: 200, otherSub: 404, owner: 404 },
      ...officeOnly,
    });
    assert.deepEqual(await statuses(await pathOf('accountNotFiled')), {
      ...{ labour: 200, gcAdmin: 200, sub: 404, otherSub: 404, owner: 404 },
      ...officeOnly,
    });
    assert.deepEqual(await statuses(await pathOf('deadlineOverdue')), {
      ...{ labour: 404, gcAdmin: 404, sub: 404, otherSub: 404, owner: 404 },
      ...officeOnly,
    });
  });

  it('list each reader exactly his own', async () => {
    const rules = async (who: Who) => [...new Set((await list(who)).map(({ rule }) => rule))].sort();
    const all = await rules('inspector');
    assert.ok(all.includes('deadlineOverdue') && all.includes('filedNotPaid'));
    assert.deepEqual(await rules('leader'), all);
    assert.deepEqual(
      await rules('labour'),
      all.filter((rule) => rule !== 'deadlineOverdue'),
    );
    assert.deepEqual(await rules('sub'), ['filedNotPaid', 'payrollNotFiled']);
    for (const who of ['otherSub', 'owner', 'otherInspector'] as const)
      assert.deepEqual(await rules(who), [], who);
  });

  it('are found by their number or by the project, by each reader among his own', async () => {
    const { number } = await view('inspector', 'filedNotPaid');
    assert.match(number, /^YJ-20261120-[0-9A-F]{6}$/u);
    const plain = number.replaceAll('-', '').toLowerCase();
    for (const q of [number, plain, plain.slice(2), number.replaceAll('-', '－')])
      assert.deepEqual(
        (await list('inspector', { q })).map((row) => [row.number, row.rule]),
        [[number, 'filedNotPaid']],
        q,
      );
    const all = (await list('inspector')).length;
    for (const q of ['YJ-2026', '清河', 'qhaj']) assert.equal((await list('inspector', { q })).length, all);
    for (const q of ['YJ-20261119', '不在这里', '.*', number.slice(3, 12)])
      assert.deepEqual(await list('inspector', { q }), [], q);
    assert.equal((await list('sub', { q: '清河' })).length, (await list('sub')).length);
    assert.equal((await list('sub', { q: number })).length, 1);
    for (const who of ['otherSub', 'owner', 'otherInspector'] as const)
      for (const q of [number, '清河']) assert.deepEqual(await list(who, { q }), [], who);
  });

  it('list the projects behind every count, each reader his own, by the level he is shown', async () => {
    const cards = async (who: Who, query: Record<string, string> = {}): Promise<RiskCardRow[]> =>
      ((await app.as(who).get('/risk-cards', query).expect(200)).body as Page<RiskCardRow>).items;
    const names = async (who: Who, query: Record<string, string> = {}): Promise<string[]> =>
      (await cards(who, query)).map(({ projectName }) => projectName);
    const [one] = await cards('inspector');
    assert.deepEqual(
      [one?.projectName, one?.level, one?.raised.includes('filedNotPaid'), one?.day],
      ['清河安居工程', 'red', true, '2026-11-20'],
    );
    assert.deepEqual(await names('leader', { industry: '-' }), ['清河安居工程', '远处'], 'most points first');
    for (const query of [{ q: '清河' }, { areaCode: '532601' }, { level: 'red' }])
      assert.deepEqual(await names('leader', query), ['清河安居工程'], JSON.stringify(query));
    for (const query of [{ q: '近' }, { areaCode: '532623' }, { level: 'noData' }, { industry: 'housing' }])
      assert.deepEqual(await names('leader', query), [], JSON.stringify(query));
    const own = { ownLevel: 'true' };
    assert.deepEqual(await names('leader', { areaCode: '532601001', ...own }), ['清河安居工程']);
    assert.deepEqual(
      await names('leader', { areaCode: '532601', ...own }),
      [],
      'it lies in a town of the county',
    );
    const map = async (areaCode: string) =>
      ((await app.as('leader').get('/alert-map', { areaCode }).expect(200)).body as AlertMapRow[]).map(
        ({ areaCode: code, hasParts }) => [code, hasParts],
      );
    assert.deepEqual(
      [await map('5326'), await map('532601')],
      [
        [
          ['532601', true],
          ['532622', false],
        ],
        [['532601001', false]],
      ],
      'looked into where sites lie below',
    );
    assert.deepEqual(await names('otherInspector'), ['远处']);
    assert.deepEqual(await names('labour'), ['清河安居工程']);
    for (const who of ['sub', 'otherSub', 'owner'] as const) assert.deepEqual(await names(who), [], who);
    const [shown] = await cards('labour');
    assert.ok(!shown?.raised.includes('deadlineOverdue') && (shown?.points ?? 0) < (one?.points ?? 0));
    const { rules } = await cardNow(app.projectId);
    await AlertCards.updateOne({ _id: app.projectId }, { $set: { rules: [] } });
    assert.deepEqual(
      [await names('labour', { level: 'red' }), await names('labour', { level: 'clear' })],
      [[], ['清河安居工程']],
      'by the level of the rules it sees',
    );
    await AlertCards.updateOne({ _id: app.projectId }, { $set: { rules } });
    for (const [who, status] of [
      ['bank', 403],
      ['worker', 403],
      ['admin', 403],
      ['nobody', 401],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get('/risk-cards')).status, status, who);
    for (const query of ['level=blue', 'industry=$x', 'sort=name', 'ownLevel=1x', 'q=' + 'x'.repeat(51)])
      assert.equal((await app.as('leader').get(`/risk-cards?${query}`)).status, 422, query);
  });

  it('filter together, not one instead of the other', async () => {
    const { companyIds } = await cardNow(app.projectId);
    const [gc = ''] = companyIds;
    const both = { projectId: app.projectId, companyId: gc };
    assert.equal(
      (await list('leader', both)).length,
      (await list('leader', { projectId: app.projectId })).length,
    );
    assert.deepEqual(await list('leader', { ...both, projectId: 'f'.repeat(24) }), []);
    const late = await list('inspector', {
      rule: 'filedNotPaid',
      level: 'yellow',
      month: MONTH,
      open: 'true',
    });
    assert.equal(late.length, 1);
    assert.deepEqual([late[0]?.since, late[0]?.ageDays, late[0]?.step], ['2026-11-14', 6, 'payDay']);
    assert.deepEqual(await list('inspector', { open: 'false' }), []);
    const since = (await list('inspector', { sort: 'since' })).map((row) => row.since);
    assert.deepEqual(since, [...since].sort());
    const unasked = (await list('inspector')).map((row) => `${row.level === 'red' ? 0 : 1} ${row.since}`);
    assert.deepEqual(unasked, [...unasked].sort(), 'red first, then what lasts longest');
    assert.ok(unasked[0]?.startsWith('0') === true && unasked.at(-1)?.startsWith('1') === true);
  });

  it('refuse what is no question: unknown keys, wild values, wrong days', async () => {
    const bad = ['$where=1', 'state=raisedd', 'month=2026-13', 'rule=%7B%7D', 'projectId=x', 'limit=9999'];
    for (const query of [...bad, 'sort=values', 'open=maybe', 'areaCode=5%27', 'raisedIn=2026', 'answered=x'])
      assert.equal((await app.as('inspector').get(`/alerts?${query}`)).status, 422, query);
    const risk = `/projects/${app.projectId}/risk`;
    for (const day of ['2026-02-30', 'x', '2026-11-21'])
      assert.equal((await app.as('inspector').get(risk, { day })).status, 422, day);
    const { fields } = (await app.as('inspector').get(risk, { day: '2026-11-21' })).body as Problem;
    assert.deepEqual(
      [fields?.[0]?.in, fields?.[0]?.path],
      ['query', 'day'],
      'a day to come is told of the address',
    );
    assert.equal(
      (await app.as('inspector').get(risk, { day: '2026-11-01' })).status,
      204,
      'before the first look',
    );
    assert.equal(
      (await move('inspector', 'filedNotPaid', 'ask', { ...words, answerBy: '2026-11-19' })).status,
      422,
    );
    assert.equal((await move('inspector', 'filedNotPaid', 'ask', { ...words, when: 1 })).status, 422);
    assert.equal(
      (await move('labour', 'filedNotPaid', 'answer', { reason: 'x', text: '好的', fileIds: [] })).status,
      422,
    );
  });

  it('let the office act and nobody else, on what it has read', async () => {
    const body = { ...words, answerBy: '2026-11-25' };
    for (const [who, status] of [
      ['labour', 403],
      ['sub', 403],
      ['owner', 403],
      ['leader', 403],
      ['bank', 403],
      ['worker', 403],
      ['nobody', 401],
      ['otherInspector', 404],
    ] satisfies [Who, number][])
      assert.equal((await move(who, 'filedNotPaid', 'ask', body)).status, status, who);
    const { _id, version } = await alertOf('filedNotPaid');
    const path = `/alerts/${String(_id)}/see`;
    assert.equal((await app.as('clerk').move(path, version + 1, {})).status, 412);
    assert.equal((await app.as('clerk').move(path, version, {})).status, 200);
    assert.equal((await app.as('clerk').move(path, version, {})).status, 412, 'the same again');
    assert.equal((await move('clerk', 'filedNotPaid', 'see')).status, 409, 'it is seen already');
    assert.equal((await view('clerk', 'filedNotPaid')).state, 'seen');
  });

  it('ask the companies, by the bell and by mail, and count the answer in time', async () => {
    assert.equal(
      (await move('inspector', 'filedNotPaid', 'ask', { ...words, answerBy: '2026-11-20' })).status,
      200,
    );
    const asked = await Outbox.find({ template: 'alertAsked' }).lean();
    assert.deepEqual(asked.map(({ channel }) => channel).sort(), ['inApp', 'mail'], 'its one labour officer');
    assert.equal((await view('sub', 'filedNotPaid')).answerBy, '2026-11-20');
    const said = { reason: 'willPay', text: '下周发清', fileIds: [] };
    for (const who of ['inspector', 'owner', 'otherSub'] as const)
      assert.ok([403, 404].includes((await move(who, 'filedNotPaid', 'answer', said)).status), who);
    assert.equal((await move('sub', 'filedNotPaid', 'answer', said)).status, 200);
    const answered = await view('inspector', 'filedNotPaid');
    assert.deepEqual(
      [answered.state, answered.stillSo, answered.answers.length, answered.history.at(-1)?.facts?.['inTime']],
      ['answered', true, 1, true],
    );
    const rows = async (who: Who) =>
      (await list(who, { rule: 'filedNotPaid' })).map((row) => [row.answerBy, row.answered]);
    const due = [await rows('inspector'), await rows('sub')];
    assert.deepEqual(due, [[['2026-11-20', true]], [['2026-11-20', true]]], 'nothing of it is due any more');
    const { answered: months } = (
      await app.as('leader').get('/alert-figures', { areaCode: '5326' }).expect(200)
    ).body as AlertFigures;
    assert.deepEqual(months, [{ month: '2026-11', asked: 1, inTime: 1, late: 0, unanswered: 0 }]);
  });

  it('open what the company attached to the office, and to nobody who may not see the alert', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const sent = await request(app.server())
      .post('/api/files')
      .set({ host: 'localhost', 'x-who': 'labour' })
      .field('purpose', 'evidence')
      .attach('file', png, '回单.png');
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    const fileId = (sent.body as { id: string }).id;
    const said = { reason: 'dataLate', text: '银行数据晚到', fileIds: [fileId] };
    assert.equal((await move('sub', 'filedNotPaid', 'contest', said)).status, 422, 'not his own file');
    assert.equal((await move('labour', 'filedNotPaid', 'contest', said)).status, 200);
    const open = await statuses(`/files/${fileId}`, [
      'inspector',
      'clerk',
      'sub',
      'otherSub',
      'otherInspector',
      'owner',
    ]);
    assert.deepEqual(open, {
      inspector: 200,
      clerk: 200,
      sub: 200,
      otherSub: 404,
      otherInspector: 404,
      owner: 404,
    });
    for (const who of ['inspector', 'labour', 'sub'] as const) {
      const files = (await view(who, 'filedNotPaid')).answers.at(-1)?.files;
      assert.deepEqual(
        files?.map(({ id, name, mime, bytes, uploadedBy }) => [id, name, mime, bytes, uploadedBy]),
        [[fileId, '回单.png', 'image/png', (sent.body as { bytes: number }).bytes, '']],
        `${who} reads what it is called, not whose account sent it`,
      );
    }
    const bytes = await app.as('inspector').get(`/files/${fileId}`).expect(200);
    assert.match(bytes.get('content-disposition') ?? '', /%E5%9B%9E%E5%8D%95\.png/u);
  });

  it('settle a contest in words, which changes nothing of what the data say', async () => {
    assert.equal(
      (await move('inspector', 'filedNotPaid', 'ask', { ...words, answerBy: '2026-11-30' })).status,
      409,
    );
    assert.equal(
      (await move('labour', 'filedNotPaid', 'settle-contest', { agreed: true, text: '好的' })).status,
      403,
    );
    const settled = await move('inspector', 'filedNotPaid', 'settle-contest', {
      agreed: true,
      text: '同意补录',
    });
    assert.equal(settled.status, 200);
    const { state, stillSo, answers } = await view('labour', 'filedNotPaid');
    assert.deepEqual([state, stillSo, answers.at(-1)?.settled?.agreed], ['answered', true, true]);
    assert.equal(answers[0]?.settled, undefined);
  });

  it('keep a planned visit and an opened lead from the companies', async () => {
    const before = await view('sub', 'filedNotPaid');
    assert.equal(
      (await move('inspector', 'filedNotPaid', 'visit', { on: '2026-11-24', text: '突击检查' })).status,
      200,
    );
    assert.equal((await move('inspector', 'filedNotPaid', 'open-case')).status, 200);
    const [office, company] = [await view('clerk', 'filedNotPaid'), await view('sub', 'filedNotPaid')];
    assert.deepEqual([office.state, company.state], ['acted', before.state]);
    assert.ok(JSON.stringify(office).includes('突击检查') && office.complaintId !== undefined);
    assert.doesNotMatch(
      JSON.stringify(company),
      /突击检查|visit|2026-11-24|openCase|acted|complaintId|receipt/iu,
    );
    assert.deepEqual(company.history, before.history);
    const rows = async (who: Who, state: string) => (await list(who, { state, rule: 'filedNotPaid' })).length;
    assert.deepEqual(
      [await rows('sub', 'acted'), await rows('sub', 'answered'), await rows('clerk', 'acted')],
      [0, 1, 1],
    );
  });

  it('open one lead with what the alert holds, and the same one when asked again', async () => {
    const opened = await Complaints.find({ channel: 'INSPECTION' }).lean();
    assert.equal(opened.length, 1);
    const [lead] = opened;
    const alert = await alertOf('filedNotPaid');
    assert.deepEqual(
      [lead?.projectId, lead?.employerId, lead?.payMonths, lead?.headcount, lead?.owedFen],
      [app.projectId, alert.employerId, [MONTH], 2, 1_160_000],
    );
    const shown = (await view('clerk', 'filedNotPaid')).answers.flatMap(({ files }) => files);
    const { alertId, story, files } = (
      await app
        .as('clerk')
        .get(`/complaints/${String(lead?._id)}`)
        .expect(200)
    ).body as ComplaintView;
    assert.equal(alertId, String(alert._id));
    assert.deepEqual(
      files.map(({ name }) => name),
      shown.map(({ name }) => name),
      'what the company showed goes with it',
    );
    assert.equal(files.length, 1);
    assert.match(story, /报了工资表.*724.*下周发清.*银行数据晚到/su);
    assert.doesNotMatch(story, /[0-9a-f]{24}/u, 'people read it');
    const once = await view('clerk', 'filedNotPaid');
    const eventsOf = (id: string) => Events.countDocuments({ subject: `alert:${id}` });
    const told = await eventsOf(once.id);
    assert.equal((await move('clerk', 'filedNotPaid', 'open-case')).status, 200);
    assert.equal(await Complaints.countDocuments({ channel: 'INSPECTION' }), 1);
    assert.equal(once.complaintId, String(lead?._id));
    assert.deepEqual(await view('clerk', 'filedNotPaid'), once, 'neither a line nor a version more');
    assert.equal(await eventsOf(once.id), told);
  });

  it('ask companies nothing about what they do not see', async () => {
    const { actions, forOffice, freshness } = await view('inspector', 'deadlineOverdue');
    assert.deepEqual([actions.includes('ask'), forOffice], [false, true]);
    assert.deepEqual(
      freshness.map(({ part, ageDays }) => [part, ageDays]),
      [['deadlines', 0]],
      'periods are never without data',
    );
    assert.equal((await view('inspector', 'filedNotPaid')).forOffice, undefined);
    const told = await Outbox.countDocuments({});
    assert.equal(
      (await move('inspector', 'deadlineOverdue', 'ask', { ...words, answerBy: '2026-11-25' })).status,
      409,
    );
    assert.equal(
      (await move('inspector', 'deadlineOverdue', 'order', { ...words, rectifyBy: '2026-11-25' })).status,
      409,
    );
    assert.equal(await Outbox.countDocuments({}), told);
  });

  it('judge an alert once, after its end', async () => {
    assert.equal((await move('inspector', 'sharedBankCard', 'judge', { right: true })).status, 409);
    assert.equal((await move('inspector', 'sharedBankCard', 'dismiss', { reason: '' })).status, 422);
    assert.equal((await move('inspector', 'sharedBankCard', 'dismiss', { reason: '夫妻共用' })).status, 200);
    assert.equal(
      (await move('inspector', 'sharedBankCard', 'judge', { right: false, note: '核实过' })).status,
      200,
    );
    assert.equal((await move('inspector', 'sharedBankCard', 'judge', { right: true })).status, 409);
    const seen = await view('labour', 'sharedBankCard');
    assert.deepEqual([seen.state, seen.judgement, seen.actions], ['dismissed', undefined, []]);
    assert.doesNotMatch(JSON.stringify(seen), /夫妻共用|核实过/u);
  });

  it('show the risk card to offices, leaders and the general contractor, to it without what is the office’s', async () => {
    const closed = { admin: 403, bank: 403, worker: 403, nobody: 401 };
    assert.deepEqual(await statuses(`/projects/${app.projectId}/risk`), {
      ...{ labour: 200, gcAdmin: 200, sub: 204, otherSub: 204, owner: 204 },
      ...{ clerk: 200, inspector: 200, leader: 200, otherInspector: 404, ...closed },
    });
    const cardOf = async (who: Who): Promise<RiskCardView> =>
      (await app.as(who).get(`/projects/${app.projectId}/risk`)).body as RiskCardView;
    const [whole, own] = [await cardOf('inspector'), await cardOf('labour')];
    const overdue = whole.lines.find(({ rule }) => rule === 'deadlineOverdue');
    assert.ok(overdue?.state === 'raised' && overdue.points > 0);
    const office = whole.lines.filter(({ rule }) => !own.lines.some((one) => one.rule === rule));
    assert.deepEqual(
      office.map(({ rule }) => rule),
      ['complaintDensity', 'ownerInArrears', 'listedParty', 'deadlineNear', 'deadlineOverdue'],
    );
    const hidden = office.reduce((sum, { points }) => sum + points, 0);
    assert.equal(own.points, whole.points - hidden);
    assert.deepEqual(own.trend.at(-1), { month: '2026-11', points: own.points });
    const sum = whole.lines.reduce((all, { points }) => all + points, 0);
    assert.deepEqual([whole.points, whole.level], [sum, 'red']);
    const { companyIds } = await cardNow(app.projectId);
    const company = async (who: Who) =>
      (await app.as(who).get(`/companies/${companyIds[0]}/risk`)).body as CompanyRiskView;
    assert.equal((await company('inspector')).points, whole.points);
    assert.deepEqual(
      [(await company('labour')).points, (await company('labour')).trend.at(-1)?.points],
      [own.points, own.points],
    );
  });

  it('export the list of the office within its limits', async () => {
    for (const [who, status] of [
      ['labour', 403],
      ['worker', 403],
      ['nobody', 401],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get('/alerts/export')).status, status, who);
    const lines = async (who: Who, query = {}): Promise<number> =>
      (
        await app
          .as(who)
          .get('/alerts/export', { format: 'csv', ...query })
          .buffer(true)
      ).text
        .trim()
        .split('\n').length;
    assert.equal(await lines('inspector'), (await alertsNow()).length + 1);
    assert.equal(await lines('inspector', { rule: 'filedNotPaid' }), 2);
    assert.equal(await lines('otherInspector'), 1, 'the heading alone');
  });

  it('tell everybody the rules in plain words, with what is only our suggestion', async () => {
    const { body } = await app.as('nobody').get('/public/alert-rules', { areaCode: '532601' }).expect(200);
    await app.as('nobody').get('/public/alert-rules', { areaCode: '999999' }).expect(404);
    const rules = body as AlertRuleView[];
    for (const { id, needs, also } of ALERT_RULES) {
      const told = rules.find((rule) => rule.id === id);
      assert.deepEqual([told?.needs, told?.also], [[...needs], [...(also ?? [])]], id);
    }
    assert.ok(
      rules.some(({ also }) => also.length > 0),
      'some look at more than they need',
    );
    assert.ok(rules.length > 30);
    assert.ok(rules.every(({ numbers }) => numbers.every(({ isSuggested }) => isSuggested)));
  });

  it('say what a change would do, and do nothing', async () => {
    const before = JSON.stringify(await alertsNow());
    const asked = { areaCode: '532601', parameter: 'alertLevels', value: { filedNotPaid: 'off' } };
    const head = await app.as('admin').create('/alert-rules/preview', asked);
    assert.equal(head.status, 200, JSON.stringify(head.body));
    assert.equal(JSON.stringify(await alertsNow()), before);
    assert.equal((await app.as('inspector').create('/alert-rules/preview', asked)).status, 403);
    const wild = { ...asked, value: { filedNotPaid: 'blue' } };
    assert.equal((await app.as('admin').create('/alert-rules/preview', wild)).status, 422);
    assert.equal(
      (await app.as('admin').create('/alert-rules/preview', { ...asked, parameter: 'minimumWage' })).status,
      422,
    );
    const { projects, wouldClear } = head.body as { projects: number; wouldClear: number };
    assert.deepEqual([projects, wouldClear], [1, 1]);
  });

  it('open behind every number of the figures exactly the alerts it counts', async () => {
    const ok = async (...asked: Parameters<typeof move>) =>
      assert.equal((await move(...asked)).status, 200, asked.join(' '));
    await ok('inspector', 'boardPhotoMissing', 'ask', { ...words, answerBy: '2026-11-21' });
    await ok('inspector', 'accountNotFiled', 'ask', { ...words, answerBy: '2026-11-22' });
    await ok('inspector', 'runwayShort', 'ask', { ...words, answerBy: '2026-12-31' });
    for (const [rule, right] of [
      ['entryWithoutContract', true] as const,
      ['labourCostNotReceived', false] as const,
    ]) {
      await ok('inspector', rule, 'dismiss', { reason: '已核实' });
      await ok('inspector', rule, 'judge', { right });
    }
    setDay('2026-11-23');
    await ok('labour', 'accountNotFiled', 'answer', { reason: 'dataLate', text: '已备案', fileIds: [] });
    for (const line of [1, 2]) await app.bankSays(file, line, 'credited', '2026-12-01');
    await look('2026-12-02');
    const { from, answered, hits } = (
      await app.as('leader').get('/alert-figures', { areaCode: '532601' }).expect(200)
    ).body as AlertFigures;
    assert.deepEqual(answered, [{ month: '2026-11', asked: 3, inTime: 1, late: 1, unanswered: 1 }]);
    const cured = hits.find(({ rule, month }) => rule === 'filedNotPaid' && month === '2026-12')?.cured;
    assert.deepEqual([cured, new Set(hits.map(({ month }) => month)).size], [1, 2], 'of both months');
    const counting = { areaCode: '532601', from };
    const numbers = [
      ...answered.flatMap((row) =>
        (['asked', 'inTime', 'late', 'unanswered'] as const).map((column) => ({
          count: row[column],
          query: answeredList(row, column, counting),
        })),
      ),
      ...hitLines(hits).lines.flatMap(({ rule, total, months }) =>
        [[undefined, total] as const, ...Object.entries(months)].flatMap(([month, counts = total]) =>
          (['raised', 'cured', 'judged', 'right'] as const).map((column) => ({
            count: counts[column],
            query: hitList(counts, column, { rule, ...(month === undefined ? {} : { month }) }, counting),
          })),
        ),
      ),
    ];
    for (const { count, query } of numbers) {
      if (query === undefined) {
        assert.equal(count, 0);
        continue;
      }
      const { open, ...asked } = query;
      assert.equal(open, 'all', 'what is over is counted too');
      const { total } = (
        await app
          .as('leader')
          .get('/alerts', { ...asked, limit: '1' })
          .expect(200)
      ).body as Page<AlertRow>;
      assert.equal(total, count, JSON.stringify(query));
    }
    assert.ok(numbers.filter(({ count }) => count > 0).length > 20);
  });
});
