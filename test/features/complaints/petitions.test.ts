import assert from 'node:assert/strict';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import {
  clock,
  messages,
  move,
  moved,
  NOW,
  problemOf,
  registered,
  stored,
  useComplaintsApp,
} from './complaints-app.ts';

const PETITION = { channel: 'PETITION' };
const REASON = { reason: '账册在外省，正在调取' };

describe('what came as a petition', () => {
  const { as } = useComplaintsApp();
  const [clerk, head] = [as('clerk'), as('head')];
  beforeEach(() => clock.set(NOW));

  const periods = ({ deadlines }: ComplaintView) =>
    deadlines
      .filter(({ period }) => period.startsWith('petition'))
      .map(({ period, dueOn, metOn }) => [period, dueOn, metOn]);
  const on = (day: string) => clock.set(new Date(`${day}T02:00:00Z`));
  /** Accepted on Tuesday 24 November: the sixtieth day is Saturday 23 January. */
  const accepted = async (): Promise<ComplaintView> => {
    const petition = await registered(clerk, PETITION);
    on('2026-11-24');
    return moved(move(clerk, petition, 'accept'));
  };

  it('is to be answered within fifteen days of its receipt; a Saturday gives way to the Monday', async () => {
    const petition = await registered(clerk, PETITION);
    assert.deepEqual(periods(petition), [['petitionNotice', '2026-12-07', undefined]]);
    const acceptance = petition.deadlines.find(({ period }) => period === 'acceptance');
    assert.deepEqual([acceptance?.dueOn, petition.nextDue?.period], ['2026-11-27', 'acceptance']);
    const notice = petition.deadlines.find(({ period }) => period === 'petitionNotice');
    assert.match(notice?.citation?.zh ?? '', /信访工作条例/);
  });

  it('of nobody has nobody to tell, and what came otherwise has no such days', async () => {
    const anonymous = { ...PETITION, intakeKind: 'REPORT', name: undefined, phone: undefined };
    assert.deepEqual(periods(await registered(clerk, anonymous)), []);
    const hotline = await registered(clerk);
    assert.deepEqual(periods(await moved(move(clerk, hotline, 'accept'))), []);
  });

  it('is told with the acceptance, and from then on to be finished within sixty days', async () => {
    assert.deepEqual(periods(await accepted()), [
      ['petitionNotice', '2026-12-07', '2026-11-24'],
      ['petitionFinish', '2027-01-25', undefined],
    ]);
  });

  it('is told with the refusal as well', async () => {
    const petition = await registered(clerk, PETITION);
    const proposed = await moved(
      move(clerk, petition, 'propose-refusal', {
        ground: 'OUT_OF_SCOPE',
        reason: '属于承包合同纠纷',
        whereInstead: '文山市人民法院',
      }),
    );
    on('2026-11-25');
    const refused = await moved(move(head, proposed, 'approve-refusal'));
    assert.deepEqual(periods(refused), [['petitionNotice', '2026-12-07', '2026-11-25']]);
  });

  it('is given thirty days more by the head, once: the ninetieth day, and the petitioner hears of it', async () => {
    const petition = await accepted();
    on('2027-01-22');
    const extended = await moved(move(head, petition, 'extend-petition', REASON));
    assert.deepEqual(periods(extended)[1], ['petitionFinish', '2027-02-22', undefined]);
    assert.equal(extended.state, 'accepted');
    const told = (await messages()).at(-1);
    assert.equal(told?.template, 'complaintPetitionExtended');
    assert.deepEqual(told.data, { receiptNumber: petition.receiptNumber, dueOn: '2027-02-22' });
    const [event] = await stored('events', {
      subject: `complaint:${petition.id}`,
      action: 'complaint.extendPetition',
    });
    assert.ok(event !== undefined && !JSON.stringify(event).includes(REASON.reason));
    assert.ok(!extended.actions.includes('extendPetition'));
    const again = await problemOf(move(head, extended, 'extend-petition', REASON));
    assert.deepEqual([again.status, again.code], [409, 'conflict']);
  });

  it('is lengthened up to its last day, and no longer when that has passed', async () => {
    const petition = await accepted();
    on('2027-01-26');
    assert.equal((await problemOf(move(head, petition, 'extend-petition', REASON))).status, 409);
    on('2027-01-25');
    assert.deepEqual(periods(await moved(move(head, petition, 'extend-petition', REASON)))[1], [
      'petitionFinish',
      '2027-02-22',
      undefined,
    ]);
  });

  it('where no message goes to the petitioner, the heads are told to tell him', async () => {
    const petition = await registered(clerk, { ...PETITION, phone: undefined });
    const taken = await moved(move(clerk, petition, 'accept'));
    await moved(move(head, taken, 'extend-petition', REASON));
    const untold = await stored('events', { action: 'complaint.undelivered' });
    assert.deepEqual(
      untold.map(({ facts }) => (facts as { template: string }).template),
      ['complaintAccepted', 'complaintPetitionExtended'],
    );
    const walkIn = { channel: 'WALK_IN', externalNumber: undefined, phone: undefined };
    await moved(move(clerk, await registered(clerk, walkIn), 'accept'));
    assert.equal((await stored('events', { action: 'complaint.undelivered' })).length, 2);
  });

  it('is lengthened by nobody but its head, with a reason, and only where it is one', async () => {
    const petition = await accepted();
    for (const who of ['clerk', 'inspector', 'leader', 'worker'] as const)
      assert.equal((await problemOf(move(as(who), petition, 'extend-petition', REASON))).status, 403, who);
    assert.equal((await problemOf(move(as('otherHead'), petition, 'extend-petition', REASON))).status, 404);
    assert.equal((await problemOf(move(head, petition, 'extend-petition'))).status, 422);
    const hotline = await moved(move(clerk, await registered(clerk), 'accept'));
    assert.ok(!hotline.actions.includes('extendPetition'));
    assert.equal((await problemOf(move(head, hotline, 'extend-petition', REASON))).status, 409);
  });

  it('has nothing left to finish once it is withdrawn', async () => {
    const petition = await accepted();
    const asked = await moved(move(clerk, petition, 'ask-withdrawal', { reason: '钱已经到了' }));
    on('2026-12-10');
    const confirmed = await moved(
      move(clerk, asked, 'confirm-withdrawal', { confirmedBy: 'phone', pressed: false, note: '本人确认' }),
    );
    assert.equal(periods(confirmed)[1]?.[2], '2026-12-10');
  });
});
