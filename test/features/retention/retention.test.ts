import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { Page } from '../../../server/core/contract/page.ts';
import type { RetentionListView, RetentionRecordRow } from '../../../server/core/contract/retention.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { findKnown } from '../../../server/features/alerts/fact-snapshot.model.ts';
import { scanProjects } from '../../../server/features/alerts/index.ts';
import { MachineClients } from '../../../server/features/machine-clients/machine-client.model.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import type { PayrollSheetRecord } from '../../../server/features/payroll/payroll.record.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import {
  approveRetentionList,
  drawRetentionLists,
  purgeApproved,
  RETENTION_PERMISSIONS,
  retentionRoutes,
} from '../../../server/features/retention/index.ts';
import { Attendance } from '../../../server/features/roster/attendance.model.ts';
import { Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import { PunchBatches } from '../../../server/features/roster/punch-batch.model.ts';
import { TeamMonths } from '../../../server/features/roster/team-month.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { asSystem, clock, usePayrollLife } from '../payroll/payroll-life-app.ts';

const paidOn = (day: string): Pick<PayrollSheetRecord, 'state' | 'money'> => ({
  state: 'paid',
  money: { shortFen: fen(0), sentFen: fen(1_160_000), otherAmounts: 0, creditedOn: plainDate(day) },
});
/** Stops a run when it has asked so often whether it should. */
const stopsAfter = (times: number): AbortSignal => {
  let left = times;
  return {
    get aborted() {
      left -= 1;
      return left < 0;
    },
  } as AbortSignal; // the part of a signal that jobs read
};

describe('what is deleted once its time by law is over', () => {
  const app = usePayrollLife({ routes: retentionRoutes, permissionTables: [RETENTION_PERMISSIONS] });
  const old: string[] = [];
  let recent = { sheetId: '', own: '', others: '' };

  before(async () => {
    for (const [month, day] of [
      ['2023-08', '2023-09-14'],
      ['2023-09', '2023-10-14'],
      ['2023-10', '2023-11-14'],
    ] as const)
      old.push((await app.file({ payMonth: payMonth(month), ...paidOn(day) })).sheetId);
    // A month too young, one whose last wage arrived much later, and one of which somebody still lacks wages.
    await app.file({ payMonth: payMonth('2023-11'), ...paidOn('2023-11-30') });
    await app.file({ payMonth: payMonth('2022-01'), ...paidOn('2024-02-01') });
    await app.file({ payMonth: payMonth('2022-02'), state: 'partPaid' });
    recent = await app.file();
  });

  const lists = async (who: Who): Promise<RetentionListView[]> =>
    ((await app.as(who).get('/retention-lists').expect(200)).body as Page<RetentionListView>).items;
  const first = async (): Promise<RetentionListView> => {
    const [list] = await lists('head');
    assert.ok(list);
    return list;
  };
  const move = (who: Who, { id }: RetentionListView, action: string, version: number, body: object = {}) =>
    app.as(who).move(`/retention-lists/${id}/${action}`, version, body);
  const lineCount = (sheetId: string | undefined) => PayrollLines.countDocuments({ sheetId: sheetId ?? '' });
  const deletions = async (id: string) =>
    (await Events.find({ subject: `retention:${id}`, action: 'retention.delete' }).lean()).map(
      ({ facts }) => facts,
    );

  it('lists payrolls three years after their month and their last wage, and none with wages unpaid', async () => {
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 1, records: 6 });
    assert.deepEqual(
      await drawRetentionLists(asSystem()),
      { lists: 0, records: 0 },
      'a second run adds none',
    );
    const { lots, state, actions, areaCode } = await first();
    assert.deepEqual([areaCode, state, actions], ['532601', 'waiting', ['approve', 'decline']]);
    assert.deepEqual(
      lots.map(({ kind, period, rule, records, until }) => [kind, period, rule, records, until]),
      [['payrollSheet', 'ledgerRetention', 'REG-15-1', 6, '2023-11-14']],
    );
    assert.deepEqual(await purgeApproved(asSystem()), { deleted: 0, kept: 0 }, 'nobody has approved it');
  });

  it('shows what is on it month by month before anybody approves, page by page, and names nobody', async () => {
    const { id } = await first();
    const records = async (query: Record<string, string>): Promise<Page<RetentionRecordRow>> =>
      (await app.as('head').get(`/retention-lists/${id}/records`, query).expect(200))
        .body as Page<RetentionRecordRow>;
    const page = await records({ limit: '2' });
    const rest = await records({ limit: '2', cursor: page.nextCursor ?? '' });
    assert.deepEqual([page.total, page.items.length, rest.items.length, rest.nextCursor], [3, 2, 1, null]);
    const rows = [...page.items, ...rest.items];
    assert.deepEqual(
      rows.map(({ payMonth, records: lines, until, state }) => [payMonth, lines, until, state]),
      [
        ['2023-08', 2, '2023-09-14', 'listed'],
        ['2023-09', 2, '2023-10-14', 'listed'],
        ['2023-10', 2, '2023-11-14', 'listed'],
      ],
    );
    assert.ok(rows.every((row) => row.teamName !== undefined && row.projectName !== undefined));
    assert.ok(rows.every(({ companyNames }) => companyNames.length > 0));
    assert.equal((await records({ kind: 'attendance' })).total, 0);
    await app.as('otherHead').get(`/retention-lists/${id}/records`).expect(404);
    await app.as('inspector').get(`/retention-lists/${id}/records`).expect(403);
  });

  it('is decided on by the head of that bureau alone, once, and on what he has seen', async () => {
    const list = await first();
    assert.deepEqual(await lists('otherHead'), []);
    await app.as('otherHead').get(`/retention-lists/${list.id}`).expect(404);
    await move('otherHead', list, 'approve', 1).expect(404);
    await app.as('inspector').get('/retention-lists').expect(403);
    await move('inspector', list, 'approve', 1).expect(403);
    await move('head', list, 'approve', 7).expect(412);
    await move('head', list, 'decline', 1).expect(422);
    const { body } = await move('head', list, 'approve', 1).expect(200);
    const { state, decidedBy, actions } = body as RetentionListView;
    assert.deepEqual([state, decidedBy, actions], ['approved', '何局长', []]);
    await move('head', list, 'approve', 2).expect(409);
  });

  it('goes on where it was killed, and keeps what came under a complaint after it was approved', async () => {
    const list = await first();
    assert.deepEqual(await purgeApproved(asSystem(), stopsAfter(1), 1), { deleted: 1, kept: 0 });
    assert.deepEqual(await Promise.all(old.map(lineCount)), [1, 2, 2]);
    assert.deepEqual(await purgeApproved(asSystem(), stopsAfter(2), 1), { deleted: 1, kept: 0 });
    assert.equal(await PayrollSheets.countDocuments({ _id: old[0] }), 0, 'the month is gone whole');
    assert.equal((await deletions(list.id)).length, 0, 'the lot is not ended');
    const complaint = await app
      .as('worker')
      .create(`/my/pay-lines/${recent.own}/answer`, { kind: 'nothing' });
    assert.equal(complaint.status, 200, complaint.text);
    assert.deepEqual(await purgeApproved(asSystem()), { deleted: 0, kept: 2 });
    assert.deepEqual(await Promise.all(old.map(lineCount)), [0, 2, 2]);
    const { state, lots, deletedOn } = await first();
    assert.deepEqual([state, lots[0]?.deleted, lots[0]?.kept, deletedOn], ['done', 2, 4, '2026-11-20']);
    const ended = await deletions(list.id);
    assert.deepEqual(
      ended.map(({ kind, deleted, kept, rule }) => [kind, deleted, kept, rule]),
      [['payrollSheet', 2, 4, 'REG-15-1']],
    );
    assert.deepEqual(await purgeApproved(asSystem()), { deleted: 0, kept: 0 }, 'a second run does nothing');
    assert.equal((await deletions(list.id)).length, 1);
  });

  it('asks nobody to delete anything of a site or a firm under a complaint', async () => {
    clock.set(new Date('2026-12-01T02:00:00Z'));
    assert.deepEqual(await drawRetentionLists(asSystem()), { lists: 0, records: 0 });
  });

  it('deletes people and days of finished works once every month worked is known to be paid', async () => {
    clock.set(new Date('2026-12-01T02:00:00Z'));
    const long = systemCtx('test', { now: new Date('2021-05-01T02:00:00Z'), today: plainDate('2021-05-01') });
    const site = await createProject(
      { name: '旧桥', areaCode: '532622', site: '旧桥', state: 'finished', parties: [] },
      long,
    );
    const projectId = new mongoose.Types.ObjectId(site.id);
    const teamId = new mongoose.Types.ObjectId();
    const moved = { projectId: site.id, areaCode: '532622', teamId: String(teamId) };
    const sheet = await PayrollSheets.findById(recent.sheetId).select('+history').lean();
    const worked = { projectId, teamId, people: 1, daysHundredths: 2500 };
    await TeamMonths.create([
      { ...worked, month: '2021-03' },
      { ...worked, month: '2021-04' },
    ]);
    const people = await Enrolments.find({}).limit(3).lean();
    for (const { _id } of people) await Enrolments.updateOne({ _id }, { $set: { projectId } });
    await Attendance.updateMany(
      { enrolmentId: { $in: people.map(({ _id }) => _id) } },
      { $set: { projectId } },
    );
    const client = await MachineClients.create({
      ...{
        version: 1,
        name: '门禁',
        purposes: ['punches'],
        areaCode: '532622',
        projectId: site.id,
        state: 'ended',
      },
      ...{ secret: { keyId: 'x', box: 'y' }, createdAt: long.now, createdBy: 'test' },
    });
    await PunchBatches.create([
      { clientId: String(client._id), batchId: '1', answer: '{}', takenAt: long.now },
    ]);
    const file = (month: string) =>
      PayrollSheets.create([
        {
          ...sheet,
          ...moved,
          _id: new mongoose.Types.ObjectId(),
          payMonth: month,
          employerId: 'f'.repeat(24),
          ...paidOn('2021-05-14'),
        },
      ]);
    await file('2021-03');
    const due = async () => {
      const drawn = await drawRetentionLists(asSystem());
      const [list] = await lists('otherHead');
      return { drawn, kinds: list?.lots.map(({ kind }) => kind), list };
    };
    assert.deepEqual((await due()).kinds, ['payrollSheet'], 'of April nobody knows whether it was paid');
    await mongoose.model('retentionLists').deleteMany({ areaCode: '532622' });
    await mongoose.model('retentionItems').deleteMany({});
    await file('2021-04');
    const { kinds, list } = await due();
    assert.deepEqual(kinds, ['payrollSheet', 'attendance', 'enrolment', 'punchBatch']);
    const others = await Enrolments.countDocuments({ projectId: { $ne: projectId } });
    assert.ok(others > 0);
    const known = async () => {
      await scanProjects(asSystem(), { signal: new AbortController().signal });
      const facts = (await findKnown(site.id, asSystem().today))?.facts;
      return [facts?.site?.present, facts?.freshness.site !== undefined];
    };
    assert.deepEqual(await known(), [3, true]);
    await approveRetentionList({ id: list?.id ?? '', version: 1 }, asSystem());
    await purgeApproved(asSystem(), undefined, 2);
    assert.deepEqual(await known(), [undefined, false], 'nor do the warnings know of anybody');
    for (const left of [Enrolments, Attendance, TeamMonths])
      assert.equal(await mongoose.model(left.modelName).countDocuments({ projectId }), 0, left.modelName);
    assert.equal(await PunchBatches.countDocuments({ clientId: String(client._id) }), 0);
    assert.equal(await Enrolments.countDocuments({ projectId: { $ne: projectId } }), others);
    assert.equal((await deletions(list?.id ?? '')).length, 4, 'one event for each lot');
    clock.set(new Date('2026-11-20T02:00:00Z'));
  });
});
