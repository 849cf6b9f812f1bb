import assert from 'node:assert/strict';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { importDepartments } from '../../../server/features/areas/index.ts';
import type { Visitor } from './complaints-app.ts';
import {
  asSystem,
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

describe('a complaint that belongs elsewhere', () => {
  const { as } = useComplaintsApp();
  const [clerk, other] = [as('clerk'), as('otherClerk')];
  const offered = async (who: Visitor): Promise<string[]> => {
    const { items } = (await who.get('/complaints', { offered: true })).body as { items: ComplaintView[] };
    return items.map(({ id }) => id);
  };
  const toYanshan = { toAreaCode: '532622', reason: '工地在砚山县' };
  const toHousing = { toDepartment: 'housing', reason: '属住建部门职责' };

  before(async () => {
    const base = { areaCode: '5326', duty: '监管', source: '文' };
    await importDepartments(
      '5326',
      [
        { ...base, code: 'housing', name: '州住建局', nameEn: 'Housing' },
        { ...base, code: 'transport', name: '州交通局', nameEn: 'Transport' },
      ],
      asSystem(),
    );
  });
  beforeEach(() => clock.set(NOW));

  it('is offered to the other office, seen by both, and stays with the first one until it is answered', async () => {
    const complaint = await registered(clerk);
    const given = await moved(move(clerk, complaint, 'transfer', toYanshan));
    assert.deepEqual(
      [given.state, given.officeCode, given.nextDue?.dueOn],
      ['transferring', '532601', '2026-11-27'],
    );
    assert.deepEqual(given.actions, ['recallTransfer']);
    assert.deepEqual(await offered(other), [complaint.id]);
    assert.deepEqual(await offered(clerk), []);
    const theirs = (await other.get(`/complaints/${complaint.id}`)).body as ComplaintView;
    assert.deepEqual(theirs.actions, ['takeOver', 'returnTransfer']);
    assert.equal((await problemOf(move(clerk, given, 'take-over'))).status, 403);
    assert.equal((await problemOf(move(other, given, 'recall-transfer', { reason: '要回' }))).status, 403);
    assert.equal((await problemOf(move(clerk, given, 'accept'))).status, 409);
  });

  it('is taken over: area and office move, the first period is met, the new office has five days of its own', async () => {
    const complaint = await registered(clerk);
    const given = await moved(move(clerk, complaint, 'transfer', toYanshan));
    clock.set(new Date('2026-11-25T02:00:00Z'));
    const taken = await moved(move(other, given, 'take-over'));
    assert.deepEqual([taken.state, taken.areaCode, taken.officeCode], ['received', '532622', '532622']);
    const running = taken.deadlines.filter(({ period }) => period === 'acceptance');
    assert.deepEqual(
      running.map(({ startedOn, dueOn, metOn }) => [startedOn, dueOn, metOn]),
      [
        ['2026-11-20', '2026-11-27', '2026-11-25'],
        ['2026-11-25', '2026-12-02', undefined],
      ],
    );
    assert.equal((await clerk.get(`/complaints/${complaint.id}`)).status, 404);
    assert.ok(taken.actions.includes('accept'));
    const last = (await messages()).at(-1);
    assert.equal(last?.template, 'complaintTransferred');
    assert.match(JSON.stringify(last?.data), /砚山县/);
    const events = await stored('events', { subject: `complaint:${complaint.id}` });
    assert.deepEqual(
      events.map((event) => event['areaCode'] as string),
      ['532601', '532601', '532622'],
    );
  });

  it('is given back with a reason, or taken back: the first office goes on within its own period', async () => {
    const complaint = await registered(clerk);
    const given = await moved(move(clerk, complaint, 'transfer', toYanshan));
    assert.equal((await problemOf(move(other, given, 'return-transfer', {}))).status, 422);
    await moved(move(other, given, 'return-transfer', { reason: '工地在文山市' }));
    assert.equal((await other.get(`/complaints/${complaint.id}`)).status, 404);
    const back = (await clerk.get(`/complaints/${complaint.id}`)).body as ComplaintView;
    assert.deepEqual([back.state, back.nextDue?.dueOn], ['received', '2026-11-27']);
    assert.equal(back.transfer?.returnedReason, '工地在文山市');
    const again = await moved(move(clerk, back, 'transfer', toYanshan));
    const recalled = await moved(move(as('head'), again, 'recall-transfer', { reason: '继续办理' }));
    assert.equal(recalled.state, 'received');
    assert.ok(!(await offered(other)).includes(complaint.id));
  });

  it('goes to the liaison of one department alone, who takes it over for good', async () => {
    const complaint = await registered(clerk);
    const given = await moved(move(clerk, complaint, 'transfer', toHousing));
    assert.deepEqual(await offered(as('housing')), [complaint.id]);
    assert.deepEqual(await offered(as('transport')), []);
    assert.equal((await problemOf(move(as('transport'), given, 'take-over'))).status, 404);
    const taken = await moved(move(as('housing'), given, 'take-over', { note: '由我局督促' }));
    assert.deepEqual([taken.state, taken.nextDue, taken.actions.length], ['transferred', undefined, 0]);
    const [kept] = await stored('complaints', { receiptNumber: taken.receiptNumber });
    assert.deepEqual([kept?.['transferredOn'], kept?.['open']], ['2026-11-20', false]);
    const { items } = (await as('housing').get('/complaints')).body as { items: ComplaintView[] };
    assert.deepEqual(
      items.map(({ id }) => id),
      [complaint.id],
    );
    assert.match(JSON.stringify((await messages()).at(-1)?.data), /州住建局/);
  });

  it('comes back from a department as well', async () => {
    const complaint = await registered(clerk);
    const given = await moved(move(clerk, complaint, 'transfer', toHousing));
    await moved(move(as('housing'), given, 'return-transfer', { reason: '不属住建职责' }));
    const back = (await clerk.get(`/complaints/${complaint.id}`)).body as ComplaintView;
    assert.equal(back.state, 'received');
    assert.ok(back.actions.includes('accept'));
    assert.equal((await as('housing').get(`/complaints/${complaint.id}`)).status, 404);
  });
});
