import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HealthView } from '../../server/core/contract/operations.ts';
import { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import type { CommandResult } from '../support/command.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { laidDemo, startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { testStore } from '../support/store.ts';

const root = mkdtempSync(join(tmpdir(), 'anxin-start-'));
const folder = (name: string): string => join(root, name);

const signedIn = async (product: Product): Promise<ApiClient> => {
  const client = new ApiClient(product.url);
  const { login, password } = demoAccount('admin');
  await client.signIn(login, password);
  return client;
};

/** What a file of the bundle was made from, as its map says. */
const sourcesOf = (file: string): string[] =>
  (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] }).sources; // a source map

describe('starting and stopping', function () {
  this.timeout(120_000);
  after(() => rmSync(root, { recursive: true, force: true }));

  it('two copies run side by side, each with its own data, and both stop with exit code 0', async () => {
    const [one, two] = await Promise.all([
      startProduct({ dataDir: folder('one') }),
      startProduct({ dataDir: folder('two') }),
    ]);
    const made = await (
      await signedIn(one)
    ).create('/users', {
      name: '只在甲处',
      login: 'onlyone',
      invite: false,
      grants: [{ role: 'clerk', areaCode: '532601' }],
    });
    assert.equal(made.status, 201);
    const elsewhere = await (await signedIn(two)).get<{ total: number }>('/users?q=onlyone');
    assert.equal(elsewhere.body.total, 0);
    assert.deepEqual(await Promise.all([one.stop(), two.stop()]), [0, 0]);
    assert.match((await laidDemo()).printed, /演示账号.*\n(.*\n)*.*admin/);
  });

  it('prints the demo accounts at the first start only, and says on the health page what store it has', async () => {
    const again = await startProduct({ dataDir: folder('one') });
    const health = (await (await signedIn(again)).get<HealthView>('/health')).body;
    await again.stop();
    assert.doesNotMatch(again.output(), /演示账号/);
    const store = health.checks.find((check) => check.name === 'store');
    assert.equal(store?.facts['kind'], 'embedded');
    assert.match(store?.en ?? '', /one machine, no copy elsewhere/);
  });

  it('loads no embedded code when MONGODB_URI names a store', async () => {
    const { uri } = await testStore();
    const coverage = folder('coverage');
    const product = await startProduct({
      dataDir: folder('mongodb'),
      entry: 'server/main.ts',
      env: { MONGODB_URI: uri, NODE_V8_COVERAGE: coverage, DEMO: 'false' },
    });
    assert.equal(await product.stop(), 0);
    const loaded = readdirSync(coverage)
      .flatMap(
        (file) =>
          (JSON.parse(readFileSync(join(coverage, file), 'utf8')) as { result: { url: string }[] }).result,
      ) // V8's format
      .filter((script) => /\/server\/dist-[^/]+\/[^/]+\.js$/u.test(script.url))
      .flatMap(({ url }) => sourcesOf(fileURLToPath(url)));
    assert.ok(
      loaded.some((source) => source.endsWith('/platform/open-store.ts')),
      'the coverage lists what was loaded',
    );
    assert.deepEqual(
      loaded.filter((source) => source.includes('/platform/embedded/')),
      [],
    );
  });

  const REFUSED: [string, Record<string, string>, RegExp][] = [
    [
      'production without https, mail and own data',
      { NODE_ENV: 'production', DEMO: 'true' },
      /https[\s\S]*DEMO[\s\S]*SMTP_URL/,
    ],
    [
      'a store that does not answer',
      { MONGODB_URI: 'mongodb://127.0.0.1:1/anxin?serverSelectionTimeoutMS=300' },
      /could not start/,
    ],
  ];
  const refused: Promise<CommandResult>[] = [];
  // One waits ten seconds for its store; the others need not wait for that.
  before(() => {
    for (const [index, [, env]] of REFUSED.entries())
      refused.push(
        runCommandLine('server/main.ts', [], { DATA_DIR: folder(`refused-${index}`), PORT: '0', ...env }),
      );
  });
  for (const [index, [what, , sentence]] of REFUSED.entries()) {
    it(`refuses to start with ${what}, in one sentence and exit code 1`, async () => {
      const done = await refused[index];
      assert.ok(done);
      assert.equal(done.code, 1);
      assert.match(done.err, sentence);
      assert.doesNotMatch(done.err, /\n\s+at /, 'no stack');
    });
  }
});
