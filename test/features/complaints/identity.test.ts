import assert from 'node:assert/strict';
import type { ComplaintRegistered } from '../../../server/core/contract/complaint-intake.ts';
import type {
  ComplaintRow,
  ComplaintView,
  LikelyDuplicate,
} from '../../../server/core/contract/complaints.ts';
import { registerCaseHandlers } from '../../../server/features/complaints/index.ts';
import { moveComplaint } from '../../../server/features/complaints/move-complaint.ts';
import type { Who } from './complaints-app.ts';
import {
  asSystem,
  CITIZEN_ID,
  FORM,
  LEAD,
  made,
  messages,
  problemOf,
  registered,
  stored,
  useComplaintsApp,
  WORKER_PHONE,
} from './complaints-app.ts';

describe('whoever makes a report', () => {
  const { as, actorOf } = useComplaintsApp();
  const CASE = 'c'.repeat(24);
  let report: ComplaintView;
  let putBack: () => void;
  after(() => putBack());
  const seenBy = async (who: Who): Promise<ComplaintView> =>
    (await as(who).get(`/complaints/${report.id}`)).body as ComplaintView;
  const found = async (who: Who, q: string): Promise<string[]> => {
    const { items } = (await as(who).get('/complaints', { q })).body as { items: ComplaintRow[] };
    return items.map(({ id }) => id);
  };

  before(async () => {
    putBack = registerCaseHandlers((id, ctx) =>
      Promise.resolve(id === CASE && ctx.actor === actorOf('inspector')),
    );
    const body = {
      ...FORM,
      intakeKind: 'REPORT',
      name: '侬晓峰',
      citizenId: CITIZEN_ID,
      projectName: '滨河路项目',
    };
    const { receiptNumber } = await made(as('worker').create('/my/complaints', body));
    const { items } = (await as('clerk').get('/complaints', { q: receiptNumber })).body as {
      items: ComplaintView[];
    };
    assert.ok(items[0]);
    report = items[0];
  });

  it('is known to the head and the intake desk of the office that handles it', async () => {
    for (const who of ['clerk', 'head'] as const) {
      const view = await seenBy(who);
      assert.deepEqual(
        [view.complainantName, view.identityHidden, view.phoneMasked],
        ['侬晓峰', false, '138****0001'],
        who,
      );
    }
  });

  it('is hidden from everybody else: inspectors, the prefecture, the leader', async () => {
    for (const who of ['inspector', 'prefectureClerk', 'leader'] as const) {
      const view = await seenBy(who);
      assert.equal(view.identityHidden, true, who);
      assert.ok(!/侬晓峰|138\*|110\*/.test(JSON.stringify(view)), who);
    }
    const csv = await as('inspector').get('/complaints/export', { format: 'csv' });
    assert.match(csv.text, /滨河路项目/);
    assert.ok(!csv.text.includes('侬晓峰'));
  });

  it('is found by no search for his name, its initials or his phone, whoever asks', async () => {
    for (const who of ['clerk', 'head', 'inspector', 'leader'] as const) {
      for (const q of ['侬晓峰', '晓峰', 'nxf', WORKER_PHONE])
        assert.deepEqual(await found(who, q), [], `${who} ${q}`);
      assert.deepEqual(await found(who, '滨河路'), [report.id], who);
    }
  });

  it('stands sealed in the record, unnamed in the chain of events, and is told by text message all the same', async () => {
    const [kept] = await stored('complaints', { receiptNumber: report.receiptNumber });
    assert.ok(!JSON.stringify(kept).includes('侬晓峰'));
    const events = await stored('events', { subject: `complaint:${report.id}` });
    assert.deepEqual(
      events.map((event) => event['actor'] as string),
      ['anonymous'],
    );
    assert.equal((await messages()).at(-1)?.to, WORKER_PHONE);
  });

  it('is seen in full only by who may know him, with a reason that is kept', async () => {
    const ask = (who: Who, field = 'phone', reason = '核实情况') =>
      as(who).post(`/complaints/${report.id}/reveal`, { field, reason });
    assert.deepEqual((await ask('clerk')).body, { value: WORKER_PHONE });
    assert.equal((await ask('inspector')).status, 404);
    assert.equal((await ask('otherClerk')).status, 404);
    assert.equal((await ask('leader')).status, 403);
    assert.equal((await problemOf(ask('clerk', 'phone', ''))).fields?.[0]?.path, 'reason');
    assert.equal((await problemOf(ask('clerk', 'story'))).fields?.[0]?.path, 'field');
    assert.equal((await ask('clerk', 'contact')).status, 404);
    const seen = (await stored('events', { subject: `complaint:${report.id}` })).at(-1);
    assert.deepEqual(
      [seen?.['action'], seen?.['facts']],
      ['field.revealed', { field: 'phone', reason: '核实情况' }],
    );
  });

  it('is not told by a comparison with the complaint he makes by name', async () => {
    const named = await made<ComplaintRegistered>(
      as('clerk').create('/complaints', {
        ...LEAD,
        externalNumber: 'D-1',
        name: '侬晓峰',
        phone: WORKER_PHONE,
        citizenId: CITIZEN_ID,
        employerName: '另一家',
        projectName: '别处',
      }),
    );
    const like = async (who: Who, id: string) =>
      (await as(who).get(`/complaints/${id}/duplicates`)).body as LikelyDuplicate[];
    assert.deepEqual(await like('inspector', named.id), []);
    assert.deepEqual(await like('clerk', named.id), []);
    assert.deepEqual(await like('inspector', report.id), []);
    const sameFirm = await made<ComplaintRegistered>(
      as('clerk').create('/complaints', {
        ...LEAD,
        externalNumber: 'D-2',
        phone: WORKER_PHONE,
        projectName: '别处',
      }),
    );
    for (const who of ['inspector', 'clerk'] as const) {
      const why = (await like(who, sameFirm.id)).find(({ row }) => row.id === report.id)?.why;
      assert.deepEqual(why, ['sameEmployer', 'sameMonths'], who);
    }
    const byClerk = await like('clerk', report.id);
    assert.deepEqual(
      byClerk.map(({ row, why }) => [row.id, why]),
      [
        [named.id, ['samePhone', 'sameCitizenId', 'sameMonths']],
        [sameFirm.id, ['samePhone', 'sameEmployer', 'sameMonths']],
      ],
    );
  });

  it('is known to the inspectors of its case, and to who wrote it down', async () => {
    const caseId = CASE;
    await moveComplaint({ id: report.id }, 'accept', {}, asSystem());
    await moveComplaint({ id: report.id }, 'fileCase', { caseId }, asSystem(), () => ({ set: { caseId } }));
    assert.equal((await seenBy('inspector')).complainantName, '侬晓峰');
    assert.equal((await seenBy('leader')).complainantName, undefined);
    const own = await registered(as('inspector'), { intakeKind: 'REPORT', name: '王报' });
    assert.equal(own.complainantName, '王报');
    const other = (await as('inspectorAndHead').get(`/complaints/${own.id}`)).body as ComplaintView;
    assert.equal(other.complainantName, '王报', 'the head knows');
  });
});
