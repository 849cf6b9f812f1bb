import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, loadConfigWith } from '../config.ts';
import type { Config } from '../config.ts';
import { createLog } from '../platform/log.ts';
import { openStore } from '../platform/open-store.ts';
import type { FileKeys } from '../platform/files/index.ts';
import { readFromBackup, backupKeys, filesBelow, openInto, readPassphrase } from './backup-seal.ts';
import type { SealedMark } from './backup-seal.ts';
import { keysFit } from './backup-mark.ts';
import type { BackupMark } from './backup-mark.ts';
import { beijingTime, chooseBackup } from './backup-shelf.ts';
import { runCommand } from './run-command.ts';
import { openSafeFolder, openWorkFolder, removeLeftSafes, removeLeftWork } from './work-folder.ts';

const HELP = `npm run restore -- --from FOLDER [--at 2026-11-22T10:00] [--passphrase-file FILE]

Puts a backup into DATA_DIR (or the MongoDB of MONGODB_URI), which must not hold data yet; the product must stand still.
把备份恢复到尚无数据的 DATA_DIR(或 MONGODB_URI 指定的数据库),恢复时系统须停止运行。

  --from             a backup, or a folder of backups: then the last of them / 一份备份,或放备份的文件夹（取最后一份）
  --at               of a folder of backups the last one at or before this moment, in Beijing time / 取这一时刻或之前的最后一份,北京时间
  --passphrase-file  where it was sealed with a passphrase / 备份用口令加密时
`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, at: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  if (values.from === undefined) throw new Error('缺少 --from / --from is missing');
  const at = values.at === undefined ? null : momentOf(values.at);
  const { folder, mark } = chooseBackup(resolve(values.from), at);
  console.log(words(folder, mark, at));
  const file = values['passphrase-file'];
  if (mark.sealedWith === 'passphrase' && file === undefined)
    throw new Error(
      '这份备份用口令加密：加上 --passphrase-file / it is sealed with a passphrase: say --passphrase-file',
    );
  const passphrase =
    mark.sealedWith === 'passphrase' && file !== undefined ? readPassphrase(file) : undefined;
  tellRemoved(removeLeftSafes());
  const safe = openSafeFolder();
  try {
    const kept = await keyFileOf(folder, mark, passphrase, safe.folder);
    const config = kept === null ? loadConfig() : loadConfigWith({ SECRETS_FILE: kept });
    if (!keysFit(mark, config.secrets))
      throw new Error(
        `密钥与备份不符，个人信息将无法解密；请先放回原来的密钥文件 / the keys do not fit this backup: put the original key file in place first: ${config.secretsFile}`,
      );
    await restoreInto(config, folder, mark, (id) => backupKeys(config.secrets, id, passphrase), kept);
    console.log(`恢复完成 / restored: ${config.dataDir}\n接着请运行 / now run: npm run verify-chain`);
  } finally {
    safe.remove();
  }
});

function tellRemoved(left: number): void {
  if (left > 0)
    console.log(
      `已删除上次中断的恢复留下的明文（${left} 个目录） / removed what an interrupted run had left in the open: ${left} folders`,
    );
}

function momentOf(text: string): Date {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?$/u.exec(text);
  const moment = new Date(`${parts?.[1] ?? ''}${parts?.[2] ?? '+08:00'}`);
  if (Number.isNaN(moment.getTime()))
    throw new Error('--at 要写成 2026-11-22T10:00 / --at is written like 2026-11-22T10:00');
  return moment;
}

/** Which backup it is, and what is not in it. */
function words(folder: string, { madeAt }: BackupMark, at: Date | null): string {
  const when = beijingTime(madeAt);
  const made = `备份做于 ${when}（北京时间），此后写入的不在其中 / made at ${when} Beijing time, what was written after that is not in it`;
  if (at === null) return `${folder}\n${made}`;
  const minutes = Math.floor((at.getTime() - new Date(madeAt).getTime()) / 60_000);
  return `${folder}\n${made}（到所问时刻差 ${minutes} 分钟 / ${minutes} minutes before the moment asked for）`;
}

function isSealed(mark: BackupMark): mark is SealedMark {
  return mark.id !== undefined;
}

/** The key file that was taken along, put where only this run finds it. */
async function keyFileOf(
  folder: string,
  mark: BackupMark,
  passphrase: string | undefined,
  safe: string,
): Promise<string | null> {
  if (!mark.withSecrets) return null;
  if (!isSealed(mark)) return join(folder, 'secrets.json');
  const keys: FileKeys = backupKeys({ fieldKeys: { active: '', keys: {} } }, mark.id, passphrase);
  const bytes: Buffer[] = [];
  try {
    for await (const piece of readFromBackup('secrets.json', folder, mark, keys)) bytes.push(piece);
  } catch {
    throw new Error(`口令不对，或备份已损坏 / the passphrase is wrong, or the backup damaged: ${folder}`);
  }
  const kept = join(safe, 'secrets.json');
  writeFileSync(kept, Buffer.concat(bytes), { mode: 0o600 });
  return kept;
}

/** Opens everything aside first; what is there already is not touched, and the store comes to its place last. */
async function restoreInto(
  config: Config,
  folder: string,
  mark: BackupMark,
  keysOf: (id: string) => FileKeys,
  keyFile: string | null,
): Promise<void> {
  const { importDump, restoreStore } = await import('../platform/embedded/index.ts');
  tellRemoved(removeLeftWork(config.dataDir));
  const dir = join(config.dataDir, 'store');
  if (mark.kind === 'store' && config.mongodbUri !== undefined)
    throw new Error(
      '此备份是内置存储的副本，恢复到 MongoDB 请用 --dump 备份 / a copy of the embedded store: make a --dump backup for MongoDB',
    );
  if (config.mongodbUri === undefined && existsSync(join(dir, 'data.mdb')))
    throw new Error(`这里已有数据，请先移走 / there is a store already; move it away first: ${dir}`);
  const work = openWorkFolder(config.dataDir, 'restore');
  try {
    if (isSealed(mark)) await openInto(work.folder, folder, mark, keysOf(mark.id));
    else cpSync(folder, work.folder, { recursive: true });
    await moveFiles(join(work.folder, 'files'), join(config.dataDir, 'files'));
    if (keyFile !== null) {
      const place = join(config.dataDir, 'secrets.json');
      copyFileSync(keyFile, place);
      chmodSync(place, 0o600); // an unsealed backup may come from a disk that knows no modes
    }
    if (mark.kind === 'dump') {
      const filled =
        config.mongodbUri === undefined ? { ...config, dataDir: join(work.folder, 'filled') } : config;
      const store = await openStore(filled, createLog(config.logLevel));
      try {
        console.log(await importDump({ uri: store.uri, from: join(work.folder, 'dump') }));
      } finally {
        await store.stop();
      }
      if (config.mongodbUri === undefined) await restoreStore({ from: join(filled.dataDir, 'store'), dir });
    } else {
      await restoreStore({ from: join(work.folder, 'store'), dir });
    }
  } finally {
    work.remove();
  }
}

/** Named by their content, so what is there already is the same. */
async function moveFiles(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  for await (const path of filesBelow(from)) {
    if (existsSync(join(to, path))) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    renameSync(join(from, path), join(to, path));
  }
}
