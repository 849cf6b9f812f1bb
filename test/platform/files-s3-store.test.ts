import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../server/platform/app-error.ts';
import type { FileStore } from '../../server/platform/files/index.ts';
import { openS3FileStore } from '../../server/platform/files/s3-file-store.ts';
import { s3Signature } from '../support/s3-signature.ts';
import { startS3Server } from '../support/s3-server.ts';
import type { S3Server } from '../support/s3-server.ts';
import { CUTOFF, itIsAFileStore, LONG_AGO, put, read, sha256 } from './file-store-contract.ts';

describe('The file store in an S3 bucket', function () {
  this.timeout(30_000);
  let s3: S3Server;
  let spool: string;
  let store: FileStore;
  beforeEach(async () => {
    s3 = await startS3Server();
    spool = mkdtempSync(join(tmpdir(), 'anxin-s3-'));
    store = openS3FileStore(s3.settings, spool);
  });
  afterEach(async () => {
    await s3.close();
    rmSync(spool, { recursive: true, force: true });
  });

  const age = (name: string, to: Date): void => {
    const kept = s3.objects.get(`content/${name}`);
    assert.ok(kept);
    kept.changedAt = to;
  };

  itIsAFileStore(() => ({ store, age }));

  it('leaves nothing in the folder where files wait to be sent', async () => {
    await put(store, 'sent');
    s3.fail(3, 500);
    await assert.rejects(put(store, 'not sent'));
    assert.deepEqual(readdirSync(spool), []);
    assert.deepEqual([...s3.objects.keys()], [`content/${sha256('sent')}`]);
  });

  for (const [what, how] of [
    ['answers with 503', 503],
    ['hangs up', 'cut'],
  ] as const) {
    it(`tries again when the service ${what}, and says that it is away when it goes on so`, async () => {
      s3.fail(2, how);
      const { sha256: name } = await put(store, 'in the end');
      assert.equal(await read(store, name), 'in the end');
      s3.fail(99, how);
      const away = (error: unknown): boolean =>
        error instanceof AppError &&
        error.code === 'storeUnavailable' &&
        Number(error.details['retryAfter']) > 0;
      await assert.rejects(put(store, 'never'), away);
      await assert.rejects(store.get(name), away);
      s3.fail(0, how);
      assert.equal(await read(store, name), 'in the end');
    });
  }

  it('is refused with a wrong secret, and does not take that for missing files', async () => {
    const { sha256: name } = await put(store, 'kept');
    const stranger = openS3FileStore({ ...s3.settings, secret: 'guessed' }, spool);
    await assert.rejects(stranger.get(name));
    await assert.rejects(put(stranger, 'forged'));
    assert.deepEqual(new Set(s3.refused), new Set(['SignatureDoesNotMatch']));
    assert.equal(await read(store, name), 'kept');
  });

  it('clears what killed processes left: files not sent and marks of removals', async () => {
    await writeFile(join(spool, 'old'), 'half');
    await utimes(join(spool, 'old'), LONG_AGO, LONG_AGO);
    await writeFile(join(spool, 'young'), 'half');
    s3.objects.set(`removing/${'a'.repeat(64)}`, { bytes: Buffer.alloc(0), changedAt: LONG_AGO });
    assert.equal(await store.tidy(CUTOFF), 2);
    assert.deepEqual(readdirSync(spool), ['young']);
    assert.deepEqual([...s3.objects.keys()], []);
  });
});

/** Amazon S3's documentation, "Authenticating Requests: Using the Authorization Header", examples. */
describe('The S3 service of the tests', () => {
  const by = { secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', day: '20130524', region: 'us-east-1' };
  const host = 'examplebucket.s3.amazonaws.com';
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const date = '20130524T000000Z';

  it('reckons the signature of the published GET', () => {
    const headers = { host, range: 'bytes=0-9', 'x-amz-content-sha256': empty, 'x-amz-date': date };
    assert.equal(
      s3Signature(
        { method: 'GET', url: '/test.txt', headers },
        { ...by, signedHeaders: Object.keys(headers) },
      ),
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  it('reckons the signature of the published PUT', () => {
    const headers = {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      host,
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      'x-amz-date': date,
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    };
    assert.equal(
      s3Signature(
        { method: 'PUT', url: '/test%24file.text', headers },
        { ...by, signedHeaders: Object.keys(headers) },
      ),
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    );
  });

  it('reckons the signature of the published list', () => {
    const headers = { host, 'x-amz-content-sha256': empty, 'x-amz-date': date };
    assert.equal(
      s3Signature(
        { method: 'GET', url: '/?max-keys=2&prefix=J', headers },
        { ...by, signedHeaders: Object.keys(headers) },
      ),
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
  });
});
