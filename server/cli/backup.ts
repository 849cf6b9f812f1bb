import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import { VERSION } from '../version.ts';
import { MARK_FILE, keyCheck } from './backup-mark.ts';
import type { BackupMark } from './backup-mark.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run backup -- --to FOLDER [--dump] [--with-secrets]

Copies the store and the uploaded files into an empty folder, while the product runs or stands.
把数据和上传的文件备份到一个空文件夹,运行中也可以备份。

  --dump          in mongodump's layout, for mongorestore or a move to MongoDB / 用 mongodump 的格式
  --with-secrets  the key file too: keep such a backup locked away / 连同密钥文件,须妥善保管
`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: { to: { type: 'string' }, dump: { type: 'boolean' }, 'with-secrets': { type: 'boolean' } },
  });
  if (values.to === undefined) throw new Error('缺少 --to / --to is missing');
  const to = resolve(values.to);
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new Error(`目标文件夹不是空的 / the folder is not empty: ${to}`);
  }
  mkdirSync(to, { recursive: true, mode: 0o700 });

  const booted = await boot({ probe: false });
  try {
    const { config, store, clock } = booted;
    const kind: BackupMark['kind'] = values.dump === true || store.kind === 'mongodb' ? 'dump' : 'store';
    const { backupStore, exportDump } = await import('../platform/embedded/index.ts');
    if (kind === 'store') await backupStore({ uri: store.uri, out: join(to, 'store') });
    else console.log(await exportDump({ uri: store.uri, out: join(to, 'dump') }));

    // Files after the store: whatever the copied store refers to is still there, and more does no harm.
    const files = join(config.dataDir, 'files');
    if (existsSync(files)) cpSync(files, join(to, 'files'), { recursive: true });
    const withSecrets = values['with-secrets'] === true;
    if (withSecrets) copyFileSync(config.secretsFile, join(to, 'secrets.json'));
    const mark: BackupMark = {
      madeAt: clock.now().toISOString(),
      version: VERSION,
      kind,
      keyCheck: keyCheck(config.secrets),
      withSecrets,
    };
    writeFileSync(join(to, MARK_FILE), `${JSON.stringify(mark, null, 2)}\n`, { flush: true });
    console.log(`备份完成 / backup complete: ${to} (${kind})`);
    if (!withSecrets) {
      console.log(
        `密钥文件须另行保管 / keep the key file apart, without it personal data stays sealed: ${config.secretsFile}`,
      );
    }
  } finally {
    await booted.stop();
  }
});
