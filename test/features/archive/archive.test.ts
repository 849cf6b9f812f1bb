import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { CaseArchiveView, CaseFileRow, CaseFileView } from '../../../server/core/contract/archive.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { DocumentView } from '../../../server/core/contract/documents.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import {
  ARCHIVE_PERMISSIONS,
  archiveRoutes,
  destroyFile,
  filesOver,
} from '../../../server/features/archive/index.ts';
import { bindCase } from '../../../server/features/archive/bind-case.ts';
import { CaseFiles } from '../../../server/features/archive/case-file.model.ts';
import { DOCUMENTS_PERMISSIONS, documentsRoutes } from '../../../server/features/documents/index.ts';
import { EVIDENCE_PERMISSIONS, evidenceRoutes } from '../../../server/features/evidence/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { eventually } from '../../support/eventually.ts';
import { pageTexts } from '../../support/pdf-text.ts';
import {
  acceptedComplaint,
  asPerson,
  asSystem,
  filing,
  idOf,
  move,
  ok,
  onDay,
  problemOf,
  refusal,
  stored,
  useCasesApp,
} from '../cases/cases-app.ts';
import type { Visitor } from '../cases/cases-app.ts';
import { act, caseWithSheet, draft, issuedOrder, setOfficeWords } from '../documents/documents-app.ts';
import { photo, upload, words } from '../evidence/evidence-scene.ts';

const bytesOf = async (visitor: Visitor, path: string): Promise<Buffer> => {
  const answer = await visitor
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  assert.equal(answer.status, 200);
  return answer.body as Buffer;
};
const tight = (text: string): string => text.replace(/\s/gu, '');

describe('the archive of cases', function () {
  this.timeout(120_000);
  const { as } = useCasesApp({
    routes: [...archiveRoutes, ...documentsRoutes, ...evidenceRoutes],
    permissionTables: [ARCHIVE_PERMISSIONS, DOCUMENTS_PERMISSIONS, EVIDENCE_PERMISSIONS],
  });
  let view: CaseView;
  let order: DocumentView;
  let notice: DocumentView;
  let file: CaseFileView;
  let photoId: string;
  /** What the paper that lists the file says before the case is closed. */
  let listed: string[];

  const seen = (): Promise<CaseView> => ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
  const closed = async (one: CaseView): Promise<CaseView> => {
    const asked = await ok<CaseView>(
      move(as('inspector'), one, 'ask-closure', { code: 'OTHER', statement: '双方已另行了结。' }),
    );
    return ok<CaseView>(move(as('head'), asked, 'approve-closure'));
  };
  const archive = (one: Pick<CaseView, 'id' | 'version'>, isSplit = false) =>
    as('inspector').post(
      `/cases/${one.id}/archive`,
      { isSplit },
      { 'if-match': `"v${one.version}"`, 'idempotency-key': `archive-${one.id}-${one.version}` },
    );
  const made = (id: string): Promise<CaseFileView> =>
    eventually(
      'the file is made',
      async () => {
        const now = await ok<CaseFileView>(as('inspector').get(`/archive/${id}`));
        return now.state === 'kept' || now.state === 'failed' ? now : null;
      },
      45_000,
    );

  before(async () => {
    await setOfficeWords();
    view = await caseWithSheet(as);
    const service = {
      mode: 'DIRECT',
      addressee: '文山建工',
      handedOverOn: '2026-03-02',
      servedBy: ['李明清'],
    };
    order = await ok<DocumentView>(
      act(as('inspector'), await issuedOrder(as, view.id), 'serve', {
        ...service,
        receivedBy: '王建国',
        fileIds: [],
      }),
    );
    notice = await draft(as, 'inquiryNotice', { caseId: view.id });
    const fileId = await upload('inspector', await photo(), 'IMG_0001.jpg');
    const piece = await ok<{ id: string; version: number }>(
      as('inspector').create(`/cases/${view.id}/evidence`, words({ fileId })),
    );
    photoId = piece.id;
    const redacted = { boxes: [{ left: 0, top: 0, width: 500, height: 500 }], reason: '遮盖人脸' };
    await ok(as('inspector').post(`/evidence/${piece.id}/redact`, redacted, { 'if-match': '"v1"' }));
    const index = await draft(as, 'archiveIndex', { caseId: view.id });
    listed = (index.tables[0]?.rows ?? []).map(([, title = '']) => title);
    await ok(act(as('inspector'), index, 'void', { reason: '只为查看' }));
    view = await closed(await seen());
  });

  it('does not take a case with a paper that was neither issued nor given up, and says so', async () => {
    const said = await problemOf(archive(view));
    assert.equal(said.status, 409);
    assert.equal(said.messages.zh, '还不能归档：文书“调查询问通知书”还没有签发或作废');
    await ok(act(as('inspector'), notice, 'void', { reason: '不再需要' }));
    const shown = await ok<CaseArchiveView>(as('clerk').get(`/cases/${view.id}/archive`));
    assert.deepEqual([shown.mayArchive, shown.obstacles, shown.files], [true, [], []]);
  });

  it('binds a closed case into one file whose index tells the page of everything in it', async () => {
    const asked = await ok<CaseFileView>(archive(view));
    assert.equal(asked.fileNumber, '文山劳监档字〔2026〕第 1 号');
    assert.equal((await ok<CaseFileView>(archive(view))).id, asked.id);
    file = await made(asked.id);
    assert.equal(file.problem, undefined);
    const { lines = [], pages, sha256 } = file.main ?? {};
    assert.deepEqual(
      lines.map(({ section, title }) => `${section} ${title.replace(/（.*/u, '')}`),
      [
        'filing 立案登记',
        'registration 投诉登记',
        'evidence 证据 1：工地大门的照片',
        'arrears 人员与支付明细',
        'order 限期改正指令书',
        'service 送达情况表',
        'internal 办理过程记录',
        'closure 结案登记',
      ],
    );
    assert.deepEqual(
      [...listed, '结案登记'],
      lines.map(({ title }) => title),
    );
    const pdf = await bytesOf(as('clerk'), `/archive/${file.id}/pdf`);
    assert.equal(createHash('sha256').update(pdf).digest('hex'), sha256);
    const texts = pageTexts(pdf).map(tight);
    assert.equal(texts.length, pages);
    texts.forEach((text, at) => assert.ok(text.endsWith(String(at + 1)), `page ${at + 1}`));
    assert.ok(texts[0]?.includes('本地区未设定，予以保存'));
    let next = 3;
    for (const { number, title, documentNumber = '', date = '', fromPage, toPage } of lines) {
      assert.equal(fromPage, next);
      next = toPage + 1;
      const on = fromPage === toPage ? String(fromPage) : `${fromPage}—${toPage}`;
      assert.ok(texts[1]?.includes(tight(`${title}${documentNumber}${date}${on}`)), `line ${number}`);
      const first = texts[fromPage - 1] ?? '';
      assert.ok(first.includes(tight(title.replace(/（.*/u, ''))), `${title} on page ${fromPage}`);
    }
    assert.ok(texts.at(-1)?.includes(`本卷共${lines.length}件，连同封面、目录和本表共${pages}页`));
  });

  it('the same case bound again is the same file, byte for byte', async () => {
    const [kept] = await CaseFiles.find({ caseId: view.id }).lean();
    assert.ok(kept);
    const { volumes } = await bindCase(kept, asSystem());
    assert.equal(
      createHash('sha256')
        .update(volumes[0]?.bytes ?? '')
        .digest('hex'),
      file.main?.sha256,
    );
  });

  it('a case in the archive is only read: every way to change it is refused in words', async () => {
    const now = await seen();
    assert.deepEqual([now.actions, now.archive?.fileNumber], [[], file.fileNumber]);
    const match = { 'if-match': `"v${now.version}"` };
    const served = await ok<DocumentView>(as('inspector').get(`/documents/${order.id}`));
    assert.deepEqual(served.actions, []);
    const interview = {
      ...{ personName: '李四', personRole: '木工', place: '工地', begunAt: '2026-03-02T01:00:00Z' },
      ...{ lines: [], isReporter: false, inspectorIds: [idOf('inspector'), idOf('inspector2')] },
    };
    const ways: Record<string, ReturnType<Visitor['post']>> = {
      edit: move(as('inspector'), now, 'edit', { title: '改了案由', respondent: { name: '某公司' } }),
      claims: as('inspector').post(
        `/cases/${now.id}/claims`,
        { rows: [{ name: '赵六', months: [{ payMonth: '2026-01', owedFen: 100 }] }] },
        { ...match, 'idempotency-key': 'k'.repeat(16) },
      ),
      proceeding: as('inspector').post(
        `/cases/${now.id}/proceedings`,
        { kind: 'penalty', given: {} },
        { ...match, 'idempotency-key': 'p'.repeat(16) },
      ),
      evidence: as('inspector').create(
        `/cases/${now.id}/evidence`,
        words({ fileId: await upload('inspector', await photo(40, 30), 'b.jpg') }),
      ),
      redact: as('inspector').post(
        `/evidence/${photoId}/redact`,
        { boxes: [{ left: 0, top: 0, width: 9, height: 9 }], reason: '遮盖' },
        { 'if-match': '"v2"' },
      ),
      draft: as('inspector').create('/documents', { kind: 'inquiryNotice', caseId: now.id }),
      void: act(as('head'), served, 'void', { reason: '作废试试' }),
      interview: as('inspector').create(`/cases/${now.id}/interviews`, interview),
    };
    for (const [way, sent] of Object.entries(ways))
      assert.equal(await refusal(sent), '409 caseArchived', way);
  });

  it('a leader sees the list and no content, another county nothing, and whoever takes a file is written down', async () => {
    const list = (who: 'leader' | 'otherHead') =>
      ok<Page<CaseFileRow>>(as(who).get('/archive', { q: '文山建工' }));
    assert.deepEqual(
      (await list('leader')).items.map(({ id, pages }) => [id, pages]),
      [[file.id, file.pages]],
    );
    assert.deepEqual((await list('otherHead')).items, []);
    assert.equal(await refusal(as('leader').get(`/archive/${file.id}`)), '403 forbidden');
    assert.equal(await refusal(as('otherHead').get(`/archive/${file.id}/pdf`)), '404 notFound');
    const events = await stored('events', { subject: `case:${view.id}`, action: 'case.caseFileTaken' });
    assert.deepEqual(
      events.map(({ actor }) => actor),
      [`user:${idOf('clerk')}`],
    );
  });

  it('the head takes it out again: the old file stays as an earlier one, the next gets the next number', async () => {
    const reopened = await ok<CaseView>(move(as('head'), await seen(), 'reopen', { reason: '发现新的欠薪' }));
    assert.equal(reopened.archive, undefined);
    const again = await closed(reopened);
    const next = await made((await ok<CaseFileView>(archive(again))).id);
    const { files } = await ok<CaseArchiveView>(as('inspector').get(`/cases/${view.id}/archive`));
    assert.deepEqual(
      files.map(({ fileNumber, state }) => [fileNumber, state]),
      [
        ['文山劳监档字〔2026〕第 2 号', 'kept'],
        ['文山劳监档字〔2026〕第 1 号', 'earlier'],
      ],
    );
    assert.equal((await ok<Page<CaseFileRow>>(as('head').get('/archive'))).total, 1);
    file = next;
  });

  it('who made a report stands in the inner volume alone, and only the two inspectors open it', async () => {
    const report = await acceptedComplaint(as, {
      intakeKind: 'REPORT',
      name: '马保密',
      story: '我看见他们没发工资。',
    });
    const filed = await ok<CaseView>(as('inspector').create('/cases', filing([report.id])));
    const one = await closed(filed);
    const split = await made((await ok<CaseFileView>(archive(one, true))).id);
    const main = pageTexts(await bytesOf(as('inspector'), `/archive/${split.id}/pdf`)).join('');
    const inner = pageTexts(await bytesOf(as('inspector'), `/archive/${split.id}/pdf?volume=inner`)).join('');
    assert.deepEqual(
      [main.includes('马保密'), main.includes('我看见'), inner.includes('马保密')],
      [false, false, true],
    );
    assert.equal(
      await refusal(as('head').get(`/archive/${split.id}/pdf`, { volume: 'inner' })),
      '404 notFound',
    );
    const toHead = await ok<CaseFileView>(as('head').get(`/archive/${split.id}`));
    assert.deepEqual([toHead.inner, toHead.innerIsClosed], [undefined, true]);
  });

  it('is kept for ever where the area has set no time, and goes only when the time that was set is over', async () => {
    onDay('2050-01-01');
    assert.deepEqual(await filesOver('532601', asSystem()), []);
    const years = { areaCode: '532601', from: plainDate('2026-01-01'), value: 20, source: '本局' };
    await setParameter('caseFileYears', years, { ...asPerson('head'), actor: asSystem().actor });
    onDay('2046-03-02');
    assert.deepEqual(await filesOver('532601', asSystem()), []);
    onDay('2046-03-03');
    const over = await filesOver('532601', asSystem());
    assert.equal(over.find(({ id }) => id === file.id)?.keptUntil, '2046-03-02');
    assert.equal(await inTransaction(() => destroyFile(file.id, asSystem())), true);
    const gone = await ok<CaseFileView>(as('clerk').get(`/archive/${file.id}`));
    assert.deepEqual(
      [gone.state, gone.destroyedOn, gone.main?.sha256],
      ['destroyed', '2046-03-03', file.main?.sha256],
    );
    assert.equal(await refusal(as('clerk').get(`/archive/${file.id}/pdf`)), '409 conflict');
  });
});
