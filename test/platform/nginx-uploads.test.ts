import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:https';
import type { UploadView } from '../../server/core/contract/files.ts';
import { person, startFilesApp } from '../features/files/files-app.ts';
import type { FilesApp } from '../features/files/files-app.ts';
import { howToGet } from '../support/debian-program.ts';
import { LONG } from '../support/long-run.ts';
import { findNginx, NGINX_PACKAGES, startNginx } from '../support/nginx.ts';
import type { Nginx } from '../support/nginx.ts';
import { useStore } from '../support/store.ts';

if (LONG)
  describe('an upload through the delivered nginx.conf', () => {
    useStore();
    let app: FilesApp;
    let nginx: Nginx;
    before(async function () {
      const program = findNginx();
      if (program === null) {
        process.stderr.write(`${howToGet(NGINX_PACKAGES)}\n`);
        this.skip();
      }
      app = await startFilesApp();
      nginx = await startNginx(program, [app.port]);
    });
    after(async () => {
      await nginx.stop();
      await app.stop();
    });

    async function ask(
      method: string,
      path: string,
      body: Buffer,
      headers: Record<string, string>,
    ): Promise<{ status: number; body: Record<string, unknown> }> {
      const options = {
        method,
        rejectUnauthorized: false,
        headers: { ...app.as(person(1)).headers, ...headers },
      };
      return new Promise((resolve, reject) => {
        const sent = request(`${nginx.url}/api${path}`, options, (res) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => {
            const text = Buffer.concat(parts).toString();
            const isJson = res.headers['content-type']?.includes('json') === true;
            resolve({
              status: res.statusCode ?? 0,
              body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text }, // asserted on below
            });
          });
        });
        sent.on('error', reject);
        sent.end(body);
      });
    }

    it('begins, goes on, and is told in our own words what is wrong with a large piece', async () => {
      const bytes = randomBytes(3_000_000);
      const wanted = { name: '录音.jpg', bytes: bytes.length, purpose: 'evidence' };
      const started = await ask('POST', '/uploads', Buffer.from(JSON.stringify(wanted)), {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      });
      assert.equal(started.status, 201, JSON.stringify(started.body));
      const { id } = started.body as unknown as UploadView; // published shape
      const piece = (offset: number) =>
        ask('PATCH', `/uploads/${id}`, bytes.subarray(offset), {
          'content-type': 'application/octet-stream',
          'upload-offset': String(offset),
        });
      for (let time = 0; time < 5; time += 1) {
        const wrong = await piece(1000);
        assert.deepEqual(
          [wrong.status, wrong.body['code']],
          [409, 'uploadOffset'],
          JSON.stringify(wrong.body),
        );
      }
      assert.deepEqual((await piece(0)).body['offset'], bytes.length);
    });
  });
