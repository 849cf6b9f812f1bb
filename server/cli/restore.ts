import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, loadConfigWith } from '../config.ts';
import { createLog } from '../platform/log.ts';
import { openStore } from '../platform/open-store.ts';
import { keyCheck, readMark } from './backup-mark.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run restore -- --from FOLDER

Puts a backup into DATA_DIR (or the MongoDB of MONGODB_URI), which must not hold data yet; the product must stand still.
把备份恢复到尚无数据的 DATA_DIR(或 MONGODB_URI 指定的数据库),恢复时系统须停止运行。
`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({ args, options: { from: { type: 'string' } } });
  if (values.from === undefined) throw new Error('缺少 --from / --from is missing');
  const from = resolve(values.from);
  const mark = readMark(from);
  const kept = join(from, 'secrets.json');
  const config = mark.withSecrets ? loadConfigWith({ SECRETS_FILE: kept }) : loadConfig();
  if (keyCheck(config.secrets) !== mark.keyCheck) {
    throw new Error(
      `密钥与备份不符,个人信息将无法解密;请先放回原来的密钥文件 / the keys do not fit this backup: put the original key file in place first: ${config.secretsFile}`,
    );
  }
  const { importDump, restoreStore } = await import('../platform/embedded/index.ts');
  if (mark.kind === 'store') {
    if (config.mongodbUri !== undefined) {
      throw new Error(
        '此备份是内置存储的副本,恢复到 MongoDB 请用 --dump 备份 / a copy of the embedded store: make a --dump backup for MongoDB',
      );
    }
    await restoreStore({ from: join(from, 'store'), dir: join(config.dataDir, 'store') });
  } else {
    const store = await openStore(config, createLog(config.logLevel));
    try {
      console.log(await importDump({ uri: store.uri, from: join(from, 'dump') }));
    } finally {
      await store.stop();
    }
  }
  if (existsSync(join(from, 'files')))
    cpSync(join(from, 'files'), join(config.dataDir, 'files'), { recursive: true });
  if (mark.withSecrets) {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    copyFileSync(kept, join(config.dataDir, 'secrets.json'));
  }
  console.log(`恢复完成 / restored: ${config.dataDir}\n接着请运行 / now run: npm run verify-chain`);
});
