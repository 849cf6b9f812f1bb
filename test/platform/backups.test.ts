import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyMarks, keysFit } from '../../server/cli/backup-mark.ts';
import { backupKeys, newBackupId, openInto, sealInto } from '../../server/cli/backup-seal.ts';
import type { Packed, SealedMark } from '../../server/cli/backup-seal.ts';
import { chooseBackup, pruneShelf, shelfNames } from '../../server/cli/backup-shelf.ts';
import { randomSecrets } from '../../server/platform/secrets.ts';
import { runCommandLine } from '../support/command.ts';
import { testConfig } from '../support/config.ts';
import { othersWrite, testStore, useStore } from '../support/store.ts';

const secrets = randomSecrets();
const DATA = new Map([
  ['store/data.mdb', 'the name of a worker'.repeat(9000)],
  ['files/content/ab/one', 'a pay slip'],
  ['files/content/ab/two', ''],
]);

describe('a sealed backup', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'anxin-backups-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const markOf = (over: Partial<SealedMark> = {}): SealedMark => ({
    id: newBackupId(),
    madeAt: '2026-11-22T00:00:00.000Z',
    version: '0.1.0',
    kind: 'store',
    sealedWith: 'keys',
    keyMarks: keyMarks(secrets),
    withSecrets: false,
    ...over,
  });
  async function* packed(): AsyncGenerator<Packed> {
    for (const [path, text] of DATA) {
      const from = join(root, 'source', path.replaceAll('/', '-'));
      mkdirSync(join(root, 'source'), { recursive: true });
      writeFileSync(from, text);
      yield await Promise.resolve({ path, from });
    }
    yield { path: 'files/content/ab/swept-meanwhile', from: join(root, 'source', 'gone') };
  }
  async function made(name: string, mark = markOf(), passphrase?: string): Promise<SealedMark> {
    await sealInto(join(root, name), packed(), mark, backupKeys(secrets, mark.id, passphrase));
    writeFileSync(join(root, name, 'backup.json'), JSON.stringify(mark));
    return mark;
  }
  const open = (name: string, mark: SealedMark, passphrase?: string, keys = secrets) =>
    openInto(join(root, 'opened'), join(root, name), mark, backupKeys(keys, mark.id, passphrase));

  it('gives everything back, and is read by nobody in between', async () => {
    const mark = await made('one');
    for (const path of DATA.keys())
      assert.ok(!/worker|pay slip/u.test(readFileSync(join(root, 'one', path), 'latin1')), path);
    assert.ok(!readFileSync(join(root, 'one', 'contents.sealed'), 'latin1').includes('data.mdb'));
    assert.equal(await open('one', mark), 3);
    for (const [path, text] of DATA) assert.equal(readFileSync(join(root, 'opened', path), 'utf8'), text);
    assert.ok(!existsSync(join(root, 'one', 'files/content/ab/swept-meanwhile')));
  });

  it('opens with its passphrase and no other', async () => {
    const mark = await made('one', markOf({ sealedWith: 'passphrase' }), 'twelve letters');
    await assert.rejects(open('one', mark, 'twelve lettres'), /口令不对.*passphrase is wrong/u);
    assert.equal(await open('one', mark, 'twelve letters', randomSecrets()), 3);
  });

  const spoils: [what: string, spoil: (folder: string, other: string) => void, said: RegExp][] = [
    ['a file missing', (one) => rmSync(join(one, 'files/content/ab/one')), /缺少文件.*missing: files/u],
    [
      'a file of another backup of the same keys',
      (one, other) => copyFileSync(join(other, 'store/data.mdb'), join(one, 'store/data.mdb')),
      /已损坏或被改动.*damaged or altered/u,
    ],
    [
      'two files exchanged',
      (one) => copyFileSync(join(one, 'files/content/ab/two'), join(one, 'files/content/ab/one')),
      /已损坏或被改动/u,
    ],
    [
      'its list cut short',
      (one) =>
        writeFileSync(
          join(one, 'contents.sealed'),
          readFileSync(join(one, 'contents.sealed')).subarray(0, -5),
        ),
      /已损坏或被改动/u,
    ],
    ['its list missing', (one) => rmSync(join(one, 'contents.sealed')), /ENOENT/u],
  ];
  for (const [what, spoil, said] of spoils)
    it(`is refused with ${what}`, async () => {
      const mark = await made('one');
      await made('other');
      spoil(join(root, 'one'), join(root, 'other'));
      await assert.rejects(open('one', mark), said);
    });

  it('is refused when its description was altered, or its key is not there', async () => {
    const mark = await made('one');
    const later = { ...mark, madeAt: '2026-11-23T00:00:00.000Z' };
    await assert.rejects(open('one', later), /说明被改动过.*was altered/u);
    const renamed = { ...randomSecrets(), fieldKeys: { active: 'k9', keys: { k9: secrets.blindIndexKey } } };
    await assert.rejects(
      open('one', mark, undefined, renamed),
      /没有它用的密钥.*key that is not in the key file/u,
    );
  });

  it('fits keys to which others were added since, and no keys that lack one of its own', () => {
    const { fieldKeys, blindIndexKey } = secrets;
    const k2 = randomSecrets().blindIndexKey;
    const grown = { fieldKeys: { active: 'k2', keys: { ...fieldKeys.keys, k2 } }, blindIndexKey };
    assert.ok(keysFit({ keyMarks: keyMarks(secrets) }, grown));
    assert.ok(!keysFit({ keyMarks: keyMarks(grown) }, secrets));
    assert.ok(!keysFit({ keyMarks: keyMarks(secrets) }, { fieldKeys, blindIndexKey: k2 }));
  });

  describe('in a folder of backups', () => {
    const DAYS = ['2026-11-20T01:00:00.000Z', '2026-11-21T01:00:00.000Z', '2026-11-22T01:00:00.000Z'];
    beforeEach(() => {
      for (const madeAt of DAYS) {
        const folder = join(root, shelfNames(new Date(madeAt)).name);
        mkdirSync(folder);
        writeFileSync(join(folder, 'backup.json'), JSON.stringify(markOf({ madeAt })));
      }
      // Killed in the middle: one that never got its name, one that lost its mark while it was being removed.
      mkdirSync(join(root, shelfNames(new Date('2026-11-22T02:00:00Z')).partial));
      mkdirSync(join(root, shelfNames(new Date('2026-11-19T01:00:00Z')).name));
      mkdirSync(join(root, 'of somebody else'));
    });
    const chosen = (at: string | null): string =>
      chooseBackup(root, at === null ? null : new Date(at)).mark.madeAt;

    it('is the last one made at or before the moment asked for', () => {
      assert.equal(chosen('2026-11-21T01:00:00Z'), DAYS[1]);
      assert.equal(chosen('2026-11-22T00:59:59Z'), DAYS[1]);
      assert.equal(chosen('2030-01-01T00:00:00Z'), DAYS[2]);
      assert.equal(chosen(null), DAYS[2]);
      assert.throws(() => chosen('2026-11-20T00:59:59Z'), /最早的备份是 2026-11-20.*oldest backup/u);
      assert.throws(() => chooseBackup(join(root, 'of somebody else'), null), /没有完整的备份/u);
    });

    it('goes when newer ones take its place, with what a killed one left; what is not a backup stays', () => {
      pruneShelf(root, 2);
      const left = readdirSync(root).sort();
      assert.deepEqual(left, [
        'anxin-20261119T010000Z',
        'anxin-20261121T010000Z',
        'anxin-20261122T010000Z',
        'of somebody else',
      ]);
      pruneShelf(root, 5);
      assert.deepEqual(readdirSync(root).sort(), left);
    });
  });
});

describe('npm run backup', function () {
  this.timeout(60_000);
  useStore();

  it('says that the files of a bucket are not in it', async () => {
    const { dataDir } = testConfig();
    const { uri } = await testStore();
    othersWrite();
    const bucket = {
      S3_ENDPOINT: 'http://127.0.0.1:9',
      S3_BUCKET: 'anxin-files',
      S3_KEY: 'key',
      S3_SECRET: 'secret',
    };
    try {
      const { code, out, err } = await runCommandLine(
        'server/cli/backup.ts',
        ['--to', join(dataDir, 'kept')],
        {
          ...{ DATA_DIR: dataDir, MONGODB_URI: uri },
          ...bucket,
        },
      );
      assert.equal(code, 0, err);
      assert.match(out, /not in it are the files of the bucket.*anxin-files/u);
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });
});
