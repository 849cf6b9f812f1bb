import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Glance } from '../../../server/core/contract/case-work.ts';
import type { CaseRow, CaseView } from '../../../server/core/contract/cases.ts';
import type { MessageView } from '../../../server/core/contract/complaint-moves.ts';
import type {
  AbsenceView,
  BeforeReport,
  InspectorLoad,
  OutwardMessage,
  Reassigned,
} from '../../../server/core/contract/office-work.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { ABSENCES_PERMISSIONS, absencesRoutes } from '../../../server/features/absences/index.ts';
import { ARREARS_PERMISSIONS, arrearsRoutes } from '../../../server/features/arrears/index.ts';
import { EVIDENCE_PERMISSIONS, evidenceRoutes } from '../../../server/features/evidence/index.ts';
import { Users } from '../../../server/features/accounts/user.model.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { forgetEverything } from '../../../server/platform/remembered.ts';
import {
  acceptedComplaint,
  after,
  asSystem,
  filedCase,
  filing,
  idOf,
  move,
  ok,
  onDay,
  refusal,
  told,
  useCasesApp,
} from './cases-app.ts';
import type { Who } from './cases-app.ts';

describe('how an office works together on cases', () => {
  const { as } = useCasesApp({
    routes: [...absencesRoutes, ...arrearsRoutes, ...evidenceRoutes],
    permissionTables: [ABSENCES_PERMISSIONS, ARREARS_PERMISSIONS, EVIDENCE_PERMISSIONS],
  });
  const list = async (who: Who, query: Record<string, string | boolean>) =>
    ok<{ items: CaseRow[]; total: number }>(as(who).get('/cases', query));
  const officeCode = '532601';
  const order = {
    servedOn: '2026-03-02',
    rectifyBy: '2026-03-24',
    mode: 'MAIL',
    demands: '付清',
    fileIds: [],
  };
  const closing = { code: 'NOT_FOUND', statement: '查无此事' };

  it('lets an inspector stay away, by the head’s word and with another named in the same move', async () => {
    const open = await after(as, await filedCase(as), ['investigate'], ['ask-extension', { reason: '人多' }]);
    const wish = { inspectorId: idOf('inspector'), side: 'COMPLAINANT', ground: '与单位法定代表人是亲属' };
    assert.equal(await refusal(move(as('head'), open, 'ask-recusal', wish)), '403 forbidden');
    const self = { ...wish, side: 'SELF' };
    assert.equal(
      await refusal(move(as('inspector2'), open, 'ask-recusal', self)),
      '422 invalidInput inspectorId',
    );
    const stranger = { ...wish, inspectorId: idOf('inspector3') };
    assert.equal(
      await refusal(move(as('clerk'), open, 'ask-recusal', stranger)),
      '422 invalidInput inspectorId',
    );
    const waits = await ok<CaseView>(move(as('clerk'), open, 'ask-recusal', wish));
    assert.deepEqual([waits.pending, waits.recusals.length], ['recusal', 1]);
    assert.equal((await list('head', { pending: true, open: true })).items[0]?.id, open.id);

    assert.equal(await refusal(move(as('inspector'), waits, 'order', order)), '409 conflict');
    assert.equal(await refusal(move(as('head'), waits, 'approve-extension')), '409 conflict');
    const opens = (who: Who, kind: string) =>
      as(who).post(
        `/cases/${open.id}/proceedings`,
        { kind, given: { items: '工资台账', place: '项目部', reason: '可能被带走' } },
        { 'if-match': `"v${waits.version}"`, 'idempotency-key': randomUUID() },
      );
    assert.equal(await refusal(opens('inspector', 'decision')), '409 setAside');
    assert.notEqual(await refusal(opens('inspector2', 'decision')), '409 setAside');
    assert.equal((await opens('inspector', 'evidencePreservation')).status < 300, true);

    const now = await ok<CaseView>(as('head').get(`/cases/${open.id}`));
    for (const inspectorId of [idOf('inspector2'), idOf('inspector'), idOf('otherInspector')])
      assert.equal(
        await refusal(move(as('head'), now, 'approve-recusal', { inspectorId })),
        '422 invalidInput leadInspectorId',
      );
    const done = await ok<CaseView>(
      move(as('head'), now, 'approve-recusal', { inspectorId: idOf('inspector3') }),
    );
    assert.deepEqual(
      [done.leadInspector.id, done.coInspector.id, done.pending, done.recusals[0]?.replacedBy?.id],
      [idOf('inspector3'), idOf('inspector2'), 'extension', idOf('inspector3')],
    );
    assert.equal((await told('caseOtherInspector')).length, 1);

    assert.equal(
      await refusal(move(as('inspector'), done, 'assign', {})),
      '422 invalidInput leadInspectorId coInspectorId reason',
    );
    const back = { leadInspectorId: idOf('inspector'), coInspectorId: idOf('inspector2'), reason: '换回' };
    assert.equal(await refusal(move(as('inspector'), done, 'assign', back)), '403 forbidden');
    assert.equal(await refusal(move(as('head'), done, 'assign', back)), '422 invalidInput leadInspectorId');
    assert.deepEqual((await ok<CaseView>(as('inspector').get(`/cases/${open.id}`))).actions, []);
    const adds = (who: Who) => as(who).create(`/cases/${open.id}/evidence/take-in`, {});
    assert.equal(await refusal(adds('inspector')), '409 setAside');
    assert.equal((await adds('inspector3')).status, 201);
    const counts = (who: Who) => as(who).create(`/cases/${open.id}/arrears-sheet`, {});
    assert.equal(await refusal(counts('inspector')), '409 setAside');
    assert.notEqual(await refusal(counts('inspector3')), '409 setAside');
  });

  it('keeps the inspector where the head declines, and is not decided by whom it is about', async () => {
    const both = { leadInspectorId: idOf('both'), coInspectorId: idOf('inspector') };
    const { id } = await acceptedComplaint(as);
    const open = await ok<CaseView>(as('inspector').create('/cases', filing([id], both)));
    const wish = { inspectorId: idOf('both'), side: 'RESPONDENT', ground: '曾在该单位任职' };
    const waits = await ok<CaseView>(move(as('inspector'), open, 'ask-recusal', wish));
    const no = { reason: '离职已满五年，无利害关系' };
    assert.equal(await refusal(move(as('both'), waits, 'decline-recusal', no)), '403 ownRequest');
    const kept = await ok<CaseView>(move(as('head'), waits, 'decline-recusal', no));
    assert.deepEqual(
      [kept.leadInspector.id, kept.pending, kept.recusals[0]?.outcome],
      [idOf('both'), undefined, 'declined'],
    );
    assert.equal(await refusal(move(as('head'), waits, 'decline-recusal', no)), '412 staleVersion');
  });

  it('puts the work of somebody away on the list of his substitute, who knows what he knows', async () => {
    const report = await acceptedComplaint(as, { intakeKind: 'REPORT', name: '隐名人' });
    const led = await ok<CaseView>(as('inspector').create('/cases', filing([report.id])));
    const before = (await list('inspector3', { mine: true })).items.map(({ id }) => id);
    assert.equal(before.includes(led.id), false);

    const days = { role: 'inspector', officeCode, from: '2026-03-02', until: '2026-03-04' };
    const away = { ...days, substituteId: idOf('inspector3') };
    assert.equal(
      await refusal(as('inspector2').create('/absences', { ...away, userId: idOf('inspector') })),
      '403 forbidden',
    );
    for (const [wrong, field] of [
      [{ ...away, substituteId: idOf('inspector') }, 'substituteId'],
      [{ ...away, substituteId: idOf('clerk') }, 'substituteId'],
      [{ ...away, until: '2026-03-01' }, 'until'],
    ] as const)
      assert.equal(await refusal(as('inspector').create('/absences', wrong)), `422 invalidInput ${field}`);
    const noted = await ok<AbsenceView>(
      as('head').create('/absences', { ...away, userId: idOf('inspector') }),
    );
    assert.deepEqual([noted.userName, noted.substituteName, noted.isRunning], ['李明清', '赵队员', true]);
    assert.equal(await refusal(as('inspector').create('/absences', away)), '422 invalidInput from');
    assert.deepEqual(
      (await told('standsIn')).map(({ to }) => to),
      [idOf('inspector3')],
    );

    const row = (await list('inspector3', { mine: true, open: true })).items.find(({ id }) => id === led.id);
    assert.equal(row?.standsInFor, '李明清');
    const seen = await ok<CaseView>(as('inspector3').get(`/cases/${led.id}`));
    assert.equal(seen.complaints[0]?.identityHidden, false);
    const { standsInFor } = await ok<Glance>(as('inspector3').get('/cases/glance'));
    assert.deepEqual(standsInFor, ['李明清']);
    await ok(
      move(as('head'), led, 'assign', {
        leadInspectorId: idOf('inspector'),
        coInspectorId: idOf('both'),
        reason: '调整',
      }),
    );
    const reassigned = (await told('caseAssigned')).map(({ to }) => to);
    assert.equal(reassigned.at(-1) !== idOf('inspector3'), true);

    onDay('2026-03-05');
    assert.equal(
      (await list('inspector3', { mine: true })).items.some(({ id }) => id === led.id),
      false,
    );
    onDay('2026-03-03');
    const end = { 'if-match': `"v${noted.version}"` };
    assert.equal(await refusal(as('clerk').post(`/absences/${noted.id}/end`, {}, end)), '403 forbidden');
    assert.equal(await refusal(as('otherHead').post(`/absences/${noted.id}/end`, {}, end)), '404 notFound');
    const ended = await ok<AbsenceView>(as('inspector').post(`/absences/${noted.id}/end`, {}, end));
    assert.equal(ended.isRunning, false);
    assert.equal(
      (await list('inspector3', { mine: true })).items.some(({ id }) => id === led.id),
      false,
    );
    assert.equal(await refusal(as('inspector').post(`/absences/${noted.id}/end`, {}, end)), '409 conflict');
    onDay('2026-03-02');
  });

  it('shows the head a load whose numbers are the lists they open, and hands cases over one by one', async () => {
    const one = await filedCase(as);
    const two = await filedCase(as);
    const pair = { leadInspectorId: idOf('inspector2'), coInspectorId: idOf('inspector3') };
    const asked = {
      cases: [one, { ...two, version: two.version + 4 }].map(({ id, version }) => ({ id, version })),
      ...pair,
      reason: '李明清案件过多',
    };
    assert.equal(await refusal(as('inspector').post('/cases/reassign', asked)), '403 forbidden');
    const first = await ok<{ items: Reassigned[] }>(as('head').post('/cases/reassign', asked));
    assert.deepEqual(
      first.items.map(({ outcome }) => outcome),
      ['moved', 'refused'],
    );
    assert.match(first.items[1]?.why?.zh ?? '', /已被|别人|更新|改/u);
    const again = await ok<{ items: Reassigned[] }>(as('head').post('/cases/reassign', asked));
    assert.deepEqual(
      again.items.map(({ outcome }) => outcome),
      ['unchanged', 'refused'],
    );

    const { items } = await ok<{ items: InspectorLoad[] }>(as('head').get('/cases/load', { officeCode }));
    assert.equal(items.length, 4);
    for (const { id, led, assisted, overdue, within3 } of items) {
      const open = { open: true };
      assert.equal((await list('head', { ...open, leadId: id })).total, led);
      assert.equal((await list('head', { ...open, coId: id })).total, assisted);
      assert.equal((await list('head', { ...open, leadId: id, due: 'overdue' })).total, overdue);
      assert.equal((await list('head', { ...open, leadId: id, due: 'within3' })).total, within3);
    }
    assert.equal(items.find(({ id }) => id === idOf('inspector2'))?.led, 1);
  });

  it('shows the head whose cases are nobody’s as soon as an account is closed', async () => {
    assert.equal((await ok<Glance>(as('head').get('/cases/glance'))).nobodys, 0);
    await Users.updateOne({ _id: idOf('inspector2') }, { $set: { state: 'disabled' } });
    forgetEverything();
    const left = await list('head', { open: true, inspectorId: idOf('inspector2') });
    assert.ok(left.total > 1);
    assert.equal((await ok<Glance>(as('head').get('/cases/glance'))).nobodys, left.total);
    assert.equal((await list('head', { nobodys: true })).total, left.total);
    const { items } = await ok<{ items: InspectorLoad[] }>(as('head').get('/cases/load', { officeCode }));
    assert.equal(items.find(({ id }) => id === idOf('inspector2'))?.isActive, false);
    await Users.updateOne({ _id: idOf('inspector2') }, { $set: { state: 'active' } });
    forgetEverything();
  });

  it('alerts to closures just before the report day only where the area has set what is many', async () => {
    const ask = async () => after(as, await filedCase(as), ['ask-closure', closing]);
    await ask();
    assert.deepEqual(await ok(as('head').get('/cases/before-report')), { isSet: false });
    assert.deepEqual(await told('closuresInBulk'), []);
    const value = { reportDay: 5, calendarDays: 4, count: 2 };
    await setParameter(
      'closuresBeforeReport',
      { areaCode: officeCode, from: plainDate('2026-01-01'), value, source: '试行办法' },
      asSystem(),
    );
    await ask();
    const alerted = await told('closuresInBulk');
    assert.deepEqual(
      alerted.map(({ data }) => data),
      [idOf('head'), idOf('both')].map(() => ({ count: 2, days: 4, reportOn: '2026-03-05' })),
    );
    const seen = await ok<BeforeReport>(as('head').get('/cases/before-report'));
    assert.deepEqual([seen.isBulk, seen.closures, seen.notPaid, seen.from], [true, 2, 2, '2026-03-01']);
    const listed = await list('head', { askedFrom: '2026-03-01', askedTo: '2026-03-05' });
    assert.equal(listed.total, seen.closures);
    assert.equal(await refusal(as('inspector').get('/cases/before-report')), '403 forbidden');
  });

  it('keeps what was decided in the complainant’s thread and lists what left the office without addresses', async () => {
    const open = await after(
      as,
      await filedCase(as, { phone: '13911112222' }),
      ['investigate'],
      ['order', order],
    );
    const [complaint] = open.complaints;
    const { items } = await ok<{ items: MessageView[] }>(
      as('inspector').get(`/complaints/${complaint?.id}/messages`),
    );
    assert.deepEqual(
      items.map(({ isNotice, byName }) => [isNotice, byName]),
      [
        [true, undefined],
        [true, undefined],
      ],
    );
    assert.match(items[1]?.text ?? '', /2026-03-24/u);
    const outward = await ok<{ items: OutwardMessage[] }>(as('clerk').get(`/cases/${open.id}/outward`));
    assert.ok(outward.items.length >= 3);
    assert.doesNotMatch(JSON.stringify(outward), /13911112222/u);
    assert.ok(outward.items.every(({ to, state }) => to?.includes('****') && state === 'waiting'));
    assert.equal(await refusal(as('otherInspector').get(`/cases/${open.id}/outward`)), '404 notFound');

    const report = await acceptedComplaint(as, {
      intakeKind: 'REPORT',
      name: '隐名人',
      phone: '13911113333',
    });
    const hidden = await ok<CaseView>(as('inspector').create('/cases', filing([report.id])));
    const ofReport = async (who: Who) =>
      (await ok<{ items: OutwardMessage[] }>(as(who).get(`/cases/${hidden.id}/outward`))).items;
    assert.ok((await ofReport('inspector3')).every(({ to }) => to === undefined));
    assert.ok((await ofReport('inspector')).every(({ to }) => to !== undefined));
  });
});
