import assert from 'node:assert/strict';
import type {
  AttendanceMonthView,
  AttendancePerson,
  PunchBatch,
} from '../../../server/core/contract/attendance.ts';
import type { EnrolmentView, TeamView } from '../../../server/core/contract/roster.ts';
import { payMonth } from '../../../server/core/kit/plain-date.ts';
import { getProject } from '../../../server/features/projects/index.ts';
import { attendanceOf, findTeamMonths, takePunches } from '../../../server/features/roster/index.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { useStore } from '../../support/store.ts';
import type { Office } from './site.ts';
import { addTeam, COMPANY, letIn, openOffice, person, SITE } from './site.ts';

const MONTH = payMonth('2026-11');

describe('attendance of a month', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let office: Office;
  let team: TeamView;
  let code: string;
  let device: Ctx;

  before(async () => {
    office = await openOffice();
    team = await addTeam(office.sub, SITE, COMPANY.labour, '钢筋班');
    ({ code } = await getProject(SITE, office.system));
    const actor = {
      kind: 'machine',
      clientId: 'f'.repeat(24),
      purposes: ['punches'],
      areaCode: '532601',
      projectId: SITE,
    } as const;
    device = { ...office.system, actor };
  });

  const mark = (id: string, day: string, body: object) =>
    office.sub.put(`/api/enrolments/${id}/attendance/${day}`).send(body);
  const punch = (batchId: string, punches: PunchBatch['punches']) =>
    takePunches({ batchId, projectCode: code, punches }, device);

  it('a day by hand needs a reason and lies between entry and today', async () => {
    const one = await letIn(office.sub, person(team), '2026-11-03');
    const marked = await mark(one.id, '2026-11-05', { hundredths: 50, reason: '考勤机断电' }).expect(200);
    const { daysHundredths, marks } = marked.body as AttendancePerson;
    assert.equal(daysHundredths, 50);
    assert.deepEqual(marks, [{ day: '2026-11-05', hundredths: 50, source: 'hand', reason: '考勤机断电' }]);
    for (const day of ['2026-11-02', '2026-11-22'])
      assert.equal((await mark(one.id, day, { hundredths: 100, reason: '补记' })).status, 422, day);
    assert.equal((await mark(one.id, '2026-11-06', { hundredths: 100 })).status, 422);
    assert.equal(
      (
        await office.inspector
          .put(`/api/enrolments/${one.id}/attendance/2026-11-06`)
          .send({ hundredths: 100, reason: '补记' })
      ).status,
      403,
    );
  });

  it('a day nobody recorded is absent from the grid, and nobody leaves before a day he worked', async () => {
    const one = await letIn(office.sub, person(team), '2026-11-03');
    await mark(one.id, '2026-11-10', { hundredths: 0, reason: '请假' }).expect(200);
    await mark(one.id, '2026-11-11', { hundredths: 100, reason: '补记' }).expect(200);
    const grid = (
      await office.general.get(`/api/projects/${SITE}/attendance`).query({ month: MONTH }).expect(200)
    ).body as AttendanceMonthView;
    assert.equal(grid.days.length, 30);
    assert.equal(grid.days[0]?.kind, 'restDay');
    const row = grid.people.find(({ enrolmentId }) => enrolmentId === one.id);
    assert.deepEqual(
      row?.marks.map(({ day, hundredths }) => [day, hundredths]),
      [
        ['2026-11-10', 0],
        ['2026-11-11', 100],
      ],
    );
    const left = await office.sub
      .post(`/api/enrolments/${one.id}/leave`)
      .set('if-match', `"v${one.version}"`)
      .send({ on: '2026-11-10', reason: '回家' });
    assert.equal(left.status, 422);
  });

  it('a batch of punches counts once, outranks the hand, and tells back who is not on the roster', async () => {
    const input = person(team);
    const one = await letIn(office.sub, input, '2026-11-03');
    await mark(one.id, '2026-11-12', { hundredths: 50, reason: '补记' }).expect(200);
    const punches: PunchBatch['punches'] = [
      { citizenId: input.citizenId ?? '', at: '2026-11-12T08:00:00+08:00', direction: 'in' },
      { enrolmentId: one.id, at: '2026-11-12T18:30:00+08:00', direction: 'out' },
      { citizenId: person(team).citizenId ?? '', at: '2026-11-12T08:00:00+08:00', direction: 'in' },
      { enrolmentId: one.id, at: '2026-11-30T08:00:00+08:00', direction: 'in' },
      { enrolmentId: one.id, at: '2026-11-01T08:00:00+08:00', direction: 'in' },
    ];
    const taken = await punch('batch-0001', punches);
    assert.equal(taken.taken, 2);
    assert.deepEqual(
      taken.refused.map(({ index }) => index),
      [2, 3, 4],
    );
    assert.deepEqual(await punch('batch-0001', punches.slice(0, 1)), taken);
    const known = (await attendanceOf([one.id], MONTH)).get(one.id);
    assert.deepEqual(known, {
      daysHundredths: 100,
      hoursHundredths: 1050,
      marks: [{ day: '2026-11-12', hundredths: 100, hoursHundredths: 1050, source: 'device' }],
    });
  });

  it('a night shift over the end of a month belongs to the day it began, and the month keeps when its first punch came in', async () => {
    const one: EnrolmentView = await letIn(office.sub, person(team), '2026-10-20');
    await punch('night-0001', [{ enrolmentId: one.id, at: '2026-10-31T22:00:00+08:00', direction: 'in' }]);
    await punch('night-0002', [{ enrolmentId: one.id, at: '2026-11-01T06:00:00+08:00', direction: 'out' }]);
    const october = (await attendanceOf([one.id], payMonth('2026-10'))).get(one.id);
    assert.equal(october?.hoursHundredths, 800);
    assert.equal((await attendanceOf([one.id], MONTH)).size, 0);
    const [kept] = await findTeamMonths([SITE], payMonth('2026-10'), payMonth('2026-10'));
    assert.equal(kept?.takenOn, device.today);
  });

  it('a device of another site is refused', async () => {
    const elsewhere = { ...device, actor: { ...device.actor, projectId: '5326010000000000000000d2' } } as Ctx;
    const batch = { batchId: 'wrong-0001', projectCode: code, punches: [] };
    await assert.rejects(takePunches(batch, elsewhere), { code: 'invalidInput' });
  });
});
