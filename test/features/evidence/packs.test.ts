import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type {
  EvidencePackView,
  EvidenceTaken,
  EvidenceView,
} from '../../../server/core/contract/evidence.ts';
import { registerPackParts, unpackTo } from '../../../server/features/evidence/index.ts';
import { readPack, sealPacks } from '../../../server/features/evidence/packs/pack-archive.ts';
import { packSetup } from '../../../server/features/evidence/packs/pack-setup.ts';
import { StoredFileError } from '../../../server/platform/files/index.ts';
import { signDailyRoot } from '../../../server/platform/audit/index.ts';
import {
  acceptedComplaint,
  clock,
  filedCase,
  filing,
  ok,
  onDay,
  refusal,
  stored,
} from '../cases/cases-app.ts';
import { eventually } from '../../support/eventually.ts';
import { addPhoto, change, photo, upload, useEvidenceApp } from './evidence-scene.ts';

const run = promisify(execFile);

/** What a stranger does: one command in the unpacked folder. */
async function verified(folder: string): Promise<{ code: number; says: string }> {
  try {
    return { code: 0, says: (await run(process.execPath, ['verify.mjs'], { cwd: folder })).stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }; // what execFile rejects with
    return { code, says: stdout };
  }
}

/** Everything below a folder, by path. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
}

describe('the evidence pack', () => {
  const { as } = useEvidenceApp();
  let view: CaseView;
  const folders: string[] = [];
  const ask = { forWhom: 'court', recipient: '文山市人民法院', reason: '申请强制执行', useCopies: false };

  before(async () => {
    onDay('2026-03-02');
    view = await filedCase(as);
  });
  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  async function ready(of: Pick<CaseView, 'id'>, over: object = {}): Promise<EvidencePackView> {
    const { id } = await ok<EvidencePackView>(
      as('inspector').create(`/cases/${of.id}/evidence-packs`, { ...ask, ...over }),
    );
    return eventually(
      'the pack is made',
      async () => {
        const now = await ok<EvidencePackView>(as('inspector').get(`/evidence-packs/${id}`));
        assert.notEqual(now.state, 'failed', now.problem);
        return now.state === 'ready' ? now : null;
      },
      30_000,
    );
  }
  /** The pack in a folder of its own. */
  async function unpacked(of: Pick<CaseView, 'id'>, over: object = {}): Promise<string> {
    const { id } = await ready(of, over);
    const folder = await mkdtemp(join(tmpdir(), 'pack-'));
    folders.push(folder);
    const zip = `${folder}.zip`;
    folders.push(zip);
    const archive = await readPack(id);
    assert.ok(archive);
    await writeFile(zip, archive);
    await unpackTo(zip, folder);
    return folder;
  }

  it('holds index, pieces, papers, chain and manifest, is verified by one command, and names each changed file', async () => {
    const first = await addPhoto(as, view, { title: 'CON/.. 工资*表?', shows: '欠薪' });
    const second = await addPhoto(as, view);
    await ok(change(as('inspector'), `/evidence/${second.id}/withdraw`, second, { reason: '重复' }));
    const takeBack = registerPackParts((caseId) =>
      Promise.resolve([
        { title: '限期改正指令书', fileName: '指令书.pdf', content: { bytes: Buffer.from(caseId) } },
      ]),
    );
    // The day ends and is signed; what happens afterwards is not under a signed root yet.
    onDay('2026-03-03');
    await signDailyRoot({ today: clock.today(), now: clock.now() });
    const folder = await unpacked(view);
    takeBack();
    assert.deepEqual(await filesIn(folder), [
      '00-目录.html',
      '00-目录.pdf',
      '00-验证说明.txt',
      'chain/days.json',
      'chain/events.json',
      'chain/keys.json',
      'evidence/001-CON___ 工资_表_.jpg',
      'manifest.json',
      'manifest.sig',
      'papers/001-指令书.pdf',
      'verify.mjs',
    ]);
    const fine = await verified(folder);
    assert.equal(fine.code, 0, fine.says);
    assert.match(fine.says, /有效/u);
    assert.match(fine.says, /([1-9]\d*) 个事件已由每日签名覆盖/u);
    const index = await readFile(join(folder, '00-目录.html'), 'utf8');
    assert.match(index, /已撤回：重复/u, 'a withdrawn number is not missed');
    assert.ok(index.includes(first.sha256 ?? '?'));
    for (const path of await filesIn(folder)) {
      const bytes = await readFile(join(folder, path));
      const changed = Buffer.from(bytes);
      const at = Math.floor(bytes.length / 2);
      changed[at] = (bytes[at] ?? 0) ^ 1;
      // The program itself is changed where it still runs: in its first comment.
      const inComment = Buffer.from(bytes.toString('utf8').replace('Recomputes', 'Recompuues'));
      await writeFile(join(folder, path), path === 'verify.mjs' ? inComment : changed);
      const { code, says } = await verified(folder);
      assert.equal(code, 1, path);
      assert.ok(says.includes(`✗ ${path}`), `${path}\n${says}`);
      await writeFile(join(folder, path), bytes);
    }
    await writeFile(join(folder, 'evidence', '999.txt'), 'added');
    assert.match((await verified(folder)).says, /✗ evidence\/999\.txt/u);
    await rm(join(folder, 'evidence', '999.txt'));
    await rm(join(folder, 'papers', '001-指令书.pdf'));
    assert.match((await verified(folder)).says, /✗ papers\/001-指令书\.pdf: 文件缺失/u);
  });

  it('shows an event that was changed together with its manifest: the signature no longer fits', async () => {
    const folder = await unpacked(view);
    const edit = async (path: string, by: (text: string) => string): Promise<void> =>
      writeFile(join(folder, path), by(await readFile(join(folder, path), 'utf8')));
    await edit('chain/events.json', (text) => text.replace('case.file"', 'case.fill"'));
    const events = await readFile(join(folder, 'chain/events.json'));
    const [sha256, sm3] = ['sha256', 'sm3'].map((name) => createHash(name).update(events).digest('hex'));
    await edit('manifest.json', (text) => {
      const manifest = JSON.parse(text) as { files: { path: string; sha256: string; sm3: string }[] };
      const files = manifest.files.map((file) =>
        file.path === 'chain/events.json' ? { ...file, sha256, sm3 } : file,
      );
      return JSON.stringify({ ...manifest, files }, null, 1);
    });
    const { code, says } = await verified(folder);
    assert.equal(code, 1);
    assert.match(says, /✗ manifest\.json/u);
    assert.match(says, /✗ chain\/events\.json #1: 事件内容被改/u);
  });

  it('takes the covered copy where one is asked for, and leaves everything of a report out and says how many', async () => {
    const mine = await upload('clerk', await photo(), '举报照片.jpg');
    const { id } = await acceptedComplaint(as, { intakeKind: 'REPORT', name: '举报人某某', fileIds: [mine] });
    const filed = await ok<CaseView>(as('inspector').create('/cases', filing([id])));
    await ok<EvidenceTaken>(as('inspector').create(`/cases/${filed.id}/evidence/take-in`, {}));
    const piece = await addPhoto(as, filed);
    const boxes = { boxes: [{ left: 0, top: 0, width: 100, height: 100 }], reason: '遮盖面部' };
    const copied = await ok<EvidenceView>(
      change(as('inspector'), `/evidence/${piece.id}/redact`, piece, boxes),
    );
    const folder = await unpacked(filed, { useCopies: true, forWhom: 'police' });
    const [name] = await readdir(join(folder, 'evidence'));
    assert.equal(name, '002-工地大门的照片-遮盖.jpg');
    const packed = await readFile(join(folder, 'evidence', name));
    assert.equal(createHash('sha256').update(packed).digest('hex'), copied.copies[0]?.sha256);
    assert.equal((await verified(folder)).code, 0);
    for (const path of await filesIn(folder)) {
      const text = await readFile(join(folder, path), 'utf8');
      assert.ok(!text.includes('举报人某某') && !text.includes('举报照片') && !text.includes(id), path);
    }
    assert.match(await readFile(join(folder, '00-目录.html'), 'utf8'), /另有 1 项随举报/u);
    assert.match(await readFile(join(folder, 'chain/events.json'), 'utf8'), /"withheld": true/u);
  });

  it('begins anew after its maker was killed and leaves no half pack', async () => {
    const { id } = await ready(view);
    const [pack] = await stored('evidencePacks', { state: 'ready' });
    assert.ok(pack);
    const zip = join(packSetup().folder, `${id}.zip`);
    await rm(zip);
    assert.equal((await ok<EvidencePackView>(as('inspector').get(`/evidence-packs/${id}`))).state, 'failed');
    const packs = mongoose.connection.collection('evidencePacks');
    const own = { _id: new mongoose.Types.ObjectId(id) };
    await packs.updateOne(own, { $set: { state: 'packing', run: 'killed', aliveAt: clock.now() } });
    await writeFile(`${zip}.part`, 'half');
    assert.equal((await ok<EvidencePackView>(as('inspector').get(`/evidence-packs/${id}`))).state, 'packing');
    clock.set(new Date(clock.now().getTime() + 60_000));
    await eventually(
      'it is made anew',
      async () => {
        const now = await ok<EvidencePackView>(as('inspector').get(`/evidence-packs/${id}`));
        return now.state === 'ready';
      },
      20_000,
    );
    assert.deepEqual(
      (await readdir(packSetup().folder)).filter((name) => name.startsWith(id)),
      [`${id}.zip`],
    );
  });

  it('lies sealed, is sealed where one of before lies open, and one that does not open is made anew', async () => {
    const made = await ready(view);
    const path = join(packSetup().folder, `${made.id}.zip`);
    const lies = await readFile(path);
    assert.ok(!lies.includes('manifest.json'), 'no entry of a ZIP is named there');
    assert.notEqual(lies.subarray(0, 2).toString('latin1'), 'PK');
    const archive = await readPack(made.id);
    assert.ok(archive);
    const plain = await buffer(archive);
    assert.equal(createHash('sha256').update(plain).digest('hex'), made.sha256);
    await writeFile(path, plain);
    assert.deepEqual(await sealPacks({ limit: 0 }), { resealed: 0, left: 1 });
    assert.deepEqual(await sealPacks(), { resealed: 1, left: 0 });
    assert.notEqual((await readFile(path)).subarray(0, 2).toString('latin1'), 'PK');
    const res = await as('inspector').get(`/evidence-packs/${made.id}/zip`);
    assert.equal(Number(res.headers['content-length']), plain.length);
    const other = await ready(view);
    await writeFile(path, await readFile(join(packSetup().folder, `${other.id}.zip`)));
    const swapped = await readPack(made.id);
    assert.ok(swapped);
    await assert.rejects(buffer(swapped), StoredFileError, 'the pack of another does not open in its place');
    const keyGone = Buffer.from(lies);
    keyGone.write('gone', 4);
    await writeFile(path, keyGone);
    assert.equal((await as('inspector').get(`/evidence-packs/${made.id}/zip`)).status, 409);
    const gone = await ok<EvidencePackView>(as('inspector').get(`/evidence-packs/${made.id}`));
    assert.match(gone.problem ?? '', /请重新制作/u);
  });

  it('is begun and fetched by inspectors and heads of the office, with pieces of this case', async () => {
    const door = `/cases/${view.id}/evidence-packs`;
    assert.equal(await refusal(as('clerk').create(door, ask)), '403 forbidden');
    assert.equal(await refusal(as('otherHead').create(door, ask)), '404 notFound');
    const foreign = await addPhoto(as, await filedCase(as));
    assert.equal(
      await refusal(as('head').create(door, { ...ask, evidenceIds: [foreign.id] })),
      '422 invalidInput evidenceIds.0',
    );
    const made = await ready(view);
    const res = await as('head').get(`/evidence-packs/${made.id}/zip`);
    assert.deepEqual(
      [res.status, res.type, Number(res.headers['content-length'])],
      [200, 'application/zip', made.bytes],
    );
    assert.equal((await as('otherHead').get(`/evidence-packs/${made.id}/zip`)).status, 404);
    const { custody } = await ok<EvidenceView>(
      as('inspector').get(
        `/evidence/${(await stored('caseEvidence', { caseId: view.id, number: 1 }))[0]?._id.toString()}`,
      ),
    );
    assert.ok(
      custody.some(
        ({ action, by, note }) => action === 'packed' && by === '李明清' && note?.includes('文山市人民法院'),
      ),
    );
  });
});
