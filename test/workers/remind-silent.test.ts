import assert from 'node:assert/strict';
import type { Ctx } from '../../server/platform/context.ts';
import { acceptComplaint, moveComplaint } from '../../server/features/complaints/index.ts';
import { Outbox } from '../../server/platform/outbox/index.ts';
import { remindSilentComplaints } from '../../workers/jobs/remind-silent-complaints.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';
import { openRegion, openStaff, register, runOn, told } from './office.ts';
import type { Staff } from './office.ts';

const job = remindSilentComplaints({
  regionCode: '5326',
  smtpUrl: undefined,
  demo: true,
  findAdmins: () => Promise.resolve([]),
});

describe('the reminder of silent complaints', () => {
  useStore();
  before(() => void startTestApp());
  let staff: Record<'clerk' | 'head', Staff>;
  beforeEach(async () => {
    await openRegion();
    const [clerk, head] = await Promise.all([openStaff('clerk', 'clerk'), openStaff('bureauHead', 'head')]);
    staff = { clerk, head };
  });

  it('tells desk and head once of a complaint left untouched for three working days', async () => {
    await register(staff.clerk, '2026-09-29'); // 30 September, 8 and 9 October
    await register(staff.clerk, '2026-10-08');
    assert.equal((await runOn(job, '2026-10-08'))['untouched'], 0);
    assert.deepEqual(await runOn(job, '2026-10-09'), {
      untouched: 1,
      peopleTold: 2,
      complainantsReminded: 0,
    });
    assert.deepEqual(await told('untouchedComplaints', staff), [
      'inApp clerk',
      'mail clerk',
      'inApp head',
      'mail head',
    ]);
    assert.equal((await runOn(job, '2026-10-10'))['untouched'], 0);
    assert.equal((await runOn(job, '2026-10-11'))['untouched'], 0, 'a Sunday');
    assert.equal((await runOn(job, '2026-10-12'))['untouched'], 1, 'the second one: 9, 10 and 12 October');
    assert.equal((await runOn(job, '2026-10-12'))['untouched'], 0);
  });

  it('is silent about one that was accepted, refused or asked about', async () => {
    const accepted = await register(staff.clerk, '2026-11-02');
    await acceptComplaint({ id: accepted.id, version: 1 }, {}, staff.clerk.on('2026-11-03'));
    await askFor((await register(staff.clerk, '2026-11-02')).id, staff.clerk.on('2026-11-03'));
    await moveComplaint(
      { id: (await register(staff.clerk, '2026-11-02')).id, version: 1 },
      'proposeRefusal',
      { ground: 'OUT_OF_SCOPE', reason: '不是工资', whereInstead: '法院' },
      staff.clerk.on('2026-11-03'),
      () => ({
        set: {
          refusal: {
            ground: 'OUT_OF_SCOPE',
            reason: '不是工资',
            whereInstead: '法院',
            proposedOn: staff.clerk.on('2026-11-03').today,
          },
        },
      }),
    );
    assert.equal((await runOn(job, '2026-11-06'))['untouched'], 0);
  });

  const askFor = (id: string, ctx: Ctx) =>
    moveComplaint({ id, version: 1 }, 'requestSupplement', { question: '工地在哪里' }, ctx, () => ({
      set: { supplement: { question: '工地在哪里', askedOn: ctx.today } },
    }));

  it('asks a complainant once more who has not answered a question for three working days', async () => {
    const { id } = await register(staff.clerk, '2026-11-02');
    await askFor(id, staff.clerk.on('2026-11-03'));
    const reminders = () =>
      Outbox.countDocuments({ template: 'complaintSupplementReminder', channel: 'sms' });
    assert.equal((await runOn(job, '2026-11-05'))['complainantsReminded'], 0);
    assert.equal((await runOn(job, '2026-11-06'))['complainantsReminded'], 1);
    assert.equal(await reminders(), 1);
    assert.equal((await runOn(job, '2026-11-09'))['complainantsReminded'], 0);
    assert.equal(await reminders(), 1);
  });
});
