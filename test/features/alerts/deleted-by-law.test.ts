import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { findKnown } from '../../../server/features/alerts/fact-snapshot.model.ts';
import { monthFacts } from '../../../server/features/alerts/facts/month-facts.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import type { PayrollSheetRecord } from '../../../server/features/payroll/payroll.record.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { mergeProject } from '../../../server/features/projects/merge-project.ts';
import {
  approveRetentionList,
  drawRetentionLists,
  purgeApproved,
  purgedMonths,
  retentionRoutes,
  RETENTION_PERMISSIONS,
} from '../../../server/features/retention/index.ts';
import { TeamMonths } from '../../../server/features/roster/team-month.model.ts';
import { putContract } from '../../../server/features/safeguards/put-contract.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { touchProject } from '../../../server/platform/touched-projects.ts';
import { CONTRACT } from '../../core/alerts/project-facts.ts';
import { asSystem, clock, sheetNow, usePayrollLife } from '../payroll/payroll-life-app.ts';
import { alertsNow, look } from './alerts-app.ts';

const OWED = payMonth('2023-07');
const PAID = payMonth('2023-08');
const NET = 1_160_000;
const money = (creditedFen: number): Partial<PayrollSheetRecord> => ({
  ...{ creditedFen: fen(creditedFen), credited: creditedFen / (NET / 2) },
  money: {
    ...{ shortFen: fen(NET - creditedFen), sentFen: fen(creditedFen), otherAmounts: 0 },
    ...(creditedFen === 0 ? {} : { creditedOn: plainDate('2023-09-14') }),
  },
});

describe('what the law deleted, while older wages are still owed', function () {
  this.timeout(20_000);
  const app = usePayrollLife({ routes: retentionRoutes, permissionTables: [RETENTION_PERMISSIONS] });
  let [owed, paid, deletedTeam] = ['', '', ''];

  const lists = mongoose.connection.collection('retentionLists');
  /** Of the old months: what nobody filed since is another matter. */
  const ofOldMonths = async (isStanding: boolean): Promise<string[]> =>
    (await alertsNow({ standing: isStanding ? true : { $exists: false }, month: { $lte: PAID } }))
      .map(({ rule, month, state }) => `${rule} ${month ?? ''} ${state}`)
      .sort();
  const standing = () => ofOldMonths(true);
  const ended = () => ofOldMonths(false);

  before(async () => {
    clock.set(new Date('2023-10-20T02:00:00Z'));
    const contract = {
      ...{ signedOn: plainDate('2023-02-27'), amountFen: fen(500_000_000), labourCostFen: fen(120_000_000) },
      ...{ plannedFrom: plainDate('2023-03-01'), plannedUntil: plainDate('2028-02-28'), labourCostDay: 10 },
      ...{ labourCostCycleMonths: 1, payDay: 15, payDayIn: 'next' as const },
    };
    await putContract(app.projectId, 0, contract, asSystem());
    owed = (await app.file({ payMonth: OWED, ...money(0) })).sheetId;
    paid = (await app.file({ payMonth: PAID, state: 'paid', ...money(NET) })).sheetId;
    deletedTeam = (await sheetNow(paid)).teamId;
    await TeamMonths.create([
      {
        projectId: new mongoose.Types.ObjectId(app.projectId),
        teamId: new mongoose.Types.ObjectId(deletedTeam),
        ...{ month: PAID, people: 3, daysHundredths: 7_800 },
      },
    ]);
  });

  it('asks for no payroll of a month that was paid and is deleted, and says nothing of it was cured', async () => {
    await look('2023-10-20');
    const was = ['fewerPaidThanAttended 2023-08 raised', 'filedNotPaid 2023-07 raised'];
    assert.deepEqual(await standing(), was);
    await look('2026-12-02');
    assert.deepEqual(await standing(), was, 'the oldest wages keep the months after them in view');
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 1, records: 2 });
    const list = await lists.findOne({});
    await approveRetentionList({ id: String(list?._id), version: 1 }, asSystem());
    assert.deepEqual(await purgeApproved(asSystem()), { deleted: 2, kept: 0 });
    assert.equal(await PayrollSheets.countDocuments({ _id: paid }), 0);
    assert.equal((await look('2026-12-03'))['projects'], 1, 'the deletion is told to the next look');
    assert.deepEqual(await standing(), ['filedNotPaid 2023-07 raised']);
    assert.deepEqual(await ended(), ['fewerPaidThanAttended 2023-08 lapsed']);
    const facts = (await findKnown(app.projectId, clock.today()))?.facts;
    const team = facts?.months.find(({ month }) => month === PAID)?.teams.find((one) => one.isSheetDeleted);
    assert.deepEqual([team?.attendedPeople, team?.sheet], [3, undefined]);
  });

  it('still sees a part of the oldest wages paid', async () => {
    await inTransaction(async () => {
      await PayrollSheets.updateOne({ _id: owed }, { $set: { ...money(NET / 2) } });
      await touchProject(app.projectId);
    });
    await look('2026-12-04');
    assert.deepEqual(await standing(), ['partPaid 2023-07 raised']);
  });

  it('goes along with the site where that is merged into another record', async () => {
    const works = { name: '清河安居', areaCode: '532601001', site: '清河路', state: 'building' as const };
    const { parties } = (await findKnown(app.projectId, clock.today()))?.facts.project ?? { parties: [] };
    const into = await createProject(
      { ...works, parties: parties.map(({ role, companyId }) => ({ role, companyId })) },
      asSystem(),
    );
    await mergeProject(app.projectId, 1, { intoId: into.id, reason: '重复登记' }, app.ctxOf('clerk'));
    const ofTeam = `${deletedTeam}:${PAID}`;
    assert.deepEqual(
      [[...(await purgedMonths([into.id]))], [...(await purgedMonths([app.projectId]))]],
      [[ofTeam], []],
    );
  });

  it('leaves the owner’s labour cost due of a month that only the deletion shows to have been worked', () => {
    const dueOn = plainDate('2023-08-10');
    const money = { balanceFen: fen(0), refusedOutflows: [] };
    const ended = { ...CONTRACT, plannedUntil: plainDate('2023-06-30') };
    const labourCostAfter = (deleted: ReadonlySet<string>) =>
      monthFacts(
        {
          teams: [
            {
              ...{ id: 't1', projectId: 'p1', employerId: 'sub', areaCode: '532601' },
              ...{ name: '木工班', enteredOn: dueOn },
            },
          ],
          ...{ attended: [], sheets: [], site: undefined, deleted },
          safeguards: {
            ...{ contract: ended, hasAccount: true, payDate: () => undefined },
            labourCost: () => ({ dueOn }),
          },
          ledger: { money, labourCost: new Map() },
        },
        { from: PAID, to: PAID, now: payMonth('2026-12') },
      ).map(({ labourCost }) => labourCost?.dueOn);
    assert.deepEqual(labourCostAfter(new Set()), []);
    assert.deepEqual(labourCostAfter(new Set([`t1:${PAID}`])), [dueOn]);
  });
});
