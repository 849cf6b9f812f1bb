import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { PublicBoard, SafeguardsView } from '../../../server/core/contract/safeguards.ts';
import { plainDate as day, payMonth } from '../../../server/core/kit/plain-date.ts';
import { getReadableFile } from '../../../server/features/files/file-readers.ts';
import { positionOn } from '../../../server/features/projects/index.ts';
import { boardContent } from '../../../server/features/safeguards/board-content.ts';
import { boardDocument } from '../../../server/features/safeguards/board-document.ts';
import { boardAddress } from '../../../server/features/safeguards/board-seal.ts';
import {
  accountsOfBranch,
  findAccountByNumber,
  findSafeguards,
  labourCostDueOn,
  openAccountNumber,
  payOnOf,
} from '../../../server/features/safeguards/index.ts';
import { Projects } from '../../../server/features/projects/project.model.ts';
import { findRecord } from '../../../server/features/safeguards/safeguards.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { makePdf } from '../../../server/platform/pdf/index.ts';
import { problemOf } from '../companies/registry-app.ts';
import { ACCOUNT, ACCOUNT_NAME, CONTRACT, SITE, useSafeguardsApp } from './safeguards-app.ts';

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length ?? 0;

describe('the safeguards of a project', () => {
  const app = useSafeguardsApp();
  const saved = async (part: string, body: object): Promise<SafeguardsView> => {
    const { version } = await app.read();
    return (await app.put(part, version, body).expect(200)).body as SafeguardsView;
  };
  const stateOf = (view: SafeguardsView, id: string): string | undefined =>
    view.checklist.find((item) => item.id === id)?.state;
  const boardPath = `/api/projects/${SITE.id}/safeguards/board.pdf`;

  it('begin empty: the account’s name is told, nothing is called done, the board says what it lacks', async () => {
    const view = await app.read();
    assert.deepEqual([view.version, view.canEdit, view.accountNameExpected], [0, true, ACCOUNT_NAME]);
    assert.deepEqual(view.bondRequired, { state: 'noContract' });
    assert.ok(view.checklist.every(({ state }) => state === 'unknown' || state === 'missing'));
    const fields = view.boardMissing.map(({ field }) => field);
    for (const field of [
      'projectDepartment',
      'labourOfficer',
      'minimumWageMonthly',
      'payDay',
      'inspectionPhone',
    ])
      assert.ok(fields.includes(field), field);
    assert.ok(!fields.includes('generalContractor'));
  });

  it('are written once per version by the general contractor and the office; the owner writes the contract alone', async () => {
    await app.put('contract', 0, CONTRACT, app.subcontractor).expect(403);
    await app.put('contract', 0, CONTRACT, app.as.leader).expect(403);
    await app.put('contract', 0, CONTRACT, app.as.elsewhere).expect(404);
    const made = (await app.put('contract', 0, CONTRACT, app.owner).expect(200)).body as SafeguardsView;
    assert.deepEqual([made.version, made.editable, made.canEdit], [1, ['contract'], false]);
    await app.put('contract', 0, CONTRACT).expect(412);
    await app.put('account', 1, ACCOUNT, app.owner).expect(403);
    await app
      .put('permit', 1, { number: '532601202603010101', issuedOn: '2026-02-10' }, app.as.clerk)
      .expect(200);
    const events = await Events.find({ subject: `project:${SITE.id}`, action: /^safeguards/u }).lean();
    assert.deepEqual(
      events.map(({ action }) => action),
      ['safeguards.contractPut', 'safeguards.permitPut'],
    );
  });

  it('refuse a cycle of labour cost over a month, amount and share together, and days no month has', async () => {
    const contract = (body: object): Promise<string[]> => app.faultsOf('contract', { ...CONTRACT, ...body });
    assert.deepEqual(await contract({ labourCostCycleMonths: 2 }), ['labourCostCycleMonths']);
    assert.deepEqual(await contract({ labourCostFen: 100 }), ['labourCostFen']);
    assert.deepEqual(await contract({ labourCostBasisPoints: undefined }), ['labourCostFen']);
    assert.deepEqual(await contract({ payDay: 32, labourCostDay: 0 }), ['labourCostDay', 'payDay']);
    assert.deepEqual(await contract({ signedOn: '2026-11-22' }), ['signedOn']);
    assert.deepEqual(await contract({ plannedUntil: '2026-03-01' }), ['plannedUntil']);
    assert.deepEqual(await contract({ wages: 1 }), ['wages']);
  });

  it('take an account under the prescribed name alone, and keep its number sealed', async () => {
    const other = { ...ACCOUNT, accountName: ACCOUNT_NAME.replace('专用', '') };
    assert.deepEqual(await app.faultsOf('account', other), ['accountName']);
    const { number: _number, ...without } = ACCOUNT;
    assert.deepEqual(await app.faultsOf('account', without), ['number']);
    assert.deepEqual(await app.faultsOf('account', { ...ACCOUNT, filedOn: '2026-03-01' }), ['filedOn']);
    const view = await saved('account', ACCOUNT);
    assert.match(view.account?.numberMasked ?? '', /^\*+0123$/u);
    assert.equal(stateOf(view, 'wageAccount'), 'done');
    const { number } = { number: '6214830000000123' };
    const stored = JSON.stringify(await findRecord(SITE.id));
    const events = JSON.stringify(await Events.find({ action: 'safeguards.accountPut' }).lean());
    for (const text of [stored, events, JSON.stringify(view)]) assert.ok(!text.includes(number));
    assert.equal(await openAccountNumber(SITE.id), number);
    assert.equal((await findAccountByNumber('6214-8300-0000-0123'))?.projectId, SITE.id);
    const later = await saved('account', { ...without, branchName: '演示银行开化支行' });
    assert.equal(later.account?.numberMasked, view.account?.numberMasked, 'not given, not lost');
    const { items, total } = await accountsOfBranch('WS001', {});
    assert.deepEqual([items[0]?.projectId, total], [SITE.id, 1]);
    assert.equal((await accountsOfBranch('WS0', {})).total, 0);
  });

  it('say how much bond the area’s table asks for, and refuse guarantees it does not accept', async () => {
    const bond = {
      kind: 'bankGuarantee',
      amountFen: 30_000_000,
      storedOn: '2026-03-10',
      bankName: '演示银行',
    };
    assert.deepEqual((await app.read()).bondRequired, { state: 'notSet' });
    assert.deepEqual(await app.faultsOf('bond', bond), ['validUntil']);
    await app.setArea('bondTiers', [{ basisPoints: 200 }]);
    await app.setArea('bondGuaranteeKinds', ['suretyInsurance']);
    assert.deepEqual(await app.faultsOf('bond', { ...bond, validUntil: '2027-03-10' }), ['kind']);
    const low = await saved('bond', { ...bond, kind: 'suretyInsurance', validUntil: '2027-03-10' });
    // 2 % of 20 million yuan; 20 working days after the permit of 10 February.
    assert.deepEqual(low.bondRequired, {
      state: 'required',
      amountFen: 40_000_000,
      basisPoints: 200,
      dueOn: '2026-03-16',
    });
    assert.equal(stateOf(low, 'wageBond'), 'overdue');
    const full = { ...bond, kind: 'cash', amountFen: 40_000_000 };
    assert.equal(stateOf(await saved('bond', full), 'wageBond'), 'done');
  });

  it('answer when wages and labour cost of a month are due', async () => {
    // Agreed for the 15th of the next month: 15 February 2026 is in Spring Festival, Saturday the 14th is worked.
    assert.equal((await payOnOf(SITE.id, payMonth('2026-01')))?.payOn, '2026-02-14');
    assert.equal((await payOnOf(SITE.id, payMonth('2026-03')))?.payOn, '2026-04-15');
    assert.equal(await labourCostDueOn(SITE.id, payMonth('2026-04')), '2026-04-10');
    assert.equal(await labourCostDueOn(SITE.id, payMonth('2026-02')), null, 'before the works');
    assert.equal(await payOnOf('f'.repeat(24), payMonth('2026-03')), null);
    assert.equal((await findSafeguards(SITE.id))?.contract?.payDay, 15);
  });

  it('print no board that would leave a field blank, and an A3 sheet once all is there', async () => {
    const refused = problemOf(await app.as.company.get(boardPath).expect(409));
    assert.equal(refused.code, 'boardIncomplete');
    await saved('projectDepartment', { name: '开化安置小区项目部', managerName: '周建设' });
    const officer = { name: '韦专管', appointedOn: '2026-03-02' };
    assert.deepEqual(await app.faultsOf('labourOfficer', officer), ['phone']);
    const view = await saved('labourOfficer', { ...officer, phone: '13800000777' });
    assert.equal(view.labourOfficer?.phoneMasked, '138****0777');
    await app.setArea('minimumWageMonthly', 199_000);
    await app.setArea('inspectionPhone', '0876-0000001');
    await app.setArea('industryPhones', { housing: '0876-0000002' });
    await app.setArea('arbitrationChannel', '文山市仲裁院');
    await app.setArea('legalAidChannel', '文山市法律援助中心');
    await app.setArea('legalServiceHotline', '热线 0000');
    assert.deepEqual((await app.read()).boardMissing, []);
    const { body, headers } = await app.as.company.get(boardPath).expect(200);
    assert.ok(Buffer.isBuffer(body));
    assert.equal(headers['content-type'], 'application/pdf');
    assert.equal(body.subarray(0, 5).toString(), '%PDF-');
    // A3 upright: 297 × 420 mm in points.
    assert.match(body.toString('latin1'), /\/MediaBox \[0 0 841\.89 1190\.55\]/u);
    assert.equal(pagesOf(body), 1);
    await app.subcontractor.get(boardPath).expect(403);
    await app.as.leader.get(boardPath).expect(403);
    await app.as.elsewhere.get(boardPath).expect(404);
  });

  it('fit one sheet for a site of thirty firms', async () => {
    const { project } = await positionOn(SITE.id, app.ctx);
    const content = await boardContent(project, await findRecord(SITE.id), app.ctx.today);
    const firms = Array.from({ length: 28 }, (_, at) => ({
      role: 'subcontractor' as const,
      name: `云南某某建筑劳务分包有限责任公司第${at + 1}分公司`,
    }));
    const board = boardDocument(
      { ...content, parties: [...content.parties, ...firms] },
      { signed: 'http://x/b/1?s=abc', short: 'http://x/c/1' },
      app.ctx.today,
    );
    const printed = JSON.stringify(board);
    assert.ok(printed.includes('"qr":"http://x/b/1?s=abc"') && /输入：\\nhttp:\/\/x\/c\/1"/u.test(printed));
    assert.equal(pagesOf(await makePdf(board)), 1);
  });

  it('are shown to a visitor by the signed QR of the board, no more than it says', async () => {
    const address = new URL(boardAddress(SITE.code), 'http://localhost');
    assert.equal(address.pathname, `/b/${SITE.code}`);
    const ask = async (s: string): Promise<PublicBoard> =>
      (await app.test.visitor().get(`/api/public/boards/${SITE.code}`).query({ s }).expect(200))
        .body as PublicBoard;
    const told = await ask(address.searchParams.get('s') ?? '');
    assert.deepEqual(
      [told.genuine, told.projectName, told.payDay, told.minimumWageMonthlyFen],
      [true, SITE.name, 15, 199_000],
    );
    assert.ok(!JSON.stringify(told).includes('138'));
    assert.deepEqual(await ask('forged'), { genuine: false });
  });

  it('hold their papers and the monthly photo: open to those who see them, of the writer’s own uploads', async () => {
    const theirs = await app.upload('document', app.subcontractor);
    assert.deepEqual(await app.faultsOf('contract', { ...CONTRACT, fileId: theirs }), ['fileId.0']);
    const paper = await app.upload('document');
    await saved('contract', { ...CONTRACT, fileId: paper });
    const { version } = await app.read();
    // The office corrects what the contractor uploaded: the paper stays.
    await app.put('contract', version, { ...CONTRACT, payDay: 20, fileId: paper }, app.as.clerk).expect(200);
    const photo = { fileId: await app.upload('boardPhoto'), takenOn: '2026-11-03' };
    const post = (agent = app.as.company, takenOn = photo.takenOn) =>
      agent
        .post(`/api/projects/${SITE.id}/safeguards/board-photos`)
        .set('idempotency-key', randomUUID())
        .send({ ...photo, takenOn });
    await post(app.owner).expect(403);
    await post(app.as.company, '2026-11-22').expect(422);
    const view = (await post().expect(201)).body as SafeguardsView;
    assert.deepEqual(view.boardPhotos, [photo]);
    assert.equal(stateOf(view, 'rightsBoard'), 'done');
  });

  it('keep contract, account and bond from subcontractors, and a project of others from everybody', async () => {
    const view = await app.read(app.subcontractor);
    assert.deepEqual(
      [view.contract, view.account, view.bond, view.permit],
      [undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(
      [view.bondRequired, view.editable, view.papersHidden],
      [{ state: 'noContract' }, [], true],
      'what is not shown is said to be hidden, not missing',
    );
    assert.equal((await app.read(app.owner)).account?.branchCode, 'WS001');
    assert.equal((await app.read(app.as.leader)).contract?.payDay, 20);
    await app.as.elsewhere.get(`/api/projects/${SITE.id}/safeguards`).expect(404);
  });

  it('follow a project that gives way to another: parts the other lacks, secrets readable there', async () => {
    const twin = {
      name: '重复登记的工地',
      areaCode: SITE.areaCode,
      site: '开化街道',
      parties: SITE.parties,
      state: 'building',
    };
    const { id } = (await app.create('/projects', twin).expect(201)).body as { id: string };
    const path = `/api/projects/${id}/safeguards/projectDepartment`;
    const office = { name: '重复项目部', managerName: '李负责' };
    await app.as.clerk.put(path).set('if-match', '"v0"').send(office).expect(200);
    await app.merge(`/projects/${SITE.id}`, 1, id).expect(200);
    const found = await findSafeguards(id);
    assert.equal(found?.contract?.signedOn, day('2026-02-20'));
    assert.equal(await openAccountNumber(id), '6214830000000123');
    assert.equal((await findRecord(id))?.projectDepartment?.name, '重复项目部');
    // As to a firm that was on record on the one that stays only.
    await Projects.updateOne({ _id: SITE.id }, { $set: { parties: [] } });
    const officer = { role: 'contractor' as const, areaCode: '532601', position: 'labourOfficer' as const };
    const grants = [{ ...officer, companyId: SITE.parties[0]?.companyId ?? '' }];
    const actor = { kind: 'user' as const, userId: 'e'.repeat(24), name: '他人', sessionId: 's', grants };
    const paper = await getReadableFile(found.contract.fileId ?? '', { ...app.ctx, actor, grants });
    assert.equal(paper.name, 'paper.pdf');
  });
});
