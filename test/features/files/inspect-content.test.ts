import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { FilePurpose } from '../../../server/core/contract/files.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { inspectContent } from '../../../server/features/files/content/inspect-content.ts';
import { ZIP_LIMITS } from '../../../server/features/files/content/zip-guard.ts';
import * as sample from './samples.ts';
import { sampleZip, wordEntries, workbookEntries } from './sample-zip.ts';

describe('The content of an upload', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'anxin-content-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function inspect(bytes: Buffer | string, purpose: FilePurpose = 'evidence') {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return inspectContent(path, purpose);
  }

  async function refusal(bytes: Buffer | string, purpose: FilePurpose = 'evidence'): Promise<AppError> {
    const error: unknown = await inspect(bytes, purpose).then(
      (found) => assert.fail(`it was taken as ${found.kind}`),
      (found: unknown) => found,
    );
    assert.ok(error instanceof AppError, String(error));
    return error;
  }

  const isRefused = async (
    bytes: Buffer | string,
    why: RegExp,
    purpose: FilePurpose = 'evidence',
  ): Promise<void> => {
    const error = await refusal(bytes, purpose);
    assert.equal(error.code, 'fileTypeRefused');
    assert.match(String(error.details['whyEn']), why);
    assert.doesNotMatch(String(error.details['whyEn']), /\p{Script=Han}/u);
    assert.doesNotMatch(String(error.details['why']), / \/ /);
    assert.notEqual(error.details['accepted'], '');
  };
  const isBroken = async (bytes: Buffer, purpose: FilePurpose = 'evidence'): Promise<void> =>
    assert.equal((await refusal(bytes, purpose)).code, 'fileBroken');

  describe('is known by its bytes', () => {
    const kinds: readonly [kind: string, make: () => Buffer | Promise<Buffer>][] = [
      ['jpeg', sample.jpeg],
      ['png', sample.png],
      ['webp', sample.webp],
      ['pdf', sample.pdf],
      ['mp3', sample.mp3],
      ['m4a', sample.m4a],
      ['amr', sample.amr],
      ['wav', sample.wav],
      ['ogg', sample.ogg],
      ['webm', sample.webm],
      ['mp4', sample.mp4],
    ];
    for (const [kind, make] of kinds) {
      it(`as ${kind}, for evidence`, async () => {
        const bytes = await make();
        const found = await inspect(bytes);
        assert.equal(found.kind, kind);
        assert.equal(found.bytes, bytes.length);
      });
    }

    it('as workbook and as Word document', async () => {
      assert.equal((await inspect(sampleZip(workbookEntries()), 'rosterWorkbook')).kind, 'xlsx');
      assert.equal((await inspect(sampleZip(wordEntries()), 'document')).kind, 'docx');
    });

    it('as a live recording whose length was left open', async () => {
      assert.equal((await inspect(sample.webm(true))).kind, 'webm');
    });
  });

  describe('is a kind its purpose takes', () => {
    it('or is refused with the list of what is taken', async () => {
      const error = await refusal(sample.pdf(), 'avatar');
      assert.deepEqual(error.details, { why: 'PDF', whyEn: 'PDF', accepted: 'JPEG, PNG, WebP' });
      await isRefused(sampleZip(workbookEntries()), /XLSX/, 'evidence');
      await isRefused(sampleZip(wordEntries()), /DOCX/, 'rosterWorkbook');
      await isRefused(await sample.jpeg(), /JPEG/, 'document');
    });

    it('so that HEIC, SVG, HTML, old Office, plain zips and programs are refused by name', async () => {
      await isRefused(sample.heic(), /HEIC/);
      await isRefused('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /SVG/);
      await isRefused('<?xml version="1.0"?>\n<svg onload="alert(1)"></svg>', /SVG/);
      await isRefused('<!DOCTYPE html><script>alert(1)</script>', /HTML/);
      await isRefused(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'), /Office/, 'document');
      await isRefused(sampleZip([{ name: 'a.txt', content: 'a' }]), /ZIP/, 'document');
      await isRefused(Buffer.from('MZ'.padEnd(200, '\0')), /EXE/);
      await isRefused('just words', /unknown/);
    });

    it('and an empty file is broken', () => isBroken(Buffer.alloc(0)));
  });

  describe('of a picture', () => {
    it('is decoded whole, measured as it is looked at, and drawn small without place and device', async () => {
      const bytes = await sample.phoneJpeg();
      assert.ok((await sharp(bytes).metadata()).exif);
      const { picture } = await inspect(bytes);
      assert.deepEqual([picture?.width, picture?.height], [300, 400]);
      const small = await sharp(picture?.thumbnail).metadata();
      assert.deepEqual([small.format, small.width, small.height, small.exif], ['webp', 300, 400, undefined]);
    });

    it('is drawn at most 480 pixels long', async () => {
      const { picture } = await inspect(await sample.png(2000, 1000));
      const small = await sharp(picture?.thumbnail).metadata();
      assert.deepEqual([small.width, small.height], [480, 240]);
    });

    it('that is cut off is broken, wherever the cut is', async () => {
      for (const bytes of [await sample.noisyJpeg(), await sample.png(300, 300), await sample.webp()]) {
        for (const part of [0.3, 0.6, 0.95])
          await isBroken(bytes.subarray(0, Math.floor(bytes.length * part)));
      }
    });

    it('that is cut off and ended by hand is broken', async () => {
      const bytes = await sample.noisyJpeg();
      await isBroken(Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0xff, 0xd9])]));
    });

    it('with more pixels than memory is refused before it is decoded', async () => {
      const huge = await sample.png();
      huge.writeUInt32BE(60_000, 16);
      huge.writeUInt32BE(60_000, 20);
      assert.notEqual((await refusal(huge)).code, 'internal');
    });

    it('followed by a zip, a page, a PDF or anything unknown is refused', async () => {
      const tails = [
        sampleZip([{ name: 'a', content: 'a' }]),
        '<script>alert(1)</script>',
        sample.pdf(),
        'stowaway',
      ];
      for (const picture of [await sample.jpeg(), await sample.png(), await sample.webp()]) {
        for (const tail of tails) await isRefused(Buffer.concat([picture, Buffer.from(tail)]), /inside/);
      }
    });

    it('that begins as a page or a PDF in its comment is refused', async () => {
      for (const guest of ['<html><script>alert(1)</script>', '%PDF-1.7']) {
        const bytes = await sample.jpeg();
        const comment = Buffer.alloc(4 + guest.length);
        comment.writeUInt16BE(0xfffe, 0);
        comment.writeUInt16BE(2 + guest.length, 2);
        comment.write(guest, 4, 'latin1');
        await isRefused(Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]), /inside/);
      }
    });

    it('keeps what phones put behind a photo: padding, further photos, a short film', async () => {
      const one = await sample.jpeg();
      for (const tail of [Buffer.alloc(64), await sample.jpeg(32, 32), sample.mp4()]) {
        assert.equal((await inspect(Buffer.concat([one, tail]))).kind, 'jpeg');
      }
    });

    it('whose film hides a zip is refused', async () => {
      const film = Buffer.concat([
        sample.mp4(),
        sample.box('free', sampleZip([{ name: 'a', content: 'a' }])),
      ]);
      await isRefused(Buffer.concat([await sample.jpeg(), film]), /ZIP/);
      await isRefused(film, /ZIP/);
    });
  });

  describe('of a PDF', () => {
    it('that is cut off is broken', async () => {
      const bytes = sample.pdf('% '.padEnd(3000, 'x') + '\n');
      for (const part of [0.2, 0.5, 0.9, 0.99])
        await isBroken(bytes.subarray(0, Math.floor(bytes.length * part)));
    });

    it('whose trailer points nowhere is broken', async () => {
      await isBroken(
        Buffer.from(
          sample
            .pdf()
            .toString('latin1')
            .replace(/startxref\n\d+/, 'startxref\n999999'),
          'latin1',
        ),
      );
      await isBroken(
        Buffer.from(
          sample
            .pdf()
            .toString('latin1')
            .replace(/startxref\n\d+/, 'startxref\n3'),
          'latin1',
        ),
      );
    });

    it('followed by a zip or a page is refused', async () => {
      await isRefused(Buffer.concat([sample.pdf(), sampleZip(workbookEntries())]), /inside/);
      await isRefused(Buffer.concat([sample.pdf(), Buffer.from('<script>1</script>')]), /inside/);
    });

    it('that stands behind something else is refused', async () => {
      await isRefused(Buffer.concat([Buffer.from('MZ junk\n'), sample.pdf()]), /./);
    });
  });

  describe('of a workbook', () => {
    const workbook = (...extra: Parameters<typeof sampleZip>[0]): Buffer =>
      sampleZip([...workbookEntries(), ...extra]);
    const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);

    it('that is cut off is broken', async () => {
      const bytes = workbook({ name: 'xl/a.xml', content: 'a'.repeat(5000) });
      for (const part of [0.3, 0.6, 0.97])
        await isBroken(bytes.subarray(0, Math.floor(bytes.length * part)), 'document');
    });

    it('with a damaged part is broken', async () => {
      await isBroken(workbook({ name: 'xl/a.xml', content: 'abc', claims: { crc: 1 } }), 'document');
    });

    it('that unpacks to a hundred times its size is refused before it is unpacked', () =>
      isRefused(workbook({ name: 'xl/a.xml', content: zeros(8 * 1024 * 1024) }), /bomb/, 'document'));

    it('whose parts together are too large is refused', () => {
      const claims = { uncompressedSize: ZIP_LIMITS.totalBytes, compressedSize: ZIP_LIMITS.totalBytes / 10 };
      return isRefused(workbook({ name: 'xl/a.xml', content: 'a', claims }), /bomb/, 'document');
    });

    it('that lies about the size of a part is cut off while unpacking', async () => {
      const claims = { uncompressedSize: 1000 };
      await isBroken(workbook({ name: 'xl/a.xml', content: zeros(50 * 1024 * 1024), claims }), 'document');
    });

    it('with too many parts is refused', () =>
      isRefused(
        workbook(...Array.from({ length: 199 }, (_, n) => ({ name: `xl/${n}.xml` }))),
        /bomb/,
        'document',
      ));

    it('with a part twice, two parts in one place, or a path out of the file is refused or broken', async () => {
      await isRefused(workbook({ name: 'xl/WORKBOOK.xml', content: 'x' }), /irregular/, 'document');
      await isRefused(workbook({ name: 'xl/a.xml', offset: 0 }), /irregular/, 'document');
      for (const name of ['../evil', '/etc/passwd', 'C:/evil', 'a\\..\\b']) {
        assert.match(
          (await refusal(workbook({ name, content: 'x' }), 'document')).code,
          /fileBroken|fileTypeRefused/,
        );
      }
    });

    it('that cannot be read is told what it is and what to do, large as it may be', async () => {
      const old = Buffer.alloc(9 * 1024 * 1024);
      Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(old);
      const locked = Buffer.from(old);
      locked.write('EncryptedPackage', 256 * 1024 - 7, 'utf16le'); // across the border of two blocks
      const macros = workbook({ name: 'xl/vbaProject.bin', content: 'a' });
      for (const [bytes, words] of [
        [old, /旧版 Excel 文件（\.xls）.*另存为 \.xlsx/],
        [locked, /设有打开密码.*去掉打开密码/],
        [workbook({ name: 'xl/a.xml', content: 'a', claims: { flags: 1 } }), /去掉打开密码/],
        [macros, /含有宏.*另存为/],
      ] as const) {
        const startedAt = performance.now();
        const { code, details } = await refusal(bytes, 'rosterWorkbook');
        assert.equal(code, 'workbookRefused');
        assert.match(String(details['zh']), words);
        assert.ok(performance.now() - startedAt < 2_000);
      }
    });

    it('that is encrypted or holds macros is refused', async () => {
      await isRefused(
        workbook({ name: 'xl/a.xml', content: 'a', claims: { flags: 1 } }),
        /encrypted/,
        'document',
      );
      await isRefused(workbook({ name: 'xl/vbaProject.bin', content: 'a' }), /macros/, 'document');
    });

    it('with something before or behind it is refused or broken', async () => {
      await isBroken(Buffer.concat([workbook(), Buffer.from('<script>')]), 'document');
      await isRefused(sampleZip(workbookEntries(), '<script>'), /irregular/, 'document');
      assert.ok(await refusal(Buffer.concat([Buffer.from('PK\x03\x04 prefix'), workbook()]), 'document'));
    });
  });

  describe('of a recording', () => {
    it('that is cut off is broken', async () => {
      for (const bytes of [
        sample.mp4(),
        sample.m4a(),
        sample.wav(),
        sample.ogg(),
        sample.amr(),
        sample.webm(),
      ]) {
        await isBroken(bytes.subarray(0, bytes.length - 3));
      }
    });

    it('followed by something else is refused', async () => {
      for (const bytes of [sample.wav(), sample.ogg(), sample.webm()]) {
        await isRefused(Buffer.concat([bytes, Buffer.from('stowaway!')]), /inside/);
      }
    });

    it('of every kind that is also a zip is refused', async () => {
      const zip = sampleZip([{ name: 'a', content: 'a' }]);
      for (const bytes of [
        sample.mp4(),
        sample.mp3(),
        sample.wav(),
        sample.ogg(),
        sample.amr(),
        sample.webm(true),
      ]) {
        await isRefused(Buffer.concat([bytes, zip]), /ZIP/);
      }
    });
  });
});
