import assert from 'node:assert/strict';
import { checkFiles } from '../../../server/features/operations/health/check-files.ts';
import type { S3Server } from '../../support/s3-server.ts';
import { startS3Server } from '../../support/s3-server.ts';

describe('the health of the file service', () => {
  let service: S3Server;
  before(async () => {
    service = await startS3Server();
  });
  after(() => service.close());

  const look = async (over: Partial<S3Server['settings']>): Promise<string[]> => {
    const { level, zh, en, facts } = await checkFiles({ s3: { ...service.settings, ...over } });
    assert.equal(`${zh}${en}${JSON.stringify(facts)}`.includes(service.settings.secret), false);
    return [level, en];
  };

  it('is good where files lie on the disk, and where the bucket can be listed and read', async () => {
    assert.equal((await checkFiles({ s3: undefined })).level, 'good');
    assert.deepEqual(await look({}), ['good', 'The bucket anxin-files answers']);
    assert.equal(service.objects.size, 0, 'nothing was written');
  });

  it('is bad, each time in words of its own, with a wrong secret, without the bucket and without an answer', async () => {
    const [wrong, missing, away] = await Promise.all([
      look({ secret: 'another-secret-entirely' }),
      look({ bucket: 'nobodys-files' }),
      look({ endpoint: 'http://127.0.0.1:9' }),
    ]);
    assert.match(wrong.join(' '), /^bad .* key or secret are wrong/u);
    assert.match(missing.join(' '), /^bad .* has no bucket nobodys-files$/u);
    assert.match(away.join(' '), /^bad .* does not answer/u);
  });
});
