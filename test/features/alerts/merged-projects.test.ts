import assert from 'node:assert/strict';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { dismissAlert, orderAlert } from '../../../server/features/alerts/act-on-alert.ts';
import { listAlerts } from '../../../server/features/alerts/index.ts';
import { findStandingOn } from '../../../server/features/alerts/alert.model.ts';
import { openGathering } from '../../../server/features/alerts/facts/index.ts';
import { gatherProjects } from '../../../server/features/alerts/scan/gather-projects.ts';
import { writeFound } from '../../../server/features/alerts/scan/look-at-projects.ts';
import { settingsOn } from '../../../server/features/alerts/scan/look-settings.ts';
import { readParameters } from '../../../server/features/parameters/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { mergeCompany } from '../../../server/features/companies/merge-company.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import type { PayrollSheetRecord } from '../../../server/features/payroll/payroll.record.ts';
import { createProject, getProject } from '../../../server/features/projects/index.ts';
import { mergeProject } from '../../../server/features/projects/merge-project.ts';
import { putContract } from '../../../server/features/safeguards/put-contract.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { touchProject } from '../../../server/platform/touched-projects.ts';
import { asSystem, clock, usePayrollLife } from '../payroll/payroll-life-app.ts';
import { alertsNow, cardsNow, look, setDay } from './alerts-app.ts';

const OWED = payMonth('2025-01');
const NET = 1_160_000;
const half = (credited: number): Partial<PayrollSheetRecord> => ({
  ...{ creditedFen: fen(credited), credited: credited === 0 ? 0 : 1 },
  money: {
    ...{ shortFen: fen(NET - credited), sentFen: fen(credited), otherAmounts: 0 },
    creditedOn: plainDate('2025-02-14'),
  },
});

const contract = {
  ...{ signedOn: plainDate('2024-02-27'), amountFen: fen(500_000_000), labourCostFen: fen(120_000_000) },
  ...{ plannedFrom: plainDate('2024-03-01'), plannedUntil: plainDate('2028-02-28'), labourCostDay: 10 },
  ...{ labourCostCycleMonths: 1, payDay: 15, payDayIn: 'next' as const },
};

describe('the warnings of a project that is merged into another', function () {
  this.timeout(20_000);
  const app = usePayrollLife();
  let [sheetId, first, second, third] = ['', '', '', ''];

  const stands = async (projectId: string): Promise<string[]> =>
    (await alertsNow({ projectId, standing: true, month: OWED })).map(
      ({ _id, rule, state }) => `${String(_id)} ${rule} ${state}`,
    );
  async function merge(fromId: string, intoId: string): Promise<void> {
    const { version } = await getProject(fromId, asSystem());
    await mergeProject(fromId, version, { intoId, reason: '重复登记' }, app.ctxOf('clerk'));
  }
  const site = async (name: string): Promise<string> => {
    const { parties } = await getProject(app.projectId, asSystem());
    const works = { name, areaCode: '532601001', site: '清河路', state: 'building' as const };
    const known = parties.map(({ role, companyId }) => ({ role, companyId }));
    return (await createProject({ ...works, parties: known }, asSystem())).id;
  };
  const standingOf = async (projectId: string, rule: string, about: Record<string, unknown> = {}) => {
    const [found] = await alertsNow({ projectId, standing: true, rule, ...about });
    assert.ok(found !== undefined, `${rule} stands on ${projectId}`);
    return { ...found, id: String(found._id) };
  };
  const ofBoard = (projectId: string, about: string) => standingOf(projectId, 'boardPhotoMissing', { about });

  before(async () => {
    clock.set(new Date('2025-02-20T02:00:00Z'));
    first = app.projectId;
    await putContract(first, 0, contract, asSystem());
    sheetId = (await app.file({ payMonth: OWED, state: 'partPaid', ...half(NET / 2) })).sheetId;
    await look('2025-02-20');
    second = await site('清河安居二');
    await look('2026-11-20');
  });

  it('stand on the one that stays, however old their month is, with the day the company was given', async () => {
    const before = await stands(first);
    assert.match(before.join(), /^\w+ partPaid raised$/u);
    const { id, version } = await standingOf(first, 'partPaid');
    const order = { text: '补发一月欠薪', rectifyBy: plainDate('2026-12-01') };
    await orderAlert({ id, version }, order, app.ctxOf('clerk'));
    clock.set(new Date('2026-11-20T04:00:00Z'));
    await merge(first, second);
    const there = [`${id} partPaid acted`];
    assert.deepEqual([await stands(second), await stands(first)], [there, []], 'from the merge on');
    await look('2026-11-21');
    assert.deepEqual(await stands(second), there, 'and found again by the look');
    await look('2026-12-02');
    assert.deepEqual(await stands(second), there, 'also when every project is read again');
    const all = await alertsNow({ month: OWED, rule: 'partPaid' });
    assert.deepEqual(
      all.map(({ asked, projectName }) => [asked?.answerBy, projectName]),
      [['2026-12-01', '清河安居二']],
      'raised once',
    );
    assert.deepEqual(
      (await cardsNow()).map(({ _id }) => _id),
      [second],
    );
    assert.deepEqual(await look('2026-12-02'), { projects: 0, raised: 0, cured: 0, kept: 0 });
  });

  it('are not told of days on which they stood elsewhere', async () => {
    const { differing, unknown } = await look('2026-11-20');
    assert.deepEqual([differing, unknown], [0, 0]);
    assert.equal((await look('2026-11-21'))['differing'], 0);
    const stoodOn = async (day: string): Promise<string[]> =>
      (await findStandingOn(second, plainDate(day))).flatMap(({ rule }) => (rule === 'partPaid' ? rule : []));
    assert.deepEqual([await stoodOn('2026-11-20'), await stoodOn('2026-11-21')], [[], ['partPaid']]);
  });

  it('go through two merges of one day into a project nobody looked at before', async () => {
    clock.set(new Date('2026-12-03T02:00:00Z'));
    third = await site('清河安居三');
    const fourth = await site('清河安居四');
    const before = await stands(second);
    await merge(second, third);
    await merge(third, fourth);
    assert.deepEqual(await stands(fourth), before);
    await look('2026-12-04');
    assert.deepEqual(await stands(fourth), before);
    first = fourth;
  });

  it('go along when a look at the one that gives way was under way', async () => {
    second = await site('清河安居五');
    await look('2026-12-05');
    const before = await stands(first);
    const inForce = await readParameters();
    const gather = await openGathering(clock.today(), inForce);
    const plain = { settingsOf: settingsOn(clock.today(), inForce), gather, renew: gather.renew };
    const under = { ...plain, areas: new Set(['532601001']) };
    const read = await gatherProjects({ ids: [first], untouched: [] }, under, asSystem());
    await merge(first, second);
    await writeFound(read, [], under, asSystem());
    assert.ok(
      (await cardsNow()).some(({ _id }) => _id === first),
      'the look left its card behind',
    );
    await look('2026-12-06');
    assert.deepEqual([await stands(first), await stands(second)], [[], before]);
    assert.ok(!(await cardsNow()).some(({ _id }) => _id === first));
  });

  it('are raised there of a payroll that was being filed when its project gave way', async () => {
    const late = await app.file({ payMonth: payMonth('2026-10'), state: 'partPaid', ...half(NET / 2) });
    await look('2026-12-06');
    const [found] = await alertsNow({
      projectId: second,
      rule: 'partPaid',
      month: '2026-10',
      standing: true,
    });
    assert.deepEqual(found?.records[0], { kind: 'payrollSheet', id: late.sheetId });
    await look('2026-12-06'); // to its companies' other works it is news
    assert.deepEqual(await look('2026-12-06'), { projects: 0, raised: 0, cured: 0, kept: 0 });
  });

  it('end where the same stands on the other, of which more was done, and never behind a dismissed one', async () => {
    third = await site('清河安居六');
    await putContract(third, 0, contract, asSystem());
    await look('2026-12-07');
    const dismissed = await ofBoard(third, 'photo');
    await dismissAlert(dismissed, { reason: '重复登记' }, app.ctxOf('clerk'));
    const ordered = await ofBoard(third, 'fields');
    const order = { text: '补齐告示牌', rectifyBy: plainDate('2026-12-20') };
    await orderAlert(ordered, order, app.ctxOf('clerk'));
    const [open, bare] = [await ofBoard(second, 'photo'), await ofBoard(second, 'fields')];
    await merge(second, third);
    const now = async (id: string) => {
      const one = (await alertsNow({ projectId: { $in: [second, third] } })).find(
        ({ _id }) => String(_id) === id,
      );
      return [one?.projectId, one?.state, one?.standing];
    };
    const then = {
      open: [third, 'raised', true],
      dismissed: [third, 'dismissed', undefined],
      ordered: [third, 'acted', true],
      bare: [second, 'dismissed', undefined],
    };
    const found = async () => ({
      ...{ open: await now(open.id), dismissed: await now(dismissed.id) },
      ...{ ordered: await now(ordered.id), bare: await now(bare.id) },
    });
    assert.deepEqual(await found(), then);
    await look('2026-12-08');
    assert.deepEqual(await found(), then);
    assert.equal((await look('2026-12-07'))['differing'], 0, 'one takes the place of the other');
    setDay('2026-12-08');
    second = third;
  });

  it('are answered for by the company its team’s employer was merged into, that day', async () => {
    const [before] = await alertsNow({ month: OWED, rule: 'partPaid' });
    const into = await createCompany({ name: '文山乙建筑劳务有限公司', areaCode: '532601' }, asSystem());
    const duplicate = { intoId: into.id, reason: '重复登记' };
    await mergeCompany(String(before?.employerId), 1, duplicate, app.ctxOf('clerk'));
    const { items } = await listAlerts({ rule: 'partPaid', month: OWED }, app.ctxOf('sub'));
    assert.deepEqual(
      items.map(({ id }) => id),
      [String(before?._id)],
    );
  });

  it('end once the wages have arrived', async () => {
    await inTransaction(async () => {
      const paid = { ...half(NET), state: 'paid', credited: 2 };
      await PayrollSheets.updateOne({ _id: sheetId }, { $set: paid });
      await touchProject(second);
    });
    await look('2026-12-09');
    assert.deepEqual(await stands(second), []);
    const [last] = await alertsNow({ month: OWED, rule: 'partPaid' });
    assert.deepEqual([last?.state, last?.projectId], ['cured', second]);
  });
});
