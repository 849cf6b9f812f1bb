import { parseArgs } from 'node:util';
import { lookAtInstallation } from './doctor/look.ts';
import type { Row } from './doctor/row.ts';
import { rowsOf } from './doctor/rows.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run doctor -- [--backup FOLDER] [--json]

Says what is wrong with this installation and what to do next; changes nothing, sends nothing.
逐项检查本机的安装,说明哪里有问题、下一步怎么办;不改动数据,不发送消息。

--backup FOLDER  the last backup: how old, and whether the keys fit it 最近一次备份,检查时间和密钥
--json           one JSON object instead of lines 输出一个 JSON 对象

Exit code 退出码: 0 nothing is broken 没有故障 | 1 something is 有故障
`;

const MARKS: Record<Row['level'], string> = { good: '✓', warning: '!', bad: '✗', unknown: '?' };

const both = ({ zh, en }: { zh: string; en: string }): string => (zh === en ? zh : `${zh} / ${en}`);

function printed(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ level, next, ...words }) => [
    `${MARKS[level]} ${both(words)}`,
    ...(next === undefined ? [] : [`    → ${both(next)}`]),
  ]);
  const count = (level: Row['level']): number => rows.filter((row) => row.level === level).length;
  const [bad, warned] = [count('bad'), count('warning')];
  return [...lines, '', `${bad} 项故障，${warned} 项注意 / ${bad} broken, ${warned} to look at`].join('\n');
}

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: { backup: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const rows = rowsOf(await lookAtInstallation({ backup: values.backup }));
  const ok = rows.every(({ level }) => level !== 'bad');
  console.log(values.json ? JSON.stringify({ ok, rows }, null, 2) : printed(rows));
  if (!ok) process.exitCode = 1;
});
