import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import type { Booted } from '../boot.ts';
import { isMissing, syncFolder } from '../platform/files/index.ts';
import { VERSION } from '../version.ts';
import { MARK_FILE, keyMarks } from './backup-mark.ts';
import { backupKeys, filesBelow, newBackupId, readPassphrase, sealInto } from './backup-seal.ts';
import type { Packed, SealedMark } from './backup-seal.ts';
import { pruneShelf, shelfNames } from './backup-shelf.ts';
import { runCommand } from './run-command.ts';
import { openWorkFolder } from './work-folder.ts';

const HELP = `npm run backup -- --to FOLDER | --into FOLDER [--keep N] [--dump] [--passphrase-file FILE [--with-secrets]]

Copies the store and the uploaded files, sealed, while the product runs or stands.
把数据和上传的文件加密备份,运行中也可以备份。

  --to               an empty folder for this one backup / 放这一份备份的空文件夹
  --into             a folder of backups, each under its moment / 放许多份备份的文件夹,每份以时刻命名
  --keep N           with --into: the last N stay / 只留最近 N 份
  --dump             in mongodump's layout, for a move to MongoDB / 用 mongodump 的格式
  --passphrase-file  sealed with the passphrase in this file instead of the key file / 用这个文件里的口令加密,不用密钥文件
  --with-secrets     the key file too, under the passphrase / 连同密钥文件,由口令保护
`;

interface Asked {
  dump: boolean;
  withSecrets: boolean;
  passphrase: string | undefined;
}

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      to: { type: 'string' },
      into: { type: 'string' },
      keep: { type: 'string' },
      dump: { type: 'boolean' },
      'with-secrets': { type: 'boolean' },
      'passphrase-file': { type: 'string' },
    },
  });
  const file = values['passphrase-file'];
  const asked: Asked = {
    dump: values.dump === true,
    withSecrets: values['with-secrets'] === true,
    passphrase: file === undefined ? undefined : readPassphrase(file),
  };
  if (asked.withSecrets && file === undefined)
    throw new Error(
      '密钥文件只能由口令保护：加上 --passphrase-file / the key file is only taken along under a passphrase: say --passphrase-file',
    );
  const keep = keepOf(values.keep, values.into);
  const place = placeOf(values.to, values.into);
  const booted = await boot({ probe: false });
  try {
    const folder = place(booted.clock.now());
    const files = await makeBackup(folder.during, asked, booted);
    if (folder.during !== folder.after) renameSync(folder.during, folder.after);
    await syncFolder(dirname(folder.after));
    console.log(`备份完成 / backup complete: ${folder.after} (${files} files)`);
    if (booted.config.s3 !== undefined)
      console.log(
        `桶里的文件不在其中，由桶自己的版本保留或异地复制来保管 / not in it are the files of the bucket, which its own versions or a copy elsewhere must keep: ${booted.config.s3.bucket}`,
      );
    for (const old of keep === null ? [] : pruneShelf(dirname(folder.after), keep))
      console.log(`已删除旧备份 / an old backup was removed: ${old}`);
    if (!asked.withSecrets)
      console.log(
        `密钥文件须另行保管 / keep the key file apart, without it nothing of this can be read: ${booted.config.secretsFile}`,
      );
  } finally {
    await booted.stop();
  }
});

function keepOf(keep: string | undefined, into: string | undefined): number | null {
  if (keep === undefined) return null;
  if (into === undefined) throw new Error('--keep 要和 --into 一起用 / --keep goes with --into');
  if (!/^[1-9]\d{0,3}$/u.test(keep)) throw new Error('--keep: 1–9999');
  return Number(keep);
}

/** Where it lies while it is made and afterwards. */
function placeOf(to: string | undefined, into: string | undefined) {
  if ((to === undefined) === (into === undefined))
    throw new Error('--to 和 --into 要有一个，也只能有一个 / say one of --to and --into');
  const folder = resolve(to ?? into ?? '');
  if (to !== undefined && existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`目标文件夹不是空的 / the folder is not empty: ${folder}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return (now: Date): { during: string; after: string } => {
    if (to !== undefined) return { during: folder, after: folder };
    const { name, partial } = shelfNames(now);
    mkdirSync(join(folder, partial), { mode: 0o700 });
    return { during: join(folder, partial), after: join(folder, name) };
  };
}

async function makeBackup(
  folder: string,
  { dump, withSecrets, passphrase }: Asked,
  { config, store, clock }: Booted,
): Promise<number> {
  const { backupStore, exportDump } = await import('../platform/embedded/index.ts');
  const work = openWorkFolder(config.dataDir, 'backup');
  try {
    const id = newBackupId();
    const mark: SealedMark = {
      id,
      madeAt: clock.now().toISOString(),
      version: VERSION,
      kind: dump || store.kind === 'mongodb' ? 'dump' : 'store',
      sealedWith: passphrase === undefined ? 'keys' : 'passphrase',
      keyMarks: keyMarks(config.secrets),
      withSecrets,
    };
    if (mark.kind === 'store') await backupStore({ uri: store.uri, out: join(work.folder, 'store') });
    else console.log(await exportDump({ uri: store.uri, out: join(work.folder, 'dump') }));
    const secrets = withSecrets ? config.secretsFile : null;
    const packed = packedFiles(work.folder, config.dataDir, secrets);
    const files = await sealInto(folder, packed, mark, backupKeys(config.secrets, id, passphrase));
    writeFileSync(join(folder, MARK_FILE), `${JSON.stringify(mark, null, 2)}\n`, { flush: true });
    await syncFolder(folder);
    return files;
  } finally {
    work.remove();
  }
}

/** Files after the store: whatever the copied store refers to is still there, and more does no harm. */
async function* packedFiles(work: string, dataDir: string, secrets: string | null): AsyncGenerator<Packed> {
  for await (const path of filesBelow(work)) yield { path, from: join(work, path) };
  for (const shelf of ['content', 'thumbnail']) {
    const from = join(dataDir, 'files', shelf);
    for await (const path of existing(from)) yield { path: `files/${shelf}/${path}`, from: join(from, path) };
  }
  if (secrets !== null) yield { path: 'secrets.json', from: secrets };
}

async function* existing(folder: string): AsyncGenerator<string> {
  try {
    yield* filesBelow(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
