import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserView } from '../../server/core/contract/accounts.ts';
import type { Page } from '../../server/core/contract/page.ts';
import { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { LONG } from '../support/long-run.ts';
import { startProduct } from '../support/product.ts';

const backup = (dataDir: string, ...args: string[]) =>
  runCommandLine('server/cli/backup.ts', args, { DATA_DIR: dataDir });
const restore = (dataDir: string, from: string) =>
  runCommandLine('server/cli/restore.ts', ['--from', from], { DATA_DIR: dataDir });

describe('backup and restore', function () {
  this.timeout(120_000);
  const root = mkdtempSync(join(tmpdir(), 'anxin-backup-'));
  const source = join(root, 'source');
  after(() => rmSync(root, { recursive: true, force: true }));

  /** Signs in on a product over this folder and reads the account made before the backup. */
  const accountIn = async (dataDir: string): Promise<UserView | undefined> => {
    const product = await startProduct({ dataDir });
    try {
      const admin = new ApiClient(product.url);
      const { login, password } = demoAccount('admin');
      await admin.signIn(login, password);
      return (await admin.get<Page<UserView>>('/users?q=beifen')).body.items[0];
    } finally {
      await product.stop();
    }
  };

  before(async () => {
    const product = await startProduct({ dataDir: source });
    try {
      const admin = new ApiClient(product.url);
      const { login, password } = demoAccount('admin');
      await admin.signIn(login, password);
      const made = await admin.create('/users', {
        name: '备份验证',
        login: 'beifen',
        phone: '13900001234',
        invite: false,
        grants: [{ role: 'clerk', areaCode: '532601' }],
      });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      // All three while the product runs.
      for (const args of [
        ['--to', join(root, 'copy'), '--with-secrets'],
        ['--to', join(root, 'bare')],
        ['--to', join(root, 'dump'), '--dump', '--with-secrets'],
      ]) {
        const done = await backup(source, ...args);
        assert.equal(done.code, 0, done.err);
      }
    } finally {
      await product.stop();
    }
  });

  for (const kind of LONG ? ['copy', 'dump'] : ['dump']) {
    it(`brings everything back from a ${kind}: accounts, sealed phone numbers, whole chains`, async () => {
      const target = join(root, `from-${kind}`);
      const done = await restore(target, join(root, kind));
      assert.equal(done.code, 0, done.err);
      assert.equal((await accountIn(target))?.phoneMasked, '139****1234');
      const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: target });
      assert.equal(verdict.code, 0, verdict.out + verdict.err);
    });
  }

  it('refuses keys that do not fit, before anything is written', async () => {
    const target = join(root, 'other-keys');
    const done = await restore(target, join(root, 'bare'));
    assert.equal(done.code, 1);
    assert.match(done.err, /密钥与备份不符.*keys do not fit/);
    assert.ok(!existsSync(join(target, 'store')));
  });

  it('refuses to write over data, over a full folder, and from a backup that was cut short', async () => {
    assert.equal((await restore(source, join(root, 'copy'))).code, 1);
    assert.equal((await backup(source, '--to', join(root, 'copy'))).code, 1);
    rmSync(join(root, 'bare', 'backup.json'));
    const cut = await restore(join(root, 'never'), join(root, 'bare'));
    assert.match(cut.err, /没有完整的备份/);
    writeFileSync(join(root, 'bare', 'backup.json'), '{}');
    assert.match((await restore(join(root, 'never'), join(root, 'bare'))).err, /damaged/);
  });
});
