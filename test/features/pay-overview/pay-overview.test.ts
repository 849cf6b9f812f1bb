import assert from 'node:assert/strict';
import type { Page } from '../../../server/core/contract/page.ts';
import type {
  Disagreement,
  DisagreementKind,
  MoneyStripView,
  PayGridView,
} from '../../../server/core/contract/pay-overview.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { lineNow, MONTH, sheetNow } from '../payroll/payroll-life-app.ts';
import { useFunds } from '../funds/funds-app.ts';

describe('where the wages of a project stand', () => {
  const app = useFunds();
  const NET = 580_000;
  const seen: { sheetId: string; own: string; others: string; teamId: string }[] = [];
  const span = { from: '2026-09', to: '2026-11' };
  const grid = async (who: Who): Promise<PayGridView> =>
    (await app.as(who).get(`/projects/${app.projectId}/pay-grid`, span).expect(200)).body as PayGridView;
  const strip = async (): Promise<MoneyStripView> =>
    (await app.as('inspector').get(`/projects/${app.projectId}/money`, { month: MONTH }).expect(200))
      .body as MoneyStripView;
  const rows = async (who: Who = 'inspector', query = {}): Promise<Page<Disagreement>> =>
    (
      await app
        .as(who)
        .get(`/projects/${app.projectId}/reconciliation`, { month: MONTH, ...query })
        .expect(200)
    ).body as Page<Disagreement>;

  before(async () => {
    // Paid in part: one credited, one returned. The other team is filed and nothing more.
    const { file, ...paid } = await app.issued();
    const answers = [
      { reference: `${file.number}-1`, result: 'credited', amountFen: NET, on: '2026-11-13' },
      {
        reference: `${file.number}-2`,
        result: 'bounced',
        amountFen: NET,
        on: '2026-11-13',
        reason: '卡号有误',
      },
    ];
    await app.as('bank').create(`/pay-files/${file.id}/results`, { results: answers }).expect(200);
    for (const one of [paid, await app.file()])
      seen.push({ ...one, teamId: (await sheetNow(one.sheetId)).teamId });
  });

  it('is a grid of months and teams: no data has no colour but its own', async () => {
    const view = await grid('inspector');
    assert.deepEqual(view.months, ['2026-09', '2026-10', '2026-11']);
    const cell = (at: number, month: string) =>
      view.cells.find((one) => one.teamId === seen[at]?.teamId && one.month === month);
    const partPaid = cell(0, '2026-10');
    // Pay day the 15th of November is a Sunday: the 13th; today is the 20th.
    assert.equal(partPaid?.payOn, '2026-11-13');
    assert.deepEqual(
      [partPaid?.tone, partPaid?.credited, partPaid?.creditedFen, partPaid?.arrearsFen, partPaid?.attended],
      ['late', 1, NET, NET, 2],
    );
    assert.deepEqual([cell(1, '2026-10')?.tone, cell(1, '2026-10')?.arrearsFen], ['late', 2 * NET]);
    assert.deepEqual(cell(0, '2026-09'), {
      ...{ teamId: seen[0]?.teamId, month: '2026-09', tone: 'noData', payOn: '2026-10-15' },
    });
  });

  it('shows a subcontractor its own teams, others nothing, and the owner totals without names', async () => {
    assert.equal((await grid('sub')).teams.length, 2);
    assert.equal((await grid('owner')).teams.length, 2);
    assert.equal((await grid('otherSub')).teams.length, 0, 'teams of another employer');
    const at = (tail: string) => `/projects/${app.projectId}/${tail}`;
    for (const [who, status] of [
      ['sub', 404],
      ['owner', 200],
      ['leader', 200],
      ['labour', 200],
      ['bank', 403],
      ['otherInspector', 404],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get(at('money'), { month: MONTH })).status, status, `money ${who}`);
    for (const [who, status] of [
      ['sub', 200],
      ['owner', 404],
      ['leader', 403],
      ['labour', 200],
      ['bank', 403],
      ['otherInspector', 404],
    ] satisfies [Who, number][])
      assert.equal(
        (await app.as(who).get(at('reconciliation'), { month: MONTH })).status,
        status,
        `rows ${who}`,
      );
    assert.equal((await rows('otherSub')).total, 0);
    const long = { from: '2020-01', to: '2026-11' };
    assert.equal((await app.as('inspector').get(at('pay-grid'), long)).status, 422);
  });

  it('says where the money is stuck, from the labour cost to the credit', async () => {
    const before = await strip();
    assert.deepEqual(
      before.steps.map(({ id, tone }) => [id, tone]),
      [
        ['labourCostDue', 'good'],
        ['labourCostReceived', 'late'],
        ['payrollFiled', 'good'],
        ['sentToBank', 'late'],
        ['credited', 'late'],
      ],
    );
    assert.equal(before.stuckAt, 'labourCostReceived');
    const due = before.steps[0]?.amountFen;
    assert.equal(due, 10_000_000, '1.2 million yuan over twelve months');
    await app
      .as('bank')
      .create(`/wage-accounts/${app.projectId}/transactions`, {
        ...{ direction: 'in', kind: 'labourCost', amountFen: due, on: '2026-10-09' },
        ...{ counterparty: '文山丁开发有限公司', bankRef: 'LC-1' },
      })
      .expect(201);
    const after = await strip();
    assert.deepEqual(
      [after.steps[1]?.tone, after.steps[1]?.on, after.stuckAt],
      ['good', '2026-10-09', 'sentToBank'],
    );
    assert.equal(after.steps[3]?.amountFen, 2 * NET);
    assert.equal(after.steps[4]?.amountFen, NET);
  });

  it('names every disagreement of attendance, payroll, bank and worker, and filters by kind', async () => {
    const [first] = seen;
    assert.ok(first !== undefined);
    const kinds = async (lineId: string): Promise<DisagreementKind[]> =>
      (await rows()).items.filter((row) => row.lineId === lineId).map(({ kind }) => kind);
    assert.deepEqual(await kinds(first.own), ['moreDaysThanAttended', 'unanswered'], '26 days, 2.5 attended');
    assert.deepEqual(await kinds(first.others), ['moreDaysThanAttended', 'bounced', 'unanswered']);
    const bounced = await rows('labour', { kind: 'bounced' });
    assert.deepEqual([bounced.total, bounced.items[0]?.workerName], [1, '马春花']);
    const page = await rows('labour', { limit: '1' });
    const next = await rows('labour', { limit: '1', cursor: page.nextCursor ?? '' });
    assert.notDeepEqual(next.items, page.items);
    const csv = await app
      .as('labour')
      .get(`/projects/${app.projectId}/reconciliation/export`, { month: MONTH, format: 'csv' })
      .expect(200);
    assert.match(csv.text, /马春花,银行退回/u);
  });

  it('still counts money that went out for a line which no longer stands', async () => {
    const [first] = seen;
    assert.ok(first !== undefined);
    await PayrollLines.updateMany({ sheetId: first.sheetId }, { $set: { standing: false } });
    await PayrollSheets.updateOne({ _id: first.sheetId }, { $set: { standing: false, state: 'superseded' } });
    const { workerName, enrolmentId } = await lineNow(first.own);
    const own = (await rows()).items.filter((row) => row.enrolmentId === enrolmentId);
    assert.deepEqual(
      own.map(({ kind, creditedFen }) => [kind, creditedFen]),
      [
        ['attendedNotOnPayroll', NET],
        ['creditedNotOnPayroll', NET],
      ],
      workerName,
    );
  });
});
