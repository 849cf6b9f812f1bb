import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { WageAccountView } from '../../../server/core/contract/funds.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type {
  PublicRelease,
  ReleaseRow,
  ReleasesOfProject,
  ReleaseView,
} from '../../../server/core/contract/releases.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { insertFile } from '../../../server/features/files/file.model.ts';
import { getReadableFile } from '../../../server/features/files/file-readers.ts';
import { Cases } from '../../../server/features/cases/index.ts';
import { Complaints, fileComplaint } from '../../../server/features/complaints/index.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { postBatch } from '../../../server/features/funds/index.ts';
import { Projects } from '../../../server/features/projects/project.model.ts';
import { RELEASES_PERMISSIONS, Releases, releasesRoutes } from '../../../server/features/releases/index.ts';
import { findSafeguards, putAccount, putBond } from '../../../server/features/safeguards/index.ts';
import { Safeguards } from '../../../server/features/safeguards/safeguards.model.ts';
import { TeamMonths } from '../../../server/features/roster/team-month.model.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { pageTexts } from '../../support/pdf-text.ts';
import { bytesOf, useFunds } from '../funds/funds-app.ts';
import { asSystem, clock, MONTH } from '../payroll/payroll-life-app.ts';
import type { Who } from '../payroll/payroll-life-app.ts';

const onDay = (day: string): void => clock.set(new Date(`${day}T02:00:00Z`));
const NET = 580_000;

describe('closing a wage account and taking back a bond', function () {
  this.timeout(60_000);
  const app = useFunds({ routes: releasesRoutes, permissionTables: [RELEASES_PERMISSIONS] });

  const paper = async (who: Who): Promise<string> => {
    const { actor } = app.ctxOf(who);
    const file = await inTransaction(() =>
      insertFile({
        ...{ sha256: randomUUID().replaceAll('-', '').padEnd(64, '0'), name: '承诺书.pdf' },
        ...{ purpose: 'document', mime: 'application/pdf', bytes: 10, hasThumbnail: false },
        ...{ areaCode: '532601', uploadedBy: actor.kind === 'user' ? actor.userId : '' },
        uploadedAt: clock.now(),
      }),
    );
    return String(file._id);
  };
  const pledge = async (over: object = {}) => ({
    ...{ pledgedBy: '王法人', pledgedOn: '2026-11-20', postedOn: '2026-11-20', noArrears: true },
    ...{ fileIds: [await paper('gcAdmin')], ...over },
  });
  const begin = async (kind: string, over: object = {}, who: Who = 'gcAdmin') => {
    const reason = kind === 'accountClosure' ? { closureReason: 'WORKS_FINISHED' } : {};
    const given = await pledge({ ...reason, ...over });
    return app.as(who).create('/releases', { kind, projectId: app.projectId, given });
  };
  const look = async (id: string, who: Who = 'inspector'): Promise<ReleaseView> =>
    (await app.as(who).get(`/releases/${id}`).expect(200)).body as ReleaseView;
  const move = async (who: Who, { id }: { id: string }, action: string, given: object = {}) => {
    const [row] = await Releases.find({ _id: id }, { version: 1 }).lean();
    return app
      .as(who)
      .move(`/releases/${id}/moves/${action}`, row?.version ?? 0, { given })
      .set('idempotency-key', randomUUID());
  };
  const step = async (who: Who, view: { id: string }, action: string, given: object = {}) => {
    const answer = await move(who, view, action, given);
    assert.equal(answer.status, 200, `${action}: ${JSON.stringify(answer.body)}`);
    return answer.body as ReleaseView;
  };
  const refusal = async (answer: Promise<{ status: number; body: unknown }>): Promise<string> => {
    const { status, body } = await answer;
    const { code, fields = [] } = body as { code: string; fields?: { path: string }[] };
    return [status, code, ...fields.map(({ path }) => path)].join(' ');
  };
  const kindsOf = ({ blockers }: Pick<ReleaseView, 'blockers'>) => blockers.map(({ kind }) => kind);
  const works = (state: 'building' | 'finished') => Projects.updateOne({ _id: app.projectId }, { state });
  const ofProject = async (who: Who): Promise<ReleasesOfProject> =>
    (await app.as(who).get(`/projects/${app.projectId}/releases`).expect(200)).body as ReleasesOfProject;
  const told = async (template: string): Promise<number> => Outbox.countDocuments({ template });

  let account: ReleaseView;

  it('is begun by the general contractor, with finished works, a pledge and its papers', async () => {
    for (const [who, status] of [
      ['nobody', 401],
      ['inspector', 403],
      ['bank', 403],
      ['sub', 403],
      ['owner', 403],
    ] satisfies [Who, number][])
      assert.equal((await begin('accountClosure', {}, who)).status, status, who);
    assert.equal(
      await refusal(begin('accountClosure')),
      '422 invalidInput given.closureReason',
      'the works go on',
    );
    assert.equal(await refusal(begin('bondReturn')), '409 notYet', 'there is no bond');
    await works('finished');
    assert.equal(await refusal(begin('accountClosure', { fileIds: [] })), '422 invalidInput given.fileIds');
    assert.equal(await refusal(begin('accountClosure', { more: 1 })), '422 invalidInput given.more');
    assert.equal(
      await refusal(begin('accountClosure', { postedOn: '2026-11-21' })),
      '422 invalidInput given.postedOn',
      'not a day to come',
    );
    assert.deepEqual(
      (await ofProject('gcAdmin')).open.map(({ kind, step: { notYet } }) => [kind, notYet?.en]),
      [
        ['accountClosure', undefined],
        ['bondReturn', 'No wage bond is on record'],
      ],
    );
    const answer = await begin('accountClosure');
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    account = answer.body as ReleaseView;
    assert.equal(account.state, 'noticed');
    assert.equal(account.noticeUntil, '2026-12-21');
    assert.equal(await told('releaseBegun'), 1);
    const [event] = await Events.find({ subject: `release:${account.id}` }).lean();
    assert.equal(event?.action, 'release.open');
    assert.equal(JSON.stringify(event?.facts).includes('王法人'), false, 'nothing anybody wrote');
  });

  it('runs once at a time for a project, whoever is faster', async () => {
    assert.equal(await refusal(begin('accountClosure')), '409 releaseOpen');
    await step('gcAdmin', account, 'withdraw');
    const twice = await Promise.all([begin('accountClosure'), begin('accountClosure')]);
    assert.deepEqual(twice.map(({ status }) => status).sort(), [201, 409]);
    account = twice.find(({ status }) => status === 201)?.body as ReleaseView;
  });

  it('is seen by its contractor and its office, and by nobody else', async () => {
    for (const who of ['sub', 'owner', 'bank', 'otherInspector'] as const)
      assert.equal((await app.as(who).get(`/releases/${account.id}`)).status, 404, who);
    assert.equal((await look(account.id, 'leader')).actions.length, 0);
    assert.deepEqual((await ofProject('owner')).items, []);
    const list = (await app.as('inspector').get('/releases', { state: 'noticed' }).expect(200))
      .body as Page<ReleaseRow>;
    assert.deepEqual(
      list.items.map(({ id }) => id),
      [account.id],
    );
    const none = (await app.as('otherInspector').get('/releases').expect(200)).body as Page<ReleaseRow>;
    assert.equal(none.total, 0);
  });

  it('is read by anybody while its notice runs, once the office has published it', async () => {
    const shown = async () =>
      ((await app.as('nobody').get('/public/releases').expect(200)).body as Page<PublicRelease>).items;
    assert.deepEqual(await shown(), []);
    assert.equal((await move('gcAdmin', account, 'publish')).status, 403);
    account = await step('clerk', account, 'publish');
    const [notice] = await shown();
    assert.deepEqual(
      [notice?.projectName, notice?.companyName, notice?.until],
      ['清河安居工程', '文山甲建工有限公司', '2026-12-21'],
    );
    assert.equal(JSON.stringify(notice).includes('王法人'), false);
    assert.equal(await refusal(move('clerk', account, 'publish')), '409 notYet');
    onDay('2026-12-22');
    assert.deepEqual(await shown(), []);
    onDay('2026-11-20');
  });

  it('shows what stands in its way, counted when it is looked at; the contractor is not told who complained', async () => {
    const { sheetId } = await app.issued();
    assert.deepEqual(kindsOf(await look(account.id)), ['unpaidWages', 'payFilesWaiting']);
    const [unpaid] = (await look(account.id, 'gcAdmin')).blockers;
    assert.match(unpaid?.zh ?? '', /1 张工资表没有全部到账，还差 11,600\.00 元/u);
    assert.deepEqual(unpaid?.records, [{ kind: 'payrollSheet', id: sheetId, label: `${MONTH} 木工1班` }]);
    const teamId = new mongoose.Types.ObjectId();
    const worked = { month: '2026-09', people: 4, daysHundredths: 8000 };
    await TeamMonths.create([{ projectId: new mongoose.Types.ObjectId(app.projectId), teamId, ...worked }]);
    assert.deepEqual(kindsOf(await look(account.id)), ['unpaidWages', 'noPayroll', 'payFilesWaiting']);
    await TeamMonths.deleteMany({ teamId });
    const heard = {
      ...{ objectionKind: 'ARREARS', heardOn: '2026-11-20', objection: '张大山来电说十月工资没发' },
      ...{ told: '有工人反映十月工资未付，请核实', fileIds: [await paper('clerk')] },
    };
    assert.equal((await move('gcAdmin', account, 'object', heard)).status, 403);
    const noted = await step('clerk', account, 'object', heard);
    assert.equal(noted.objections[0]?.text, '张大山来电说十月工资没发');
    const seen = await look(account.id, 'gcAdmin');
    assert.equal(JSON.stringify(seen).includes('张大山'), false);
    assert.equal(seen.objections[0]?.told, '有工人反映十月工资未付，请核实');
    assert.equal(kindsOf(seen).includes('objection'), true);
    const [fileId] = heard.fileIds;
    assert.ok(await getReadableFile(fileId ?? '', app.ctxOf('inspector')));
    await assert.rejects(getReadableFile(fileId ?? '', app.ctxOf('gcAdmin')), AppError);
  });

  it('waits for the end of the notice, and is not passed while anything is owed', async () => {
    onDay('2026-12-21');
    assert.equal(await refusal(move('gcAdmin', account, 'apply')), '409 notYet');
    onDay('2026-12-22');
    account = await step('gcAdmin', account, 'apply');
    assert.equal(account.state, 'inReview');
    assert.equal(await refusal(move('inspector', account, 'pass')), '409 notYet');
    const wrong = { objectionNumber: 2, objectionOutcome: 'SETTLED', objectionAnswer: '已付' };
    assert.equal(
      await refusal(move('inspector', account, 'answerObjection', wrong)),
      '422 invalidInput given.objectionNumber',
    );
    await step('inspector', account, 'answerObjection', { ...wrong, objectionNumber: 1 });
    const [file] = (
      (await app.as('bank').get('/pay-files').expect(200)).body as Page<{ id: string; number: string }>
    ).items;
    const results = [1, 2].map((nth) => ({
      ...{ reference: `${file?.number}-${nth}`, result: 'credited', amountFen: NET, on: '2026-12-22' },
    }));
    await app.as('bank').create(`/pay-files/${file?.id}/results`, { results }).expect(200);
    assert.deepEqual(kindsOf(await look(account.id)), []);
    assert.equal((await step('inspector', account, 'pass')).state, 'passed');
    assert.equal(await told('releaseWaits'), 1);
  });

  it('is not confirmed over a complaint that came in between, nor over wages left in a closed case', async () => {
    const [site] = await Projects.find({ _id: app.projectId }, { code: 1 }).lean();
    await fileComplaint(
      {
        ...{ intakeKind: 'COMPLAINT', projectCode: site?.code ?? '', areaCode: '532601001', headcount: 1 },
        ...{
          payMonths: [MONTH],
          owedFen: fen(100_000),
          story: '十月工资没有结清',
          fileIds: [],
          name: '张大山',
        },
      },
      app.ctxOf('worker'),
    );
    assert.equal(await refusal(move('head', account, 'confirm')), '409 notYet');
    assert.deepEqual(kindsOf(await look(account.id)), ['openComplaint']);
    const seen = await look(account.id, 'gcAdmin');
    assert.deepEqual(kindsOf(seen), ['officeMatter']);
    assert.deepEqual(seen.blockers[0]?.records, []);
    await Complaints.updateMany({ projectId: app.projectId }, { $set: { open: false } });
    const closed = { projectId: app.projectId, open: false, closureCode: 'COURT', filedOn: '2026-06-01' };
    await Cases.collection.insertOne({ ...closed, caseNumber: 'A-1', owedFen: 900, seenFen: 200 });
    assert.equal(await refusal(move('head', account, 'confirm')), '409 notYet');
    assert.match((await look(account.id)).blockers[0]?.zh ?? '', /1 件已结案但工资没有付清，还差 7\.00 元/u);
    const outcome = { settledCaseNumber: 'A-1', caseOutcome: '法院执行完毕，有收条' };
    await step('inspector', account, 'answerUnpaidCase', outcome);
    assert.deepEqual(kindsOf(await look(account.id)), []);
    await Cases.collection.insertOne({ ...closed, open: true, caseNumber: 'A-2', owedFen: 0, seenFen: 0 });
    assert.deepEqual(kindsOf(await look(account.id)), ['openCase']);
    await Cases.collection.deleteOne({ caseNumber: 'A-2' });
  });

  it('is confirmed by the head with a number and a paper, and told to the bank, which sees it from then on', async () => {
    assert.equal((await move('inspector', account, 'confirm')).status, 403);
    assert.equal((await app.as('bank').get(`/releases/${account.id}`)).status, 404);
    assert.equal((await app.as('inspector').get(`/releases/${account.id}/paper.pdf`)).status, 404);
    account = await step('head', account, 'confirm');
    assert.match(account.confirmationNumber ?? '', /销户.*2026.*1/u);
    assert.equal(await told('releaseToCarryOut'), 1);
    const pdf = await bytesOf(app.as('bank').get(`/releases/${account.id}/paper.pdf`).expect(200));
    const [page] = pageTexts(pdf);
    assert.match(page ?? '', /农民工工资专用账户销户确认书/u);
    const bank = await look(account.id, 'bank');
    assert.deepEqual(
      bank.actions.map(({ action }) => action),
      ['carryOut'],
    );
    assert.equal(JSON.stringify(bank).includes('王法人'), false, 'the pledge is not the bank’s');
    assert.equal((await app.as('otherBank').get(`/releases/${account.id}`)).status, 404);
    assert.equal((await move('inspector', account, 'revoke', { grounds: '又有欠薪' })).status, 403);
    const revoked = await step('head', account, 'revoke', { grounds: '又有欠薪' });
    assert.deepEqual([revoked.state, revoked.paper], ['refused', 'refusal']);
    assert.equal(await told('releaseRevoked'), 1);
    assert.equal((await move('bank', account, 'carryOut')).status, 404);
    await step('gcAdmin', account, 'apply');
    await step('inspector', account, 'pass');
    account = await step('head', account, 'confirm');
    assert.match(account.confirmationNumber ?? '', /2 号/u, 'another confirmation, another number');
  });

  it('ends with the account closed: the balance with the contractor, and nothing moves on it any more', async () => {
    const inflow = {
      ...{ direction: 'in', kind: 'labourCost', on: '2026-12-22', counterparty: '文山丁开发有限公司' },
    };
    const path = `/wage-accounts/${app.projectId}/transactions`;
    await app
      .as('bank')
      .create(path, { ...inflow, amountFen: 12_345, bankRef: 'IN-1' })
      .expect(201);
    const done = { carriedOutOn: '2026-12-22', amountFen: 12_344, bankRef: 'OUT-1' };
    assert.equal(await refusal(move('bank', account, 'carryOut', done)), '422 invalidInput given.amountFen');
    const other = { ...done, amountFen: 12_345, bankRef: 'IN-1' };
    assert.equal(await refusal(move('bank', account, 'carryOut', other)), '409 alreadyExists');
    account = await step('bank', account, 'carryOut', { ...done, amountFen: 12_345 });
    assert.deepEqual([account.state, account.isOpen], ['done', false]);
    const { body } = await app.as('bank').get(`/wage-accounts/${app.projectId}`).expect(200);
    const { balanceFen, closedOn } = body as WageAccountView;
    assert.deepEqual([balanceFen, closedOn], [0, '2026-12-22']);
    const late = { ...inflow, amountFen: 1, bankRef: 'IN-2' };
    assert.equal(await refusal(app.as('bank').create(path, late).then()), '409 wageAccountClosed');
    const [site] = await Projects.find({ _id: app.projectId }, { code: 1 }).lean();
    const sent = { ...inflow, direction: 'in', kind: 'labourCost', amountFen: fen(1) } as const;
    const batch = { ...sent, on: plainDate('2026-12-22'), bankRef: 'IN-3', projectCode: site?.code ?? '' };
    const { posted, refused } = await postBatch({ transactions: [batch] }, app.ctxOf('bank'));
    assert.deepEqual([posted, refused[0]?.en], [0, 'The account is closed']);
    const again = app.as('bank').create(path, { ...inflow, amountFen: 12_345, bankRef: 'IN-1' });
    assert.equal((await again).status, 201, 'what was posted before is answered as before');
    const { sheetId } = await app.approved();
    const asked = { projectId: app.projectId, sheetIds: [sheetId] };
    assert.equal(
      await refusal(app.as('labour').create('/payroll/pay-files', asked).then()),
      '409 wageAccountClosed',
    );
    assert.equal((await findSafeguards(app.projectId))?.account?.closedOn, '2026-12-22');
    const { open } = await ofProject('gcAdmin');
    assert.match(open.find(({ kind }) => kind === 'accountClosure')?.step.notYet?.en ?? '', /closed on/);
  });

  it('a closed account stays closed while its papers are put right; a new number is a new account', async () => {
    const account = {
      ...{ bankName: '演示农商行', branchCode: 'WS001', branchName: '文山支行' },
      accountName: '文山甲建工有限公司清河安居工程农民工工资专用账户',
      ...{ openedOn: plainDate('2026-03-10'), filedOn: plainDate('2026-03-20') },
    };
    const closedOn = async () => (await findSafeguards(app.projectId))?.account?.closedOn;
    const written = await putAccount(
      app.projectId,
      await safeguardsVersion(app.projectId),
      account,
      asSystem(),
    );
    assert.equal(await closedOn(), '2026-12-22');
    await putAccount(app.projectId, written, { ...account, number: '6217003860007654321' }, asSystem());
    assert.equal(await closedOn(), undefined);
    const { body } = await app.as('bank').get(`/wage-accounts/${app.projectId}`).expect(200);
    assert.equal((body as WageAccountView).closedOn, undefined);
  });

  it('an account that gives way to another one closes over wages whose pay day is still to come, and over no others', async () => {
    await works('building');
    const answer = await begin('accountClosure', { closureReason: 'BANK_CHANGED' });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const early = answer.body as ReleaseView;
    assert.deepEqual(kindsOf(early), ['unpaidWages'], 'October was to be paid on 13 November');
    const teamId = new mongoose.Types.ObjectId();
    const projectId = new mongoose.Types.ObjectId(app.projectId);
    const worked = { projectId, teamId, people: 4, daysHundredths: 8000 };
    await PayrollSheets.updateMany({ projectId: app.projectId }, { $set: { payOn: '2026-12-22' } });
    // Wages are due on the 15th of the next month: those of December on 15 January.
    await TeamMonths.create([{ ...worked, month: '2026-12' }]);
    assert.deepEqual(kindsOf(await look(early.id, 'gcAdmin')), []);
    await TeamMonths.create([{ ...worked, month: '2026-11' }]);
    assert.deepEqual(
      kindsOf(await look(early.id, 'gcAdmin')),
      ['noPayroll'],
      'November was due on 15 December',
    );
    await TeamMonths.deleteMany({ teamId });
    await step('gcAdmin', early, 'withdraw');
    await works('finished');
  });

  it('a bond is published first, refused in writing where wages are owed, asked for again and returned', async () => {
    const bond = {
      ...{ kind: 'cash' as const, amountFen: fen(10_000_000), storedOn: plainDate('2026-03-12') },
      ...{ bankName: '演示农商行', branchCode: 'WS001' },
    };
    await putBond(app.projectId, await safeguardsVersion(app.projectId), bond, asSystem());
    const answer = await begin('bondReturn');
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    let view = answer.body as ReleaseView;
    assert.deepEqual([view.state, view.bondFen, view.nextDueOn], ['declared', 10_000_000, undefined]);
    assert.equal((await move('gcAdmin', view, 'apply')).status, 409);
    view = await step('clerk', view, 'publish');
    assert.equal(view.noticeUntil, '2027-01-21');
    onDay('2027-01-22');
    view = await step('gcAdmin', view, 'apply');
    assert.equal(view.nextDueOn, '2027-01-29');
    assert.deepEqual(kindsOf(view), ['unpaidWages'], 'the payroll approved above was never paid');
    view = await step('inspector', view, 'refuse', { grounds: '木工班十月工资未付清' });
    assert.deepEqual([view.state, view.nextDueOn, view.paper], ['refused', undefined, 'refusal']);
    assert.ok((await told('releaseRefused')) > 0);
    const pdf = await bytesOf(app.as('gcAdmin').get(`/releases/${view.id}/paper.pdf`).expect(200));
    assert.match(pageTexts(pdf).join(''), /木工班十月工资未付清/u);
    view = await step('gcAdmin', view, 'apply');
    await PayrollSheets.updateMany({ projectId: app.projectId }, { $set: { 'money.shortFen': 0 } });
    view = await step('inspector', view, 'pass');
    assert.equal(view.nextDueOn, '2027-01-27');
    view = await step('head', view, 'confirm');
    assert.equal(view.nextDueOn, undefined);
    view = await step('bank', view, 'carryOut', { carriedOutOn: '2027-01-22', amountFen: 10_012_000 });
    assert.equal(view.state, 'done');
    assert.equal((await findSafeguards(app.projectId))?.bond?.returnedOn, '2027-01-22');
    const list = (await app.as('bank').get('/releases').expect(200)).body as Page<ReleaseRow>;
    assert.equal(list.total, 2);
  });
});

async function safeguardsVersion(projectId: string): Promise<number> {
  const [found] = await Safeguards.find({ projectId }, { version: 1 }).lean();
  return found?.version ?? 0;
}
