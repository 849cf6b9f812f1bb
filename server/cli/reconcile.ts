import { parseArgs } from 'node:util';
import type { Disagreement } from '../core/contract/pay-overview.ts';
import { parsePayMonth } from '../core/kit/plain-date.ts';
import type { PayMonth } from '../core/kit/plain-date.ts';
import { boot } from '../boot.ts';
import { reconcileMonth } from '../features/pay-overview/index.ts';
import { findProjectByCode } from '../features/projects/index.ts';
import { toldOnScreen } from '../platform/told-on-screen.ts';

const HELP = `npm run reconcile -- --project <code> --month 2026-10 [--json]

Compares attendance, payroll, bank and the worker's own answer of one project's month; changes nothing.
核对一个项目某月的考勤、工资表、银行到账和本人答复,不改动任何数据。

Exit code 退出码: 0 no disagreement 无不一致 | 1 disagreements printed 有不一致 | 2 could not compare 无法核对
`;

/** One line each for the terminal; with --json the rows themselves. */
function report(rows: readonly Disagreement[], json: boolean): string {
  if (json) return JSON.stringify({ rows: rows.length, disagreements: rows }, null, 2);
  if (rows.length === 0) return '没有不一致 / no disagreement';
  return rows
    .map(({ teamName, workerName, kind, zh }) => `${teamName}\t${workerName}\t${kind}\t${zh}`)
    .join('\n');
}

interface Asked {
  code: string;
  month: PayMonth;
  json: boolean;
}

function readArgs(args: readonly string[]): Asked | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: 'string' },
      month: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const month = parsePayMonth(values.month ?? '');
  if (values.project === undefined || month === null) throw new Error('--project <code> --month YYYY-MM');
  return { code: values.project, month, json: values.json };
}

async function run(args: readonly string[]): Promise<number> {
  const asked = readArgs(args);
  if (asked === 'help') {
    console.log(HELP);
    return 0;
  }
  const booted = await boot({ probe: false });
  try {
    const project = await findProjectByCode(asked.code);
    if (project === null) throw new Error(`没有这个项目 / no such project: ${asked.code}`);
    const rows = await reconcileMonth(project.id, asked.month, booted.clock.today());
    console.log(report(rows, asked.json));
    return rows.length === 0 ? 0 : 1;
  } finally {
    await booted.stop();
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`无法核对 / could not compare: ${toldOnScreen(error)}`);
  process.exitCode = 2;
}
