import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { UserView } from '../../server/core/contract/accounts.ts';
import type { Page } from '../../server/core/contract/page.ts';
import type { Secrets } from '../../server/platform/secrets.ts';
import { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startProduct } from '../support/product.ts';

const backup = (dataDir: string, ...args: string[]) =>
  runCommandLine('server/cli/backup.ts', args, { DATA_DIR: dataDir });
const restore = (dataDir: string, ...args: string[]) =>
  runCommandLine('server/cli/restore.ts', args, { DATA_DIR: dataDir });

/** A person of this test alone, who must be read in no backup. */
const NAME = '备份验证甲';

describe('backup and restore', function () {
  this.timeout(180_000);
  const root = mkdtempSync(join(tmpdir(), 'anxin-backup-'));
  const source = join(root, 'source');
  const phrase = join(root, 'passphrase');
  const sealed = ['--passphrase-file', phrase, '--with-secrets'];
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
    writeFileSync(phrase, 'a sentence of some length\n');
    const product = await startProduct({ dataDir: source });
    try {
      const admin = new ApiClient(product.url);
      const { login, password } = demoAccount('admin');
      await admin.signIn(login, password);
      const made = await admin.create('/users', {
        name: NAME,
        login: 'beifen',
        phone: '13900001234',
        invite: false,
        grants: [{ role: 'clerk', areaCode: '532601' }],
      });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      // All while the product runs.
      for (const args of [
        ['--to', join(root, 'copy'), ...sealed],
        ['--into', join(root, 'shelf'), '--keep', '2'],
        ...(LONG ? [['--to', join(root, 'dump'), '--dump', ...sealed]] : []),
      ]) {
        const done = await backup(source, ...args);
        assert.equal(done.code, 0, done.err);
      }
    } finally {
      await product.stop();
    }
  });

  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('holds nothing that could be read: no name, no key', () => {
    const inStore = readFileSync(join(source, 'store', 'data.mdb'));
    assert.ok(inStore.includes(NAME), 'it lies in the store itself');
    const { blindIndexKey } = JSON.parse(readFileSync(join(source, 'secrets.json'), 'utf8')) as Secrets; // its own file
    for (const folder of ['copy', 'shelf'])
      for (const path of files(join(root, folder)))
        for (const word of [NAME, 'beifen', blindIndexKey, 'PRIVATE KEY'])
          assert.ok(!readFileSync(path).includes(word), `${word} in ${path}`);
    assert.deepEqual(
      readdirSync(source).filter((name) => name.includes('work')),
      [],
    );
  });

  for (const kind of LONG ? ['copy', 'dump'] : ['copy'])
    it(`brings everything back from a ${kind}: accounts, sealed phone numbers, whole chains`, async () => {
      const target = join(root, `from-${kind}`);
      const wrong = await restore(target, '--from', join(root, kind));
      assert.match(wrong.err, /--passphrase-file/u);
      const done = await restore(target, '--from', join(root, kind), '--passphrase-file', phrase);
      assert.equal(done.code, 0, done.err);
      assert.equal((await accountIn(target))?.phoneMasked, '139****1234');
      const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: target });
      assert.equal(verdict.code, 0, verdict.out + verdict.err);
    });

  it('goes back to the last backup before a moment and says which it is; killed in the middle it goes through the next time', async () => {
    const target = join(root, 'to-a-moment');
    const shelf = ['--from', join(root, 'shelf'), '--at'];
    mkdirSync(target);
    copyFileSync(join(source, 'secrets.json'), join(target, 'secrets.json'));
    assert.match((await restore(target, ...shelf, '2020-01-01T00:00')).err, /最早的备份.*oldest backup/u);
    const command = ['server/launch.js', 'server/cli/restore.ts', ...shelf, '2099-01-01T00:00'];
    const child = spawn(process.execPath, command, {
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'silent', DATA_DIR: target },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    const begun = (): boolean => readdirSync(target).some((name) => name.startsWith('restore-work'));
    await eventually('it has begun', begun, 60_000, 2);
    child.kill('SIGKILL');
    await ended;
    // Whatever the kill left, there is no store, or a whole one.
    if (!existsSync(join(target, 'store', 'data.mdb'))) {
      const done = await restore(target, ...shelf, '2099-01-01T00:00');
      assert.equal(done.code, 0, done.err);
      assert.match(done.out, /备份做于 .*\d+ minutes before the moment asked for/u);
      assert.ok(!begun(), 'what was left is gone');
    }
    const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: target });
    assert.equal(verdict.code, 0, verdict.out + verdict.err);
  });

  it('leaves no keys in the open when it is killed: the next one removes them, and not those of one that runs', async () => {
    const [safes, target] = [join(root, 'safes'), join(root, 'killed')];
    mkdirSync(safes);
    const running = join(safes, `anxin-restore-${hostname()}-${process.pid}-of1run`);
    mkdirSync(running);
    const command = ['server/launch.js', 'server/cli/restore.ts', '--from', join(root, 'copy')];
    const child = spawn(process.execPath, [...command, '--passphrase-file', phrase], {
      env: {
        ...process.env,
        ...{ NODE_ENV: 'development', LOG_LEVEL: 'silent', DATA_DIR: target, TMPDIR: safes },
      },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    const keys = (): string[] => files(safes).filter((path) => path.endsWith('secrets.json'));
    await eventually('the keys lie there', () => keys().length === 1, 60_000, 1);
    child.kill('SIGKILL');
    await ended;
    const [file = ''] = keys();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(dirname(file)).mode & 0o777, 0o700);
    // Even one that is refused.
    const next = await runCommandLine('server/cli/restore.ts', ['--from', join(root, 'shelf')], {
      ...{ DATA_DIR: source, TMPDIR: safes },
    });
    assert.match(next.err, /已有数据/u);
    assert.match(next.out, /已删除上次中断的恢复留下的明文.*removed what/u);
    assert.deepEqual(
      readdirSync(safes).map((name) => join(safes, name)),
      [running],
    );
  });

  it('refuses keys that do not fit, before anything is written', async () => {
    const target = join(root, 'other-keys');
    const done = await restore(target, '--from', join(root, 'shelf'));
    assert.equal(done.code, 1);
    assert.match(done.err, /密钥与备份不符.*keys do not fit/);
    assert.ok(!existsSync(join(target, 'store')));
  });

  it('refuses to write over data, over a full folder, the keys in the open, and from a backup that was cut short', async () => {
    assert.match((await restore(source, '--from', join(root, 'shelf'))).err, /已有数据.*a store already/u);
    assert.match((await backup(source, '--to', join(root, 'copy'))).err, /不是空的.*not empty/u);
    assert.match(
      (await backup(source, '--to', join(root, 'open'), '--with-secrets')).err,
      /--passphrase-file/u,
    );
    rmSync(join(root, 'copy', 'backup.json'));
    const cut = await restore(join(root, 'never'), '--from', join(root, 'copy'));
    assert.match(cut.err, /没有完整的备份/);
    writeFileSync(join(root, 'copy', 'backup.json'), '{}');
    assert.match((await restore(join(root, 'never'), '--from', join(root, 'copy'))).err, /damaged/);
  });
});
