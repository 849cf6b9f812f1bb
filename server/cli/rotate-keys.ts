import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import type { Booted } from '../boot.ts';
import { countKeyUses } from '../platform/crypto/index.ts';
import { changeBlindKey } from './rotate-keys/change-blind.ts';
import type { KeyKind } from './rotate-keys/key-sets.ts';
import { setOf } from './rotate-keys/key-sets.ts';
import { begin, goOn, NotYet, retire } from './rotate-keys/rotate.ts';
import { nameProcesses, runningProcesses } from './rotate-keys/who-knows.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run rotate-keys -- [--add] [--retire ID] [--status] [--cookies]

Changes keys while the product runs. Stopped at any moment, it goes on when run again.
更换密钥，系统照常运行；随时中断，再运行一次就接着做。

(nothing)      go on with the change under way 接着做未完成的更换
--add          begin one: a new key, used once every process knows it; then everything is sealed with it
               开始更换：生成新密钥，各进程都知道后启用，再把全部数据重新加密
--retire ID    take an old key away; refused while a record or file needs it 停用旧密钥，仍有数据要用时拒绝
--status       which keys there are, and what still needs the old ones 现有密钥，哪些数据还要用旧密钥
--blind        another key for the blind indexes by which numbers are found; the product must stand still
               更换盲索引密钥（按手机号、身份证号查找用），须先停止系统
--cookies      all this for the keys that sign session cookies 对会话密钥做以上操作

Exit code 退出码: 0 done 完成 | 1 refused, or failed 被拒绝或出错 | 2 go on later: run it again 稍后再运行
`;

const say = (zh: string, en: string): void => console.log(`${zh} / ${en}`);

async function status({ keys, clock }: Booted, kind: KeyKind): Promise<void> {
  const { active, next, keys: held } = setOf(keys.secrets(), kind);
  for (const [id, text] of Object.entries(held)) {
    const suite = kind === 'cookie' ? 'HMAC-SHA256' : text.startsWith('sm:') ? 'SM4/SM3' : 'AES-256-GCM';
    if (id === active) say(`${id} ${suite} 当前`, 'in use');
    else if (id === next) say(`${id} ${suite} 待启用`, 'waits to be used');
    else if (kind === 'cookie') say(`${id} ${suite} 旧`, 'old');
    else {
      const uses = Object.entries(await countKeyUses(id));
      const where = uses.map(([name, count]) => `${name} ${count}`).join(', ');
      if (where === '') say(`${id} ${suite} 旧，已无数据使用`, 'old, nothing needs it');
      else say(`${id} ${suite} 旧，仍在使用：${where}`, 'old, still needed');
    }
  }
  const others = (await runningProcesses(clock)).filter(({ pid }) => pid !== process.pid);
  if (others.length > 0) say(`运行中的进程：${nameProcesses(others)}`, 'running processes');
}

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      add: { type: 'boolean', default: false },
      retire: { type: 'string' },
      status: { type: 'boolean', default: false },
      cookies: { type: 'boolean', default: false },
      blind: { type: 'boolean', default: false },
    },
  });
  const kind = values.cookies ? 'cookie' : 'field';
  const booted = await boot({ probe: false, changesBlindKey: values.blind });
  try {
    const rotation = { booted, kind, suite: booted.config.cipherSuite, say } as const;
    if (values.status) return await status(booted, kind);
    if (values.retire !== undefined) return await retire(rotation, values.retire);
    if (values.blind) return await changeBlindKey(rotation);
    if (values.add) await begin(rotation);
    await goOn(rotation);
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    console.error(error.message);
    process.exitCode = values.retire === undefined ? 2 : 1;
  } finally {
    await booted.stop();
  }
});
