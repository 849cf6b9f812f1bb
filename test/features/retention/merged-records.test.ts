import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { mergeCompany } from '../../../server/features/companies/merge-company.ts';
import { Complaints } from '../../../server/features/complaints/complaint.model.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { createProject, editProject, finishedProjects } from '../../../server/features/projects/index.ts';
import { mergeProject } from '../../../server/features/projects/merge-project.ts';
import {
  approveRetentionList,
  drawRetentionLists,
  purgeApproved,
  RETENTION_PERMISSIONS,
  retentionRoutes,
} from '../../../server/features/retention/index.ts';
import { RetentionItems } from '../../../server/features/retention/retention-item.model.ts';
import { Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { asSystem, usePayrollLife } from '../payroll/payroll-life-app.ts';

const PAID = {
  ...{ payMonth: payMonth('2023-08'), state: 'paid' as const },
  money: {
    ...{ shortFen: fen(0), sentFen: fen(1_160_000), otherAmounts: 0 },
    creditedOn: plainDate('2023-09-14'),
  },
};

describe('what was approved for deletion before records were merged', () => {
  const app = usePayrollLife({ routes: retentionRoutes, permissionTables: [RETENTION_PERMISSIONS] });
  const approve = async (): Promise<void> => {
    for (const { _id } of await mongoose.connection
      .collection('retentionLists')
      .find({ state: 'waiting' })
      .toArray())
      await approveRetentionList({ id: String(_id), version: 1 }, asSystem());
  };

  it('is kept while a complaint is open about the company its employer was merged into', async () => {
    const old = await app.file(PAID);
    const recent = await app.file();
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 1, records: 2 });
    await approve();
    const employerId = String((await PayrollSheets.findById(old.sheetId).lean())?.employerId);
    const into = await createCompany({ name: '文山乙建筑劳务有限公司', areaCode: '532601' }, asSystem());
    await mergeCompany(employerId, 1, { intoId: into.id, reason: '重复登记' }, app.ctxOf('clerk'));
    await app.as('worker').create(`/my/pay-lines/${recent.own}/answer`, { kind: 'nothing' }).expect(200);
    // He names the company alone.
    await Complaints.updateOne({ employerId: into.id }, { $unset: { projectId: 1 } });
    assert.deepEqual(await purgeApproved(asSystem()), { deleted: 0, kept: 1 });
    assert.equal(await PayrollSheets.countDocuments({ _id: old.sheetId }), 1);
    await Complaints.updateMany({}, { $unset: { open: 1 } });
  });

  it('are no people and days of another site, whose time by law is not over', async () => {
    const long = systemCtx('test', { now: new Date('2021-05-01T02:00:00Z'), today: plainDate('2021-05-01') });
    const works = { areaCode: '532622', site: '旧桥', state: 'finished' as const, parties: [] };
    const bridge = await createProject({ ...works, name: '旧桥' }, long);
    const again = await createProject({ ...works, name: '旧桥工程' }, asSystem());
    const [man, other] = await Enrolments.find({}, { _id: 1 }).limit(2).lean();
    for (const [one, site] of [
      [man, bridge],
      [other, again],
    ] as const) {
      const projectId = new mongoose.Types.ObjectId(site.id);
      await Enrolments.updateOne({ _id: one?._id }, { $set: { projectId } });
    }
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 1, records: 1 }, 'of the old site');
    await approve();
    await mergeProject(bridge.id, 1, { intoId: again.id, reason: '重复登记' }, asSystem());
    assert.deepEqual(await purgeApproved(asSystem()), { deleted: 0, kept: 0 });
    assert.equal(await Enrolments.countDocuments({ projectId: again.id }), 2);
    const items = await RetentionItems.find({ kind: 'enrolment' }).lean();
    assert.deepEqual(
      items.map(({ projectId, state }) => [projectId, state]),
      [[again.id, 'kept']],
    );
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 0, records: 0 }, 'three years from now');
  });

  it('counts the time by law from the day the duplicate was recorded as finished, where that is later', async () => {
    const long = systemCtx('test', { now: new Date('2021-05-01T02:00:00Z'), today: plainDate('2021-05-01') });
    const works = { areaCode: '532622', site: '水渠', state: 'finished' as const, parties: [] };
    const ditch = await createProject({ ...works, name: '水渠' }, long);
    const [man] = await Enrolments.find({}, { _id: 1 }).limit(1).lean();
    const projectId = new mongoose.Types.ObjectId(ditch.id);
    await Enrolments.updateOne({ _id: man?._id }, { $set: { projectId } });
    const double = await createProject({ ...works, name: '水渠工程', state: 'building' }, long);
    await editProject(double.id, 1, { ...works, name: '水渠工程' }, asSystem());
    await mergeProject(double.id, 2, { intoId: ditch.id, reason: '重复登记' }, asSystem());
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 0, records: 0 });
    const [known] = (await finishedProjects('532622')).filter(({ id }) => id === ditch.id);
    assert.equal(known?.finishedOn, '2026-11-20');
  });
});
