import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { newsSince } from '../../../server/features/alerts/index.ts';
import { registerComplaint } from '../../../server/features/complaints/index.ts';
import { createLog } from '../../../server/platform/log.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { prepareMessage } from '../../../server/platform/outbox/prepare-message.ts';
import { sendAlertNotices } from '../../../workers/jobs/send-alert-notices.ts';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import { Users } from '../../../server/features/accounts/user.model.ts';
import { asSystem, clock, MONTH } from '../payroll/payroll-life-app.ts';
import { alertsNow, look, setDay, useAlerts } from './alerts-app.ts';

describe('the morning’s messages about warnings', function () {
  this.timeout(30_000);
  const app = useAlerts();
  let file: PayFileView;
  const run = async (day: string) => {
    await Outbox.deleteMany({});
    clock.set(new Date(`${day}T08:20:00+08:00`));
    const { today } = asSystem();
    const signal = new AbortController().signal;
    return sendAlertNotices().run({ today, now: clock.now(), log: createLog('silent'), signal });
  };
  /** Bell items by login, with their words. */
  const bell = async (): Promise<Map<string, string>> => {
    const rows = await Outbox.find({ template: 'alertDigest', channel: 'inApp' }).lean();
    const told = new Map<string, string>();
    for (const row of rows) {
      const user = await Users.findById(row.userId).lean();
      const { text } = await prepareMessage(row, clock.now());
      assert.ok(!told.has(String(user?.login)), 'one a person');
      told.set(String(user?.login), text);
    }
    return told;
  };

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
      ...{ receivedOn: '2026-10-10', phone: '13800000991', projectId: app.projectId },
    };
    await registerComplaint(complaint as never, app.ctxOf('clerk')); // literal types are the contract's
  });

  it('tell office and contractor once of what is new', async () => {
    await look('2026-11-12');
    await run('2026-11-12');
    const first = await bell();
    assert.deepEqual([...first.keys()].sort(), ['head', 'inspector', 'labour']);
    await run('2026-11-12');
    assert.equal((await bell()).size, 0, 'a second run tells nobody');
    await run('2026-11-13');
    assert.equal((await bell()).size, 0, 'nor does the next morning');
  });

  it('tell of each step once, and the head of the office when an order is due', async () => {
    const story: [day: string, told: string[]][] = [
      ['2026-11-14', ['inspector', 'labour']],
      ['2026-11-20', []],
      ['2026-11-23', ['inspector', 'labour']],
      ['2026-11-28', ['inspector', 'labour']],
      ['2026-12-03', ['head', 'inspector', 'labour']],
    ];
    for (const [day, told] of story) {
      await look(day);
      await run(day);
      const found = [...(await bell())].filter(([, text]) => text.includes('木工1班'));
      assert.deepEqual(found.map(([login]) => login).sort(), told, day);
    }
  });

  it('do not tell a step again when a part was paid and another rule stands on it', async () => {
    await app.bankSays(file, 1, 'credited', '2026-12-03');
    await look('2026-12-04');
    const counts = await run('2026-12-04');
    assert.deepEqual([counts['notices'], (await bell()).size], [0, 0]);
  });

  it('tell companies nothing that rests on complaints', async () => {
    const office = new Set((await alertsNow({ rule: 'deadlineOverdue' })).map(({ _id }) => String(_id)));
    assert.equal(office.size, 1);
    let others = 0;
    for await (const { id, companyIds } of newsSince(plainDate('2026-01-01')))
      if (office.has(id)) assert.deepEqual(companyIds, []);
      else if (companyIds.length > 0) others += 1;
    assert.ok(others > 0);
  });

  it('wait for the morning where they are made at night', async () => {
    await app.file();
    await look('2027-01-16');
    await Outbox.deleteMany({});
    const night = new Date('2027-01-16T23:10:00+08:00');
    const signal = new AbortController().signal;
    const day = { today: plainDate('2027-01-16'), now: night, log: createLog('silent'), signal };
    await sendAlertNotices().run(day);
    const rows = await Outbox.find({ template: 'alertDigest', channel: 'mail' }).lean();
    assert.ok(rows.length > 0);
    for (const { dueAt } of rows)
      assert.ok(dueAt !== undefined && dueAt >= new Date('2027-01-17T08:00:00+08:00'));
  });
});
