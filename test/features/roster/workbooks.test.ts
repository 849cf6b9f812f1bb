import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AttendanceMonthView } from '../../../server/core/contract/attendance.ts';
import type { FileView } from '../../../server/core/contract/files.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { EnrolmentView, TeamView } from '../../../server/core/contract/roster.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { SheetCheckView, SheetColumn } from '../../../server/core/contract/sheet-checks.ts';
import { attendanceColumns, ROSTER_COLUMNS } from '../../../server/features/roster/roster-columns.ts';
import { writeTemplate } from '../../../server/platform/workbooks/index.ts';
import { eventually } from '../../support/eventually.ts';
import { useStore } from '../../support/store.ts';
import type { Office } from './site.ts';
import { addTeam, COMPANY, create, letIn, openOffice, person, SITE } from './site.ts';

type Cells = Record<string, string | number | null>;

describe('rosters and attendance by workbook', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let office: Office;
  let team: TeamView;

  before(async () => {
    office = await openOffice();
    team = await addTeam(office.sub, SITE, COMPANY.labour, '钢筋班');
  });

  async function upload(columns: readonly SheetColumn[], rows: Cells[]): Promise<string> {
    const bytes = Buffer.from(await writeTemplate(columns, rows, { title: '名册' }));
    const sent = await office.sub
      .post('/api/files')
      .set('idempotency-key', randomUUID())
      .field('purpose', 'rosterWorkbook')
      .attach('file', bytes, `${randomUUID()}.xlsx`);
    assert.equal(sent.status, 201, sent.text);
    return (sent.body as FileView).id;
  }
  async function checked(path: string, body: object): Promise<SheetCheckView> {
    const started = await create(office.sub, path, { projectId: SITE, teamId: team.id, ...body });
    assert.equal(started.status, 202, started.text);
    return eventually(
      'the check ends',
      async () => {
        const { id } = started.body as SheetCheckView;
        const view = (await office.sub.get(`/api/sheet-checks/${id}`)).body as SheetCheckView;
        return view.state === 'reading' ? null : view;
      },
      15_000,
    );
  }
  const confirm = (id: string, body: object) => office.sub.post(`/api/sheet-checks/${id}/confirm`).send(body);
  const onRoster = async (): Promise<string[]> => {
    const asked = office.sub.get('/api/enrolments').query({ projectId: SITE, teamId: team.id, limit: 100 });
    return ((await asked.expect(200)).body as Page<EnrolmentView>).items
      .map(({ workerName }) => workerName)
      .sort();
  };
  /** Somebody as the contractor writes him. */
  function row(over: Cells = {}): Cells {
    const { name, citizenId = null, phone = null } = person(team);
    return {
      ...{ name, citizenId, phone, workType: '020', payKind: 'TIME_RATE', dayRateFen: 30_000 },
      ...over,
    };
  }

  it('one bad row keeps nobody else off the roster: who is left out is counted, listed and agreed to first', async () => {
    const [first, second] = [row(), row()];
    const rows = [first, row({ name: '号码错', citizenId: '110101199001011234' }), second];
    const view = await checked('/roster/checks', { fileId: await upload(ROSTER_COLUMNS, rows) });
    assert.deepEqual([view.rows, view.blocking, view.leaveOut, view.canConfirm], [3, 1, 1, true]);
    assert.deepEqual(await onRoster(), [], 'nothing is kept before it is confirmed');

    const unagreed = await confirm(view.id, {});
    assert.deepEqual([unagreed.status, (unagreed.body as Problem).code], [409, 'sheetBlocked']);
    assert.deepEqual(await onRoster(), []);

    const done = (await confirm(view.id, { leaveOut: 1 }).expect(200)).body as SheetCheckView;
    assert.deepEqual([done.state, done.result], ['confirmed', { enrolled: 2, known: 0, leftOut: 1 }]);
    assert.deepEqual(await onRoster(), [first['name'], second['name']].sort());
    const listed = await office.sub.get(`/api/sheet-checks/${view.id}/problems?level=block`).expect(200);
    const { items } = listed.body as Page<{ row: number; rule: string }>;
    assert.deepEqual(
      items.map((one) => [one.row, one.rule]),
      [[3, 'citizenId.valid']],
    );
    assert.equal((await office.sub.get(`/api/sheet-checks/${view.id}/marked`)).status, 200);
  });

  it('nobody is left out beyond those the sender agreed to', async () => {
    const before = await onRoster();
    const rows = [row(), row({ citizenId: '110101199001011234' }), row({ citizenId: '1' })];
    const view = await checked('/roster/checks', { fileId: await upload(ROSTER_COLUMNS, rows) });
    assert.equal(view.leaveOut, 2);
    assert.equal((await confirm(view.id, { leaveOut: 1 })).status, 409);
    assert.deepEqual(await onRoster(), before);
  });

  it('a sheet without one good row cannot be confirmed', async () => {
    const fileId = await upload(ROSTER_COLUMNS, [row({ citizenId: '1' }), row({ citizenId: '2' })]);
    const view = await checked('/roster/checks', { fileId });
    assert.deepEqual([view.blocking, view.leaveOut, view.canConfirm], [2, undefined, false]);
    assert.equal((await confirm(view.id, { leaveOut: 2 })).status, 409);
  });

  it('days of whoever stands on the roster are kept though another row names a stranger', async () => {
    const input = person(team);
    const { id } = await letIn(office.sub, input);
    const known = { name: input.name, citizenId: input.citizenId ?? '', d1: 100, d2: 50 };
    const stranger = { name: '陌生人', citizenId: person(team).citizenId ?? '', d1: 100 };
    const fileId = await upload(attendanceColumns(31), [stranger, known]);
    const view = await checked('/attendance/checks', { fileId, month: '2026-10' });
    assert.deepEqual([view.rules[0]?.rule, view.leaveOut], ['roster.unknown', 1]);
    const done = (await confirm(view.id, { leaveOut: 1 }).expect(200)).body as SheetCheckView;
    assert.deepEqual(done.result, { people: 1, marks: 2, leftOut: 1 });
    const path = `/api/projects/${SITE}/attendance`;
    const month = (await office.sub.get(path).query({ teamId: team.id, month: '2026-10' }).expect(200)).body;
    const { people } = month as AttendanceMonthView;
    assert.deepEqual(
      people
        .filter(({ daysHundredths }) => daysHundredths > 0)
        .map((one) => [one.enrolmentId, one.daysHundredths]),
      [[id, 150]],
    );
  });

  it('the same request with the same key is the check that is there already', async () => {
    const roster = { projectId: SITE, teamId: team.id, fileId: await upload(ROSTER_COLUMNS, [row()]) };
    const month = { ...roster, month: '2026-10' };
    for (const [path, body] of [
      ['/roster/checks', roster],
      ['/attendance/checks', month],
      ['/payroll/checks', { ...roster, payMonth: '2026-10' }],
    ] as const) {
      const key = randomUUID();
      const send = () => office.sub.post(`/api${path}`).set('idempotency-key', key).send(body);
      const [first, again] = [await send(), await send()];
      assert.deepEqual([first.status, again.status], [202, 202], first.text);
      assert.equal((again.body as SheetCheckView).id, (first.body as SheetCheckView).id, path);
      const other = (await create(office.sub, path, body).expect(202)).body as SheetCheckView;
      assert.notEqual(other.id, (first.body as SheetCheckView).id, 'a new key is a new check');
      await eventually('it is read', async () => {
        const { body: seen } = await office.sub.get(`/api/sheet-checks/${other.id}`);
        return (seen as SheetCheckView).state !== 'reading';
      });
    }
  });
});
