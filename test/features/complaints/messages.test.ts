import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { MessageView } from '../../../server/core/contract/complaint-moves.ts';
import type { ComplaintFiled, ComplaintRegistered } from '../../../server/core/contract/complaint-intake.ts';
import type { ComplaintRow, ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import {
  addOwnEvidence,
  complainantMessages,
  getOwnComplaint,
  listOwnComplaints,
  writeOwnMessage,
} from '../../../server/features/complaints/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { tellMerged } from '../../../server/platform/merge-listeners.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { getReadableFile } from '../../../server/features/files/file-readers.ts';
import { insertFile } from '../../../server/features/files/file.model.ts';
import type { AppError } from '../../../server/platform/app-error.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import {
  asPerson,
  asSystem,
  clock,
  FORM,
  LEAD,
  made,
  messages,
  NOW,
  problemOf,
  stored,
  useComplaintsApp,
} from './complaints-app.ts';

describe('beside the moves of a complaint', () => {
  const { as, workerCtx } = useComplaintsApp();
  const clerk = as('clerk');
  let filed: ComplaintFiled;
  let id: string;
  let files = 0;

  /** A photo the person has uploaded. */
  async function photo(ctx: Ctx): Promise<string> {
    files += 1;
    const file = await inTransaction(() =>
      insertFile({
        sha256: String(files).padStart(64, '0'),
        name: '工地.jpg',
        purpose: 'evidence',
        mime: 'image/jpeg',
        bytes: 10,
        hasThumbnail: false,
        areaCode: '5326',
        uploadedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : '',
        uploadedAt: ctx.now,
      }),
    );
    return String(file._id);
  }
  const row = async (): Promise<ComplaintRow | undefined> => {
    const page = (await clerk.get('/complaints', { q: filed.receiptNumber })).body as Page<ComplaintRow>;
    return page.items[0];
  };
  const say = (text: string, fileIds: string[] = []) => ({ text, fileIds });

  beforeEach(async () => {
    clock.set(NOW);
    filed = await made(as('worker').create('/my/complaints', FORM));
    id = (await row())?.id ?? '';
  });

  it('both sides write to each other; the worker sees no name of staff, the queue shows what nobody has read', async () => {
    const sent = await made<MessageView>(clerk.create(`/complaints/${id}/messages`, say('请说明工地位置')));
    assert.equal(sent.byName, '陶小兰');
    assert.equal((await messages()).at(-1)?.template, 'complaintMessage');
    const opened = async (): Promise<ComplaintView> =>
      (await clerk.get(`/complaints/${id}`)).body as ComplaintView;
    assert.equal((await opened()).unreadMessage, undefined, 'new is the complaint; no message of his waits');
    assert.equal((await row())?.unread, false);
    await writeOwnMessage(filed.receiptNumber, say('在开化北路'), workerCtx('worker'));
    assert.equal((await row())?.unread, true);
    assert.equal((await opened()).unreadMessage, true);
    await writeOwnMessage(filed.receiptNumber, say('三号楼'), workerCtx('worker'));
    const page = (await clerk.get(`/complaints/${id}/messages`)).body as Page<MessageView>;
    assert.deepEqual(
      page.items.map(({ from, text }) => [from, text]),
      [
        ['office', '请说明工地位置'],
        ['complainant', '在开化北路'],
        ['complainant', '三号楼'],
      ],
    );
    assert.equal((await row())?.unread, false);
    assert.ok((await complainantMessages(id)).every((one) => one.byName === undefined));
    await assert.rejects(writeOwnMessage(filed.receiptNumber, say('冒充'), workerCtx('otherWorker')), {
      code: 'notFound',
    });
    for (const [who, status] of [
      ['otherClerk', 404],
      ['leader', 403],
      ['worker', 403],
      ['grid', 403],
    ] as const)
      assert.equal((await as(who).get(`/complaints/${id}/messages`)).status, status, who);
    assert.equal(
      (await problemOf(clerk.create(`/complaints/${id}/messages`, say('')))).fields?.[0]?.path,
      'text',
    );
    const events = await stored('events', { subject: `complaint:${id}`, action: 'complaint.message' });
    assert.ok(!JSON.stringify(events).includes('开化北路'));
  });

  it('evidence is the complainant’s own and opens to the office that handles it, not to others', async () => {
    const worker = workerCtx('worker');
    const [own, foreign] = [await photo(worker), await photo(workerCtx('otherWorker'))];
    await assert.rejects(addOwnEvidence(filed.receiptNumber, { fileIds: [foreign] }, worker), {
      code: 'invalidInput',
    });
    await addOwnEvidence(filed.receiptNumber, { fileIds: [own] }, worker);
    const view = (await clerk.get(`/complaints/${id}`)).body as ComplaintView;
    assert.deepEqual(
      view.files.map((file) => file.id),
      [own],
    );
    assert.equal(view.unread, true);
    for (const ctx of [worker, asPerson('clerk'), asPerson('inspector'), asPerson('head')])
      assert.equal(String((await getReadableFile(own, ctx))._id), own);
    for (const ctx of [
      workerCtx('otherWorker'),
      asPerson('otherClerk'),
      asPerson('leader'),
      asPerson('housing'),
      asPerson('contractor'),
    ])
      await assert.rejects(getReadableFile(own, ctx), { code: 'notFound' });
  });

  it('a file too many is refused in words and not silently left away', async () => {
    await mongoose.connection
      .collection('complaints')
      .updateOne(
        { receiptNumber: filed.receiptNumber },
        { $set: { fileIds: Array.from({ length: 200 }, (_, at) => String(at).padStart(24, '0')) } },
      );
    const ctx = workerCtx('worker');
    const fileIds = [await photo(ctx)];
    await assert.rejects(
      addOwnEvidence(filed.receiptNumber, { fileIds }, ctx),
      (error: AppError) => error.code === 'invalidInput' && error.fields?.[0]?.path === 'fileIds',
    );
    const [kept] = await stored('complaints', { receiptNumber: filed.receiptNumber });
    assert.equal((kept?.['fileIds'] as string[]).length, 200);
  });

  it('a reporter’s photo does not tell who he is: neither its view nor its chain of events', async () => {
    const worker = workerCtx('worker');
    const own = await photo(worker);
    const report = { ...FORM, intakeKind: 'REPORT', fileIds: [own] };
    const { receiptNumber } = await made(as('worker').create('/my/complaints', report));
    const { items } = (await as('inspector').get('/complaints', { q: receiptNumber }))
      .body as Page<ComplaintRow>;
    const view = (await as('inspector').get(`/complaints/${items[0]?.id ?? ''}`)).body as ComplaintView;
    assert.deepEqual(
      view.files.map((file) => [file.id, file.uploadedBy]),
      [[own, '']],
    );
    const [held] = await stored('events', { subject: `file:${own}`, action: 'file.held' });
    assert.deepEqual([held?.['actor'], held?.['facts']], ['anonymous', {}]);
  });

  it('likely duplicates are told with why: the same person, or employer and months together', async () => {
    const lead = (over: object) =>
      made<ComplaintRegistered>(clerk.create('/complaints', { ...LEAD, ...over })).then((one) => one.id);
    const before = await lead({
      externalNumber: 'A',
      name: '陆一',
      phone: '13911111111',
      employerName: '甲建筑',
      payMonths: ['2026-05'],
    });
    const samePhone = await lead({
      externalNumber: 'B',
      name: '陆二',
      phone: '13911111111',
      employerName: '乙建筑',
      payMonths: ['2026-01'],
    });
    const sameFirm = await lead({
      externalNumber: 'C',
      name: '陆三',
      phone: '13922222222',
      employerName: '甲 建筑',
      payMonths: ['2026-05'],
    });
    const other = await lead({
      externalNumber: 'D',
      name: '陆四',
      phone: '13933333333',
      employerName: '甲建筑',
      payMonths: ['2026-06'],
    });
    const found = (await clerk.get(`/complaints/${before}/duplicates`)).body as {
      row: ComplaintRow;
      why: string[];
    }[];
    assert.deepEqual(
      found.map(({ row: one, why }) => [one.id, why]),
      [
        [samePhone, ['samePhone']],
        [sameFirm, ['sameEmployer', 'sameMonths']],
      ],
    );
    assert.ok(!found.some(({ row: one }) => one.id === other));
  });

  it('a complaint follows when its company or its project is merged into another', async () => {
    const company = (name: string) => createCompany({ name, areaCode: '532601' }, asPerson('inspector'));
    const project = (name: string) =>
      createProject(
        { name, areaCode: '532601', site: '路 1 号', parties: [], state: 'building' },
        asPerson('inspector'),
      );
    const [one, two] = [await company('老名称公司'), await company('新名称公司')];
    const [here, there] = [await project('一标段'), await project('二标段')];
    const lead = { ...LEAD, externalNumber: 'M-1', projectId: here.id, employerId: one.id };
    const made1 = await made<ComplaintRegistered>(clerk.create('/complaints', lead));
    // As the register itself does: the survivor stands in the record that was merged.
    await mongoose.connection
      .collection('companies')
      .updateOne({ name: '老名称公司' }, { $set: { mergedIntoId: two.id } });
    await inTransaction(async () => {
      await tellMerged('company', one.id, two.id, asSystem());
      await tellMerged('project', here.id, there.id, asSystem());
    });
    const view = (await clerk.get(`/complaints/${made1.id}`)).body as ComplaintView;
    assert.deepEqual(
      [view.employerId, view.employerName, view.projectId, view.projectName],
      [two.id, '新名称公司', there.id, '二标段'],
    );
    const found = (await clerk.get('/complaints', { q: '新名称' })).body as Page<ComplaintRow>;
    assert.deepEqual(
      found.items.map((each) => each.id),
      [made1.id],
    );
    assert.equal(((await clerk.get('/complaints', { q: '老名称' })).body as Page<ComplaintRow>).total, 0);
  });

  it('a site’s code fills in project and number; the worker reads his own alone', async () => {
    const site = await createProject(
      { name: '三标段', areaCode: '532601', site: '路 3 号', parties: [], state: 'building' },
      asPerson('inspector'),
    );
    const { receiptNumber } = await made(
      as('otherWorker').create('/my/complaints', {
        ...FORM,
        projectName: '随便写的',
        projectCode: site.code,
      }),
    );
    const own = await getOwnComplaint(receiptNumber, workerCtx('otherWorker'));
    assert.deepEqual([own.projectId, own.projectName, own.projectCode], [site.id, '三标段', site.code]);
    await assert.rejects(getOwnComplaint(receiptNumber, workerCtx('worker')), { code: 'notFound' });
    const mine = await listOwnComplaints(workerCtx('otherWorker'));
    assert.deepEqual(
      mine.map((each) => each.receiptNumber),
      [receiptNumber],
    );
  });
});
