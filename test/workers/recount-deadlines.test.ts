import assert from 'node:assert/strict';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { addLocalHoliday } from '../../server/features/calendar/change-local-holidays.ts';
import { Cases, fileCase } from '../../server/features/cases/index.ts';
import { acceptComplaint, Complaints } from '../../server/features/complaints/index.ts';
import { Events } from '../../server/platform/audit/index.ts';
import { recountDeadlines } from '../../workers/jobs/recount-deadlines.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';
import type { Staff } from './office.ts';
import { openRegion, openStaff, register, runOn, systemOn } from './office.ts';

const holidayOn = (day: string) =>
  addLocalHoliday(
    { areaCode: '5326', day: plainDate(day), name: '州庆', source: '州政府通知' },
    systemOn('2026-09-15'),
  );

const NOTHING = {
  ...{ complaintsMoved: 0, casesMoved: 0, listingsMoved: 0, payDaysMoved: 0 },
  ...{ documentsMoved: 0, publicationsMoved: 0, releasesMoved: 0 },
};

describe('running periods after the calendar changed', () => {
  useStore();
  before(() => void startTestApp());
  let clerk: Staff;
  let inspectors: Staff[];
  beforeEach(async () => {
    await openRegion();
    clerk = await openStaff('clerk', 'clerk');
    inspectors = await Promise.all(['lead', 'second'].map((login) => openStaff('inspector', login)));
  });

  async function filed(day: string): Promise<{ complaintId: string; caseId: string }> {
    const { id } = await register(clerk, day);
    await acceptComplaint({ id, version: 1 }, {}, clerk.on(day));
    const [lead, second] = inspectors;
    assert.ok(lead && second);
    const opened = await fileCase(
      {
        complaintIds: [id],
        title: '拖欠工资',
        leadInspectorId: lead.id,
        coInspectorId: second.id,
        respondent: { name: '文山某某建筑公司' },
      },
      lead.on(day),
    );
    return { complaintId: id, caseId: opened.id };
  }

  it('moves the last day of open complaints and cases once, with an event for each', async () => {
    const { id } = await register(clerk, '2026-09-14');
    const { caseId } = await filed('2026-09-14');
    const due = async () => ({
      complaint: (await Complaints.findById(id).lean())?.nextDueOn,
      case: (await Cases.findById(caseId).lean())?.nextDueOn,
    });
    assert.deepEqual(await runOn(recountDeadlines(), '2026-09-15'), NOTHING);
    const before = await due();
    assert.equal(before.complaint, '2026-09-20', '15 to 18 September and the Sunday made up for');

    await holidayOn('2026-09-17');
    assert.deepEqual(await runOn(recountDeadlines(), '2026-09-15'), {
      ...NOTHING,
      complaintsMoved: 1,
      casesMoved: 1,
    });
    assert.equal((await due()).complaint, '2026-09-21');
    assert.ok(String((await due()).case) > String(before.case));
    for (const subject of [`complaint:${id}`, `case:${caseId}`]) {
      const last = await Events.findOne({ subject }).sort({ seq: -1 }).lean();
      assert.match(String(last?.action), /\.recount$/u);
      assert.equal(last?.actor, 'system:recountDeadlines');
    }
    assert.deepEqual(await runOn(recountDeadlines(), '2026-09-15'), NOTHING);
  });

  it('leaves what is met or lies outside alone', async () => {
    const { complaintId } = await filed('2026-09-14');
    const early = await register(clerk, '2026-09-14');
    await runOn(recountDeadlines(), '2026-09-15');
    await holidayOn('2026-12-30');
    assert.deepEqual(await runOn(recountDeadlines(), '2026-09-15'), NOTHING);
    const events = await Events.countDocuments({ action: /recount/u });
    assert.equal(events, 0);
    for (const id of [complaintId, early.id])
      assert.equal((await Complaints.findById(id).lean())?.history.at(-1)?.action === 'recount', false);
  });
});
