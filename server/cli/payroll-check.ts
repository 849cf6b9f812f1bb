import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import type { SheetProblem } from '../core/contract/sheet-checks.ts';
import type { PayMonth } from '../core/kit/plain-date.ts';
import { parsePayMonth } from '../core/kit/plain-date.ts';
import type { FileChecked } from '../features/payroll/index.ts';
import { checkPayrollFile } from '../features/payroll/index.ts';
import { AppError } from '../platform/app-error.ts';
import { systemCtx } from '../platform/context.ts';
import { WorkbookFault } from '../platform/workbooks/index.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run payroll-check -- 工资表.xlsx --project 5326010001 --month 2026-10 [--team 钢筋班] [--json]

What the upload would say of this payroll workbook; nothing is stored. Exit code 1 when something blocks.
按上传时同一套规则检查工资表，不保存任何内容；有必须改正的问题时退出码为 1。

--project  code of the project, as on the rights board 维权告示牌上的项目编号
--month    pay month 工资月份 (YYYY-MM)
--team     name of the team; the whole site's roster when missing 班组名称；缺省按整个工地的花名册核对
--json     one JSON object: {rows, ok, problems:[{row, column, rule, level, message}]};
           row 0 is the whole sheet, column null the whole row, level block or notice
`;

interface Asked {
  workbook: string;
  project: string;
  month: PayMonth;
  team: string | undefined;
  json: boolean;
}

function read(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      month: { type: 'string' },
      team: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [workbook, ...more] = positionals;
  if (workbook === undefined || more.length > 0 || !existsSync(workbook))
    throw new Error('请给出一个工作簿文件 / name one workbook file');
  const month = parsePayMonth(values.month ?? '');
  if (month === null) throw new Error('--month: 请写成 YYYY-MM / write a month as YYYY-MM');
  if (values.project === undefined) throw new Error('--project: 请填项目编号 / the code of the project');
  return { workbook, project: values.project, month, team: values.team, json: values.json };
}

const told = ({ row, column, rule, level, zh }: SheetProblem) => ({
  row,
  column: column ?? null,
  ...{ rule, level, message: zh },
});

const printed = ({ rows, ok, problems }: FileChecked): string =>
  [
    `${rows} 行，${ok ? '可以提交' : '有必须改正的问题'}`,
    ...problems.map(({ row, column, rule, level, zh }) =>
      [level === 'block' ? '✗' : '!', row === 0 ? '—' : row, column ?? '', rule, zh].join('\t'),
    ),
  ].join('\n');

/** A file that cannot be read as a whole is one problem of the whole sheet, so that programs always get their answer. */
function unreadable(error: unknown): FileChecked {
  if (!(error instanceof WorkbookFault)) throw inWords(error);
  const { code, zh, en } = error;
  return { rows: 0, ok: false, problems: [{ row: 0, rule: `workbook.${code}`, level: 'block', zh, en }] };
}

/** What is wrong in words. */
function inWords(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  return error.details['what'] === 'team'
    ? new Error('--team: 该项目没有这个班组 / the project has no such team')
    : new Error('--project: 没有这个项目 / there is no such project');
}

await runCommand(HELP, async (args) => {
  const { workbook, project, month, team, json } = read(args);
  const booted = await boot({ probe: false });
  try {
    const { clock } = booted;
    const ctx = systemCtx('payroll-check', { now: clock.now(), today: clock.today() });
    const ask = { source: workbook, projectCode: project, payMonth: month, teamName: team };
    const { rows, ok, problems } = await checkPayrollFile(ask, ctx).catch(unreadable);
    process.stdout.write(
      `${json ? JSON.stringify({ rows, ok, problems: problems.map(told) }) : printed({ rows, ok, problems })}\n`,
    );
    if (!ok) process.exitCode = 1;
  } finally {
    await booted.stop();
  }
});
