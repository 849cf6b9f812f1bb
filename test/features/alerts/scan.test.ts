import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import { makeAllDue } from '../../../server/features/alerts/alert-card.model.ts';
import { actOnAlert, scanProjects } from '../../../server/features/alerts/index.ts';
import { editCompany } from '../../../server/features/companies/edit-company.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { createProject, getProjectRef } from '../../../server/features/projects/index.ts';
import { editProject } from '../../../server/features/projects/edit-project.ts';
import { mergeProject } from '../../../server/features/projects/merge-project.ts';
import { putAccount } from '../../../server/features/safeguards/put-account.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { touchProject } from '../../../server/platform/touched-projects.ts';
import { asSystem } from '../payroll/payroll-life-app.ts';
import {
  alertOf,
  alertsNow,
  cardNow,
  cardsNow,
  look,
  NET,
  setDay,
  standing,
  useAlerts,
} from './alerts-app.ts';

/** Months from the first day anybody was on site to the last whose pay day has passed. */
const UNFILED = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];

describe('the nightly look', function () {
  this.timeout(30_000);
  const app = useAlerts();
  let file: PayFileView;
  let [neighbour, far, ownerId] = ['', '', ''];
  const site = { areaCode: '532601001', site: '河边', state: 'building' } as const;
  const allNow = async () => JSON.stringify([await alertsNow(), await cardsNow()]);
  const from = (value: Record<string, string> | number[] | number, day: string) => ({
    ...{ areaCode: '532601', from: plainDate(day), value, source: '测试' },
  });
  const eventsOf = async (rule: string): Promise<string[]> => {
    const { _id } = await alertOf(rule);
    const found = await Events.find({ subject: `alert:${String(_id)}` })
      .sort({ seq: 1 })
      .lean();
    return found.map(({ action }) => action);
  };

  /** Which of these a look asked: what is kept of the look before, or the records themselves. */
  const readBy = async (work: () => Promise<unknown>): Promise<string[]> => {
    const asked = new Set<unknown>();
    const note = ({ command }: { command: Record<string, unknown> }): void => void asked.add(command['find']);
    const client = mongoose.connection.getClient();
    client.on('commandStarted', note);
    await work();
    client.off('commandStarted', note);
    return ['alertFacts', 'teamMonths'].filter((name) => asked.has(name));
  };

  before(async () => {
    setDay('2026-11-12');
    ({ file } = await app.issued());
  });

  it('raises on its first day what the records of the site show, once for each thing', async () => {
    const counts = await look('2026-11-12');
    const found = (await alertsNow()).map(({ rule, about, month }) => `${rule} ${month ?? about}`).sort();
    const expected = [
      ...UNFILED.map((month) => `payrollNotFiled ${month}`),
      ...[...UNFILED, '2026-10'].map((month) => `labourCostNotReceived ${month}`),
      ...['accountNotFiled ', 'boardPhotoMissing fields', 'boardPhotoMissing photo', 'entryWithoutContract '],
      ...['runwayShort ', 'sharedBankCard '],
    ];
    assert.deepEqual(found, expected.sort());
    assert.deepEqual(counts, { projects: 1, raised: expected.length, cured: 0, kept: 0 });
    const card = await cardNow(app.projectId);
    assert.deepEqual([card.day, card.level, card.nextOn], ['2026-11-12', 'red', '2026-11-14']);
    assert.equal(card.trend[0]?.points, 0, 'nothing was known of a month before the contract');
  });

  it('does nothing when it runs again, and on days nothing changes', async () => {
    const before = await allNow();
    for (const day of ['2026-11-12', '2026-11-13'])
      assert.deepEqual(await look(day), { projects: 0, raised: 0, cured: 0, kept: 0 }, day);
    assert.equal(await allNow(), before);
  });

  it('raises unpaid wages on the first day after the pay day', async () => {
    assert.equal((await look('2026-11-14'))['raised'], 1);
    const alert = await alertOf('filedNotPaid');
    assert.deepEqual(
      [alert.since, alert.raisedOn, alert.level, alert.steps.map(({ step }) => step), alert.values['people']],
      ['2026-11-14', '2026-11-14', 'yellow', ['payDay'], 2],
    );
    assert.deepEqual(await eventsOf('filedNotPaid'), ['alert.raised']);
  });

  it('reads the records of a site again where they changed, and not where only its day has come', async () => {
    assert.equal((await cardNow(app.projectId)).nextOn, '2026-11-16');
    assert.deepEqual(await readBy(() => look('2026-11-15')), []);
    await inTransaction(() => touchProject(app.projectId));
    assert.deepEqual(await readBy(() => look('2026-11-15')), ['teamMonths']);
    assert.deepEqual(await readBy(() => look('2026-11-16')), ['alertFacts']);
    assert.equal((await cardNow(app.projectId)).day, '2026-11-16');
  });

  it('reads them again after a look that laid a past, which leaves out what came later', async () => {
    await scanProjects(asSystem(), { signal: new AbortController().signal, asOf: true });
    for (const [day, read] of [
      ['2026-11-17', 'teamMonths'],
      ['2026-11-18', 'alertFacts'],
    ] as const) {
      await makeAllDue(plainDate(day));
      assert.deepEqual(await readBy(() => look(day)), [read], day);
    }
  });

  it('climbs each step of the ladder once, on its day, and is red at the last', async () => {
    const climbed: string[] = [];
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-23', '2026-11-28', '2026-12-02', '2026-12-03']) {
      await look(day);
      const { steps, level, newsOn } = await alertOf('filedNotPaid');
      climbed.push(`${day} ${steps.at(-1)?.step} ${level} ${newsOn}`);
    }
    assert.deepEqual(climbed, [
      '2026-11-22 payDay yellow 2026-11-14',
      '2026-11-23 remind yellow 2026-11-23',
      '2026-11-23 remind yellow 2026-11-23',
      '2026-11-28 urge yellow 2026-11-28',
      '2026-12-02 urge yellow 2026-11-28',
      '2026-12-03 order red 2026-12-03',
    ]);
    const { history, steps } = await alertOf('filedNotPaid');
    assert.equal(steps.length, 4);
    assert.deepEqual(
      history.map(({ action, on }) => `${action} ${on}`),
      ['raise 2026-11-14', ...['step 2026-11-14', 'step 2026-11-23', 'step 2026-11-28', 'step 2026-12-03']],
    );
  });

  it('ends one when the bank says so, and another begins with what is still short', async () => {
    await app.bankSays(file, 1, 'credited', '2026-12-04');
    const counts = await look('2026-12-05');
    assert.equal(counts['cured'], 1);
    const cured = await alertOf('filedNotPaid');
    assert.deepEqual(
      [cured.state, cured.endedOn, cured.goneOn, cured.open, cured.standing],
      ['cured', '2026-12-05', '2026-12-05', undefined, undefined],
    );
    assert.deepEqual(await eventsOf('filedNotPaid'), ['alert.raised', 'alert.cured']);
    const part = await alertOf('partPaid');
    assert.deepEqual([part.since, part.level, part.steps.length], ['2026-11-14', 'red', 4]);
    await app.bankSays(file, 2, 'credited', '2026-12-05');
    await look('2026-12-06');
    assert.equal((await alertOf('partPaid')).state, 'cured');
  });

  it('raises a new one where it comes back', async () => {
    const before = await alertOf('accountNotFiled');
    const account = {
      ...{
        bankName: '演示农商行',
        branchCode: 'WS001',
        branchName: '文山支行',
        number: '6217003860001234567',
      },
      ...{
        accountName: '文山甲建工有限公司清河安居工程农民工工资专用账户',
        openedOn: plainDate('2026-03-10'),
      },
    };
    await putAccount(app.projectId, 2, { ...account, filedOn: plainDate('2026-12-06') }, asSystem());
    await look('2026-12-07');
    assert.equal((await alertOf('accountNotFiled')).state, 'cured');
    await putAccount(app.projectId, 3, account, asSystem());
    await look('2026-12-08');
    const again = await alertOf('accountNotFiled');
    assert.notEqual(String(again._id), String(before._id));
    assert.deepEqual([again.state, again.raisedOn, again.answers], ['raised', '2026-12-08', []]);
    const all = await alertsNow({ rule: 'accountNotFiled' });
    assert.deepEqual(
      all.map(({ state }) => state),
      ['cured', 'raised'],
    );
  });

  it('does not raise what a person dismissed while it lasts, and does when it comes back', async () => {
    const { _id, version, about } = await alertOf('boardPhotoMissing');
    await actOnAlert.dismissAlert({ id: String(_id), version }, { reason: '已核实' }, asSystem());
    await setParameter('alertLevels', from({ entryWithoutContract: 'red' }, '2026-12-09'), asSystem());
    await look('2026-12-09');
    assert.equal((await alertsNow({ rule: 'boardPhotoMissing', about })).length, 1);
    assert.equal(
      (await alertOf('entryWithoutContract')).level,
      'red',
      'the area says how hard a rule weighs',
    );
    await setParameter('alertLevels', from({ boardPhotoMissing: 'off' }, '2026-12-10'), asSystem());
    await look('2026-12-10');
    const dropped = await alertsNow({ rule: 'boardPhotoMissing' });
    assert.deepEqual(
      dropped.map(({ state, standing: stands }) => [state, stands]),
      [
        ['dismissed', undefined],
        ['dismissed', undefined],
      ],
    );
    assert.deepEqual(await eventsOf('boardPhotoMissing'), ['alert.raised', 'alert.dismiss']);
    await setParameter('alertLevels', from({ boardPhotoMissing: 'yellow' }, '2026-12-11'), asSystem());
    await look('2026-12-11');
    const raised = await alertsNow({ rule: 'boardPhotoMissing', standing: true });
    assert.deepEqual([raised.length, raised[0]?.raisedOn], [2, '2026-12-11']);
  });

  it('looks at the projects of the area a number or a calendar changed for, and at no others', async () => {
    const project = await createProject(
      { ...site, areaCode: '532622', name: '远处', parties: [] },
      asSystem(),
    );
    far = project.id;
    assert.equal((await look('2026-12-12'))['projects'], 1, 'a new project is looked at by itself');
    await setParameter('alertLevels', from({ sharedPhone: 'red' }, '2026-12-14'), asSystem());
    assert.equal((await look('2026-12-13'))['projects'], 0, 'not before its day');
    assert.equal((await look('2026-12-14'))['projects'], 1);
    assert.deepEqual(
      [(await cardNow(app.projectId)).day, (await cardNow(far)).day],
      ['2026-12-14', '2026-12-12'],
    );
    const all = { ...from({ sharedPhone: 'yellow' }, '2026-12-15'), areaCode: '5326' };
    await setParameter('alertLevels', all, asSystem());
    assert.equal((await look('2026-12-15'))['projects'], 1, 'only where nobody set anything nearer');
    assert.equal((await cardNow(far)).day, '2026-12-15');
    await setParameter('bondMultiProjectFloor', from(6_000, '2026-03-01'), asSystem());
    assert.equal((await look('2026-12-15'))['projects'], 1);
    await setParameter('bondMultiProjectFloor', from(5_000, '2026-02-01'), asSystem());
    assert.equal((await look('2026-12-15'))['projects'], 1, 'what held when papers were signed, too');
  });

  it('looks at all of them when the month turns', async () => {
    assert.equal((await look('2027-01-01'))['projects'], 2);
    assert.equal((await look('2027-01-01'))['projects'], 0);
    const { trend } = await cardNow(far);
    assert.equal(trend.length, new Set(trend.map(({ month }) => month)).size);
  });

  it('warns the owner’s other projects of arrears here, and ends it when they are paid', async () => {
    ownerId = (await cardNow(app.projectId)).companyIds.at(-1) ?? '';
    const parties = [{ role: 'projectOwner' as const, companyId: ownerId }];
    ({ id: neighbour } = await createProject({ ...site, name: '二期', parties }, asSystem()));
    await look('2027-01-02');
    assert.deepEqual(await standing(neighbour), []);
    const late = (await app.issued()).file;
    await look('2027-01-03');
    assert.deepEqual(await standing(neighbour), ['ownerInArrears raised'], 'nothing on itself changed');
    await app.bankSays(late, 1, 'credited', '2027-01-04');
    await look('2027-01-04');
    assert.equal((await alertOf('ownerInArrears')).values['arrearsFen'], NET);
    await app.bankSays(late, 2, 'credited', '2027-01-05');
    await look('2027-01-05');
    assert.deepEqual(await standing(neighbour), []);
    await app.issued();
    await look('2027-01-06');
    assert.deepEqual(await standing(neighbour), ['ownerInArrears raised']);
    assert.deepEqual(await look('2027-01-06'), { projects: 0, raised: 0, cured: 0, kept: 0 });
    assert.equal((await cardNow(far)).day, '2027-01-01');
  });

  it('says a company’s new name on its projects, and looks at no others', async () => {
    assert.match((await alertOf('ownerInArrears')).message.zh, /文山丁开发有限公司/u);
    const write = { name: '文山丁置业有限公司', areaCode: '532601' };
    await editCompany(ownerId, 1, write, app.ctxOf('clerk'));
    assert.equal((await look('2027-01-07'))['projects'], 2);
    assert.match((await alertOf('ownerInArrears')).message.zh, /文山丁置业有限公司/u);
    assert.equal((await cardNow(far)).day, '2027-01-01');
  });

  it('looks at a site once more where something is told of its owner while it is being written', async () => {
    const client = mongoose.connection.getClient();
    const touches = mongoose.connection.collection('projectTouches');
    let told: Promise<unknown> | undefined;
    const tell = ({ command }: { command: Record<string, unknown> }): void => {
      // Its records are being read: what is told now comes before the next batch is looked for.
      if (command['find'] === 'teamMonths') told ??= touches.insertOne({ companyId: ownerId });
    };
    await inTransaction(() => touchProject(neighbour));
    client.on('commandStarted', tell);
    const { projects } = await look('2027-01-07').finally(() => client.off('commandStarted', tell));
    await told;
    assert.equal(projects, 3, 'the neighbour, and then both sites of the owner');
  });

  it('takes alerts along where a project moves to another area', async () => {
    const parties = [{ role: 'projectOwner' as const, companyId: ownerId }];
    const edited = { ...site, areaCode: '532601', name: '二期', parties };
    await editProject(neighbour, 1, edited, app.ctxOf('clerk'));
    await look('2027-01-08');
    const { areaCode } = await alertOf('ownerInArrears');
    assert.equal(areaCode, '532601');
    await setParameter('bondMultiProjectFloor', from(7_000, '2026-04-01'), asSystem());
    assert.equal((await look('2027-01-08'))['projects'], 2, 'where no project was before, too');
    assert.equal((await cardNow(far)).day, '2027-01-01');
  });

  it('lets go of a project that was merged into another', async () => {
    await mergeProject(neighbour, 2, { intoId: app.projectId, reason: '重复登记' }, app.ctxOf('clerk'));
    await look('2027-01-09');
    assert.deepEqual(await standing(neighbour), []);
    const ended = (await alertsNow({ cameFromId: neighbour })).at(-1);
    assert.deepEqual([ended?.rule, ended?.state], ['ownerInArrears', 'dismissed']);
    const { code } = await getProjectRef(app.projectId);
    const told = ended?.history.slice(-2).map(({ action, facts }) => [action, facts]);
    assert.deepEqual(
      told,
      [
        ['merge', { intoCode: code }],
        ['merge', undefined],
      ],
      'nobody put anything right',
    );
    assert.ok(!(await cardsNow()).some(({ _id }) => _id === neighbour));
    assert.deepEqual(await look('2027-01-09'), { projects: 0, raised: 0, cured: 0, kept: 0 });
  });

  it('keeps wages of long ago among the open ones until they are paid', async () => {
    const old = await alertsNow({ rule: 'payrollNotFiled', month: '2026-03' });
    await look('2028-01-01');
    const [same] = await alertsNow({ rule: 'payrollNotFiled', month: '2026-03', standing: true });
    assert.equal(String(same?._id), String(old[0]?._id));
  });
});
