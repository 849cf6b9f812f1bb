import { parseArgs } from 'node:util';
import type { RiskCardView } from '../core/contract/alerts.ts';
import { isPlainDate } from '../core/kit/plain-date.ts';
import type { PlainDate } from '../core/kit/plain-date.ts';
import { boot } from '../boot.ts';
import { riskCardOfCode } from '../features/alerts/index.ts';
import { systemCtx } from '../platform/context.ts';
import { toldOnScreen } from '../platform/told-on-screen.ts';

const HELP = `npm run alerts -- --project <code> [--day 2026-11-16] [--json]

Prints the risk card of one project as it was known on a day (the newest look without one); changes nothing.
打印一个项目某日的风险卡（不写日期为最近一次扫描），不改动任何数据。

Exit code 退出码: 0 printed 已打印 | 2 could not be printed 无法打印
`;

/** A card for the terminal: raised first, then what is not known. */
function report(card: RiskCardView): string {
  const lines = card.lines
    .filter(({ state }) => state === 'raised' || state === 'noData')
    .sort((a, b) => b.points - a.points)
    .flatMap(({ state, points, level, question, findings, missing, citation }) =>
      state === 'noData'
        ? [`  -\t${question.zh}\t（无数据：${missing.map(({ zh }) => zh).join('；')}）`]
        : [
            `  ${points}\t${level}\t${question.zh}${citation === undefined ? '' : `\t${citation.zh}`}`,
            ...findings.map(({ message, since }) => `\t\t${since}\t${message.zh}`),
          ],
    );
  const later = card.laterData.map(({ zh }) => `  * ${zh}`);
  const head = `${card.projectCode} ${card.projectName}  ${card.day}  ${card.level}  ${card.points}`;
  return [head, ...lines, ...later].join('\n');
}

interface Asked {
  code: string;
  day?: PlainDate;
  json: boolean;
}

function readArgs(args: readonly string[]): Asked | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: 'string' },
      day: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { project: code, day, json } = values;
  if (code === undefined) throw new Error('--project <code> [--day YYYY-MM-DD] [--json]');
  if (day === undefined) return { code, json };
  if (!isPlainDate(day)) throw new Error(`${day} 不是有效的日期 / is not a day that exists (YYYY-MM-DD)`);
  return { code, day, json };
}

async function run(args: readonly string[]): Promise<number> {
  const asked = readArgs(args);
  if (asked === 'help') {
    console.log(HELP);
    return 0;
  }
  const booted = await boot({ probe: false });
  try {
    const { clock } = booted;
    const ctx = systemCtx('alerts', { today: clock.today(), now: clock.now() });
    const card = await riskCardOfCode(asked.code, asked.day, ctx);
    console.log(asked.json ? JSON.stringify(card, null, 2) : report(card));
    return 0;
  } finally {
    await booted.stop();
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(toldOnScreen(error));
  return 2;
});
