import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import type { PeriodReport } from '../core/contract/reports.ts';
import type { PlainDate } from '../core/kit/plain-date.ts';
import { parsePlainDate } from '../core/kit/plain-date.ts';
import { figuresPage } from '../core/reports/figures.ts';
import { getBulletin } from '../features/dashboard/index.ts';
import { figureLines, getPeriodReport, reportSheets } from '../features/reports/index.ts';
import { AppError } from '../platform/app-error.ts';
import { systemCtx } from '../platform/context.ts';
import { writeWorkbook } from '../platform/tables/index.ts';
import { makeReport } from '../platform/word/index.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run report -- --from 2020-01-01 --to 2020-04-30 [--area 532601] [--json | --xlsx FILE | --docx FILE]
npm run report -- --definitions

The figures of a period, computed by the same code as the screen, from the records as they are now.
一段时间的工作情况，与页面同一套计算，以现有记录为准。

--from, --to   first and last day 起止日期 (YYYY-MM-DD)
--area         county, prefecture or province 县、州市或省区划代码; the configured region when missing 缺省为本机配置的地区
--json         one JSON object instead of lines 输出一个 JSON 对象
--xlsx FILE    the workbook of the screen 与页面相同的 Excel
--docx FILE    the bulletin in Word 可编辑的 Word 通报
--definitions  what each figure means, as in docs/report-figures.md 每个指标怎样算
`;

interface Asked {
  from: PlainDate;
  to: PlainDate;
  area: string | undefined;
  json: boolean;
  xlsx: string | undefined;
  docx: string | undefined;
}

/** Null: what the figures mean is asked for, and no records are. */
function read(args: string[]): Asked | null {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      area: { type: 'string' },
      json: { type: 'boolean', default: false },
      xlsx: { type: 'string' },
      docx: { type: 'string' },
      definitions: { type: 'boolean', default: false },
    },
  });
  if (values.definitions) return null;
  const day = (name: 'from' | 'to'): PlainDate => {
    const found = parsePlainDate(values[name] ?? '');
    if (found === null) throw new Error(`--${name}: 请写成 YYYY-MM-DD / write a day as YYYY-MM-DD`);
    return found;
  };
  const { area, json, xlsx, docx } = values;
  if (area !== undefined && !/^(\d{2}|\d{4}|\d{6})$/.test(area))
    throw new Error('--area: 请填 2、4 或 6 位区划代码 / 2, 4 or 6 digits');
  return { from: day('from'), to: day('to'), area, json, xlsx, docx };
}

/** What is wrong in words: a use case tells it by code and fields. */
const inWords = (error: unknown): unknown => {
  if (!(error instanceof AppError)) return error;
  const said = error.fields?.map(({ path, zh, en }) => `--${path}: ${zh} / ${en}`).join('\n');
  return new Error(said ?? '没有这个地区 / there is no such area');
};

function printed(report: PeriodReport): string {
  const title = `${report.areaName} ${report.from} — ${report.to}`;
  return [
    title,
    ...figureLines(report, 'zh-CN').map((line) => line.map((one) => one ?? '—').join('\t')),
  ].join('\n');
}

await runCommand(HELP, async (args) => {
  const asked = read(args);
  if (asked === null) {
    process.stdout.write(figuresPage());
    return;
  }
  const { from, to, area, json, xlsx, docx } = asked;
  const booted = await boot({ probe: false });
  try {
    const { clock, config } = booted;
    const ctx = systemCtx('report', { now: clock.now(), today: clock.today() });
    const ask = { from, to, areaCode: area ?? config.regionCode };
    const report = await getPeriodReport(ask, ctx).catch((error: unknown) => {
      throw inWords(error);
    });
    if (xlsx !== undefined) await writeFile(xlsx, await writeWorkbook(reportSheets(report, 'zh-CN')));
    if (docx !== undefined)
      await writeFile(docx, await makeReport(await getBulletin({ kind: 'work', ...ask }, ctx)));
    if (xlsx === undefined && docx === undefined)
      process.stdout.write(`${json ? JSON.stringify(report) : printed(report)}\n`);
  } finally {
    await booted.stop();
  }
});
