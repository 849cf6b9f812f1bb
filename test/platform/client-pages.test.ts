import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { compressPages } from '../../server/compress-pages.ts';
import { clientPages } from '../../server/platform/http/client-pages.ts';

const SCRIPT = `export const words = ${JSON.stringify('农民工工资'.repeat(200))};\n`;
const LISTED = [{ path: '^/m/new/?$', files: ['assets/new-1.js', 'assets/new-1.css'] }];

describe('the built pages', () => {
  const dist = mkdtempSync(join(tmpdir(), 'client-pages-'));
  const app = express().use(clientPages(dist));
  const script = (encodings: string) =>
    request(app).get('/assets/phone-1.js').set('accept-encoding', encodings).buffer(true);

  before(async () => {
    mkdirSync(join(dist, 'assets'));
    writeFileSync(join(dist, 'assets/phone-1.js'), SCRIPT);
    writeFileSync(join(dist, 'assets/tiny-1.js'), 'export {};');
    writeFileSync(join(dist, 'assets/photo-1.png'), Buffer.alloc(5_000));
    writeFileSync(join(dist, 'phone.html'), `<!doctype html><title>安薪</title>${'<p>安薪</p>'.repeat(200)}`);
    writeFileSync(join(dist, 'desk.html'), '<!doctype html><title>安薪</title>');
    writeFileSync(join(dist, 'first-question.html'), '<!doctype html><input type="radio">');
    writeFileSync(join(dist, 'first-loads.json'), JSON.stringify(LISTED));
    await compressPages(dist);
  });
  after(() => rmSync(dist, { recursive: true, force: true }));

  it('are compressed once, at the build: whatever is text and large enough', () => {
    assert.deepEqual(readdirSync(join(dist, 'assets')).sort(), [
      'phone-1.js',
      'phone-1.js.br',
      'phone-1.js.gz',
      'photo-1.png',
      'tiny-1.js',
    ]);
    assert.equal(
      brotliDecompressSync(readFileSync(join(dist, 'assets/phone-1.js.br'))).toString('utf8'),
      SCRIPT,
    );
    assert.equal(gunzipSync(readFileSync(join(dist, 'assets/phone-1.js.gz'))).toString('utf8'), SCRIPT);
  });

  it('are not found where a script of another version is asked for, and no page stands in for it', async () => {
    await request(app).get('/assets/phone-0.js').set('accept', '*/*').expect(404);
    await request(app).get('/complaints').set('accept', '*/*').expect(200);
  });

  it('go out as brotli to whoever takes it, whatever else is named before it', async () => {
    const answer = await script('gzip, deflate, br, zstd').expect(200);
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.match(String(answer.headers['content-type']), /^text\/javascript/u);
    const copy = readFileSync(join(dist, 'assets/phone-1.js.br'));
    assert.equal(Number(answer.headers['content-length']), copy.length);
  });

  it('go out as gzip to whoever knows no brotli or will not have it', async () => {
    for (const encodings of ['gzip, deflate', 'gzip, br;q=0']) {
      const answer = await script(encodings).expect(200);
      assert.equal(answer.headers['content-encoding'], 'gzip', encodings);
      assert.equal(answer.text, SCRIPT);
    }
  });

  it('go out as they are to everybody else, and caches keep the three apart', async () => {
    for (const encodings of ['identity', 'br;q=0']) {
      const answer = await script(encodings).expect(200);
      assert.equal(answer.headers['content-encoding'], undefined, encodings);
      assert.equal(answer.text, SCRIPT);
      assert.match(String(answer.headers['vary']), /Accept-Encoding/iu);
    }
  });

  it('keep hashed files for a year and ask for the page anew each time', async () => {
    const file = await script('br').expect(200);
    assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable');
    const page = await request(app).get('/m').set('accept', 'text/html').expect(200);
    assert.equal(page.headers['cache-control'], 'no-cache');
  });

  it('answer a browser that has the compressed copy with 304', async () => {
    const { headers } = await script('br').expect(200);
    await script('br').set('if-none-match', String(headers['etag'])).expect(304);
  });

  it('announce the files of a first screen together with its document, and only there', async () => {
    const page = (path: string) => request(app).get(path).set('accept', 'text/html').expect(200);
    assert.equal(
      (await page('/m/new')).headers['link'],
      '</api/session>; rel=preload; as=fetch; crossorigin, </assets/new-1.js>; rel=modulepreload, </assets/new-1.css>; rel=preload; as=style',
    );
    assert.equal((await page('/m/new/1/kind')).headers['link'], undefined);
  });

  it('ask the first question with the document that begins a complaint, and with no other', async () => {
    const asks = async (path: string): Promise<boolean> =>
      (await request(app).get(path).set('accept', 'text/html').expect(200)).text.includes('radio');
    for (const path of ['/m/new', '/m/new/']) assert.equal(await asks(path), true, path);
    for (const path of ['/m', '/m/new/1/kind', '/', '/new']) assert.equal(await asks(path), false, path);
  });

  it('lead nowhere outside their folder', async () => {
    for (const path of ['/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..'])
      assert.notEqual((await request(app).get(path).set('accept', 'application/json')).status, 200, path);
  });
});
