import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import sharp from 'sharp';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { EvidenceSources, EvidenceTaken, EvidenceView } from '../../../server/core/contract/evidence.ts';
import { storedBytes } from '../../../server/features/files/index.ts';
import {
  acceptedComplaint,
  filedCase,
  filing,
  move,
  ok,
  onDay,
  refusal,
  stored,
} from '../cases/cases-app.ts';
import type { Visitor } from '../cases/cases-app.ts';
import { addPhoto, change, listOf, photo, upload, useEvidenceApp, words } from './evidence-scene.ts';

const bytesOf = async (sent: ReturnType<Visitor['get']>): Promise<Buffer> => {
  const res = await sent.buffer(true).parse((from, done) => {
    const chunks: Buffer[] = [];
    from.on('data', (chunk: Buffer) => chunks.push(chunk));
    from.on('end', () => done(null, Buffer.concat(chunks)));
  });
  assert.equal(res.status, 200);
  return res.body as Buffer;
};

describe('the evidence of a case', () => {
  const { as } = useEvidenceApp();
  let view: CaseView;
  beforeEach(async () => {
    onDay('2026-03-02');
    view = await filedCase(as);
  });

  it('is numbered within the case without gaps, also when two come at once and one was withdrawn', async () => {
    const first = await addPhoto(as, view);
    await ok(change(as('inspector'), `/evidence/${first.id}/withdraw`, first, { reason: '拍错了工地' }));
    await Promise.all([addPhoto(as, view), addPhoto(as, view), addPhoto(as, view)]);
    const all = await listOf(as, view);
    assert.deepEqual(
      all.map(({ number, isWithdrawn }) => [number, isWithdrawn]),
      [
        [1, true],
        [2, false],
        [3, false],
        [4, false],
      ],
    );
    const other = await filedCase(as);
    assert.equal((await addPhoto(as, other)).number, 1);
  });

  it('keeps the original with both fingerprints and refuses the same content a second time', async () => {
    const bytes = await photo();
    const fileId = await upload('inspector', bytes, 'a.jpg');
    const path = `/cases/${view.id}/evidence`;
    const made = await ok<EvidenceView>(as('inspector').create(path, words({ fileId })));
    assert.equal(made.sha256, createHash('sha256').update(bytes).digest('hex'));
    assert.equal(made.sm3, createHash('sm3').update(bytes).digest('hex'));
    const again = await upload('inspector', bytes, 'b.jpg');
    assert.equal(
      await refusal(as('inspector').create(path, words({ fileId: again }))),
      '422 invalidInput fileId',
    );
    assert.deepEqual(await bytesOf(as('inspector').get(`/evidence/${made.id}/original`)), bytes);
  });

  it('shows a picture’s own time, place and device to the two inspectors alone, and strips them for everybody', async () => {
    const made = await addPhoto(as, view);
    assert.deepEqual(made.taken, {
      at: '2026-02-27T08:15:00',
      latitude: 23.37,
      longitude: 104.25,
      device: 'HUAWEI P30',
    });
    const byHead = await ok<EvidenceView>(as('head').get(`/evidence/${made.id}`));
    assert.equal(byHead.taken, undefined);
    for (const who of ['inspector', 'head'] as const)
      for (const form of ['shown', 'thumbnail']) {
        const { exif } = await sharp(await bytesOf(as(who).get(`/evidence/${made.id}/${form}`))).metadata();
        assert.equal(exif, undefined, `${who} ${form}`);
      }
    assert.equal(await refusal(as('head').get(`/evidence/${made.id}/original`)), '403 forbidden');
    assert.equal((await as('head').get(`/files/${made.file?.id}`)).status, 404);
    assert.equal((await as('inspector2').get(`/files/${made.file?.id}`)).status, 200);
  });

  it('writes down who brought, opened, covered and withdrew a piece, once a day for looking', async () => {
    let piece = await addPhoto(as, view);
    await bytesOf(as('head').get(`/evidence/${piece.id}/shown`));
    await bytesOf(as('head').get(`/evidence/${piece.id}/shown`));
    const box = { left: 0, top: 0, width: 500, height: 500 };
    const covered = { boxes: [box], reason: '遮盖面部' };
    piece = await ok(change(as('inspector'), `/evidence/${piece.id}/redact`, piece, covered));
    piece = await ok(change(as('head'), `/evidence/${piece.id}/withdraw`, piece, { reason: '重复' }));
    assert.deepEqual(
      piece.custody.map(({ action, by, note }) => [action, by, note]),
      [
        ['came', '李明清', undefined],
        ['seen', '何正平', undefined],
        ['copied', '李明清', '遮盖面部'],
        ['withdrawn', '何正平', '重复'],
      ],
    );
    const events = await stored('events', { subject: `case:${view.id}` });
    assert.deepEqual(
      events.map(({ action }) => String(action)).filter((action) => action.startsWith('case.evidence')),
      ['case.evidenceAdded', 'case.evidenceSeen', 'case.evidenceCopied', 'case.evidenceWithdrawn'],
    );
    assert.deepEqual(piece.withdrawn, { on: '2026-03-02', by: '何正平', reason: '重复' });
    assert.deepEqual(piece.actions, []);
  });

  it('covers parts of a picture on a copy so that nothing shines through, and leaves the original as it came', async () => {
    const piece = await addPhoto(as, view);
    const box = { left: 250, top: 0, width: 500, height: 1000 };
    const body = { boxes: [box], reason: '遮盖证件号码' };
    const after = await ok<EvidenceView>(
      change(as('inspector'), `/evidence/${piece.id}/redact`, piece, body),
    );
    const [copy] = after.copies;
    assert.ok(copy);
    assert.equal(after.sha256, piece.sha256);
    const bytes = await storedBytes(copy.sha256);
    assert.equal((await sharp(bytes).metadata()).exif, undefined);
    const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    assert.ok(info.width < 400, 'the copy is resampled');
    const at = (x: number, y: number): number => data[Math.floor(y) * info.width + Math.floor(x)] ?? -1;
    const covered: number[] = [];
    for (let x = 0.27; x < 0.73; x += 0.02)
      for (let y = 0.05; y < 1; y += 0.1) covered.push(at(x * info.width, y * info.height));
    assert.ok(Math.max(...covered) <= 8, `brightest covered pixel: ${Math.max(...covered)}`);
    const open = Array.from({ length: 40 }, (_, y) => at(10, y));
    assert.ok(Math.max(...open) - Math.min(...open) > 20, 'the rest can still be seen');
    assert.equal((await as('head').get(`/files/${copy.file.id}`)).status, 200);
  });

  it('refuses to cover beyond a picture’s edge, from an old version, and by the intake desk', async () => {
    const piece = await addPhoto(as, view);
    const door = `/evidence/${piece.id}/redact`;
    const wide = { boxes: [{ left: 600, top: 0, width: 500, height: 10 }], reason: 'x' };
    assert.equal(await refusal(change(as('inspector'), door, piece, wide)), '422 invalidInput boxes.0');
    const fine = { boxes: [{ left: 0, top: 0, width: 10, height: 10 }], reason: 'x' };
    assert.equal(await refusal(change(as('inspector'), door, { version: 9 }, fine)), '412 staleVersion');
    assert.equal(await refusal(change(as('clerk'), door, piece, fine)), '403 forbidden');
  });

  it('is there for the staff of the office alone', async () => {
    const piece = await addPhoto(as, view);
    for (const who of ['otherInspector', 'otherHead'] as const) {
      assert.equal((await as(who).get(`/cases/${view.id}/evidence`)).status, 404, who);
      assert.equal((await as(who).get(`/evidence/${piece.id}`)).status, 404, who);
      assert.equal((await as(who).get(`/files/${piece.file?.id}`)).status, 404, who);
    }
    for (const who of ['leader', 'worker'] as const)
      assert.equal((await as(who).get(`/evidence/${piece.id}`)).status, 403, who);
    assert.equal((await as('nobody').get(`/evidence/${piece.id}`)).status, 401);
  });

  it('takes in what a complaint and the case hold, each content once, and a second time nothing', async () => {
    const mine = await upload('clerk', await photo(), '工资条.jpg');
    const { id } = await acceptedComplaint(as, { fileIds: [mine] });
    let filed = await ok<CaseView>(as('inspector').create('/cases', filing([id])));
    const own = await upload('inspector', await photo(), '门口.jpg');
    filed = await ok(move(as('inspector'), filed, 'add-evidence', { fileIds: [own], note: '现场' }));
    const door = `/cases/${filed.id}/evidence`;
    const before = await ok<EvidenceSources>(as('clerk').get(`${door}/sources`));
    assert.deepEqual(
      before.sources.map(({ files, fresh }) => [files, fresh]),
      [
        [1, 1],
        [1, 1],
      ],
    );
    assert.equal((await ok<EvidenceTaken>(as('inspector').create(`${door}/take-in`, {}))).taken, 2);
    assert.equal((await ok<EvidenceTaken>(as('inspector').create(`${door}/take-in`, {}))).taken, 0);
    const rows = await listOf(as, filed);
    assert.deepEqual(
      rows.map(({ title, side, kind }) => [title, side, kind]),
      [
        ['工资条.jpg', 'complainant', 'photo'],
        ['门口.jpg', 'office', 'photo'],
      ],
    );
    assert.equal((await listOf(as, filed, 'inspector', { side: 'office' })).length, 1);
    assert.equal((await listOf(as, filed, 'inspector', { q: '工资条' })).length, 1);
  });

  it('hides what came with a report from everybody but the two inspectors of the case', async () => {
    const mine = await upload('clerk', await photo(), '举报照片.jpg');
    const { id } = await acceptedComplaint(as, { intakeKind: 'REPORT', fileIds: [mine] });
    const filed = await ok<CaseView>(as('inspector').create('/cases', filing([id])));
    const door = `/cases/${filed.id}/evidence`;
    assert.equal((await ok<EvidenceTaken>(as('head').create(`${door}/take-in`, {}))).taken, 0);
    assert.equal((await ok<EvidenceTaken>(as('inspector').create(`${door}/take-in`, {}))).taken, 1);
    const [hidden] = await listOf(as, filed);
    assert.equal(hidden?.isHidden, true);
    for (const who of ['head', 'inspector3', 'clerk'] as const) {
      assert.deepEqual(await listOf(as, filed, who), [], who);
      assert.equal((await as(who).get(`/evidence/${hidden.id}`)).status, 404, who);
      assert.equal((await as(who).get(`/evidence/${hidden.id}/thumbnail`)).status, 404, who);
    }
    assert.equal((await listOf(as, filed, 'inspector2')).length, 1);
  });

  it('takes no more once the case is closed, and is corrected in words only', async () => {
    const piece = await addPhoto(as, view);
    const edited = { title: '大门照片（东侧）', side: 'thirdParty' };
    const after = await ok<EvidenceView>(
      change(as('inspector'), `/evidence/${piece.id}/edit`, piece, edited),
    );
    assert.deepEqual(
      [after.title, after.side, after.sha256],
      ['大门照片（东侧）', 'thirdParty', piece.sha256],
    );
    assert.equal(
      await refusal(change(as('inspector'), `/evidence/${piece.id}/edit`, piece, edited)),
      '412 staleVersion',
    );
    const asked = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    const waiting = await ok<CaseView>(
      move(as('inspector'), asked, 'ask-closure', { code: 'NOT_FOUND', statement: '查无欠薪' }),
    );
    await ok(move(as('head'), waiting, 'approve-closure'));
    const fileId = await upload('inspector', await photo(), 'z.jpg');
    assert.equal(
      await refusal(as('inspector').create(`/cases/${view.id}/evidence`, words({ fileId }))),
      '409 conflict',
    );
  });

  it('keeps a record of the system as it was at that moment, whatever becomes of it later', async () => {
    const posting = {
      ...{
        _id: new mongoose.Types.ObjectId(),
        projectId: 'f'.repeat(24),
        areaCode: '532601',
        branchCode: '1',
      },
      ...{
        direction: 'in',
        kind: 'labourCost',
        amountFen: 5_000_001,
        on: '2026-02-10',
        counterparty: '建设单位',
      },
      ...{ bankRef: 'R-1', balanceFen: 5_000_001, place: 1 },
    };
    const postings = mongoose.connection.collection('wageTransactions');
    await postings.insertOne(posting);
    const body = words({ kind: 'bankRow', record: { kind: 'bankRow', id: String(posting._id) } });
    const made = await ok<EvidenceView>(as('inspector').create(`/cases/${view.id}/evidence`, body));
    const foreign = words({ kind: 'bankRow', record: { kind: 'bankRow', id: String(posting._id) } });
    const elsewhere = await as('otherInspector').create(`/cases/${view.id}/evidence`, foreign);
    assert.equal(elsewhere.status, 404);
    await postings.updateOne({ _id: posting._id }, { $set: { amountFen: 1 } });
    const seen = await ok<EvidenceView>(as('clerk').get(`/evidence/${made.id}`));
    const frozen = JSON.parse(seen.frozen ?? '') as { kind: string; record: { amountFen: number } };
    assert.deepEqual([frozen.kind, frozen.record.amountFen], ['bankRow', 5_000_001]);
    assert.equal(
      seen.sha256,
      createHash('sha256')
        .update(seen.frozen ?? '')
        .digest('hex'),
    );
    const original = await bytesOf(as('clerk').get(`/evidence/${made.id}/original`));
    assert.equal(original.toString('utf8'), seen.frozen);
  });

  it('asks for a file of the person’s own, or a record, never both and never neither', async () => {
    const door = `/cases/${view.id}/evidence`;
    const foreign = await upload('otherInspector', await photo(), 'x.jpg');
    const none = 'f'.repeat(24);
    const cases: [object, string][] = [
      [words(), '422 invalidInput fileId'],
      [words({ fileId: none }), '422 invalidInput fileId'],
      [words({ fileId: foreign }), '422 invalidInput fileId.0'],
      [words({ kind: 'bankRow', record: { kind: 'bankRow', id: none } }), '422 invalidInput record.id'],
      [words({ kind: 'photo', record: { kind: 'bankRow', id: none } }), '422 invalidInput kind'],
      [words({ kind: 'interview', fileId: none }), '422 invalidInput kind'],
      [words({ obtainedOn: '2026-03-03', fileId: none }), '422 invalidInput obtainedOn'],
    ];
    for (const [body, expected] of cases)
      assert.equal(await refusal(as('inspector').create(door, body)), expected, JSON.stringify(body));
  });
});
