import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import * as yauzl from 'yauzl';
import { unpackEntry } from '../../server/platform/files/index.ts';
import { sampleZip } from '../features/files/sample-zip.ts';
import type { SampleEntry } from '../features/files/sample-zip.ts';

async function unpacked(entry: SampleEntry): Promise<Buffer> {
  const zip = await yauzl.fromBufferPromise(sampleZip([entry]), { lazyEntries: true });
  const chunks: Buffer[] = [];
  for await (const one of zip.eachEntry())
    for await (const chunk of unpackEntry(zip, one)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('unpacking an entry of a zip', () => {
  const contents = [
    ['nothing', Buffer.alloc(0)],
    ['little', Buffer.from('工资表')],
    ['as much as goes in one go', Buffer.alloc(64 * 1024, 'a')],
    ['a byte more', Buffer.alloc(64 * 1024 + 1, 'a')],
    ['much that hardly packs', randomBytes(700_000)],
  ] as const;

  for (const [what, content] of contents) {
    it(`gives ${what} back as it was`, async () => {
      assert.ok((await unpacked({ name: 'a', content })).equals(content));
    });

    it(`stops where it holds more than was announced: ${what}`, async () => {
      const more = Buffer.concat([content, Buffer.from('!')]);
      const claims = { uncompressedSize: content.length };
      await assert.rejects(unpacked({ name: 'a', content: more, claims }), /too many bytes/u);
    });

    it(`tells of what is missing: ${what}`, async () => {
      const claims = { uncompressedSize: content.length + 1 };
      await assert.rejects(unpacked({ name: 'a', content, claims }), /not enough bytes/u);
    });
  }

  for (const bytes of [1_000, 300_000])
    it(`throws where its ${bytes} bytes end too early`, async () => {
      const content = randomBytes(bytes);
      await assert.rejects(unpacked({ name: 'a', content, claims: { compressedSize: bytes / 2 } }));
    });
});
