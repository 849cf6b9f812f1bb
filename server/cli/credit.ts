import { parseArgs } from 'node:util';
import type { CreditEntryView, CreditFileView } from '../core/contract/credit.ts';
import { isPlainDate } from '../core/kit/plain-date.ts';
import type { PlainDate } from '../core/kit/plain-date.ts';
import { boot } from '../boot.ts';
import { creditFileOfCode } from '../features/credit/index.ts';
import { systemCtx } from '../platform/context.ts';
import { toldOnScreen } from '../platform/told-on-screen.ts';

const HELP = `npm run credit -- --company <credit code> [--day 2026-11-16] [--json]

Prints the grade, the criteria and the facts of one company as of a day (today without one); changes nothing.
打印一家企业某日的信用等级、评价条件和依据的事实（不写日期为今天），不改动任何数据。

Exit code 退出码: 0 printed 已打印 | 2 could not be printed 无法打印
`;

const STATES = { met: '符合', notMet: '不符合', noData: '无数据' } as const;

const factLine = ({ on, name, number, note, count }: CreditEntryView): string =>
  [on, name.zh, number, note?.zh, count].filter((part) => part !== undefined).join('  ');

/** A file for the terminal: the grade with its criteria, the bond, then the facts. */
function report({ companyName, creditCode, day, grade, bond, entries, ratings }: CreditFileView): string {
  return [
    `${creditCode ?? ''} ${companyName}  ${day}`,
    `${grade.year} 年度（截至 ${grade.day}）：${grade.proposed ?? '—'}  ${grade.why.zh}`,
    ...grade.criteria.flatMap(({ grade: letter, words, state, facts }) => [
      `  ${letter}  ${STATES[state]}\t${words.zh}`,
      ...facts.map((fact) => `\t\t${factLine(fact)}`),
    ]),
    ...(bond === undefined ? [] : [`保证金：${bond.words.zh}`]),
    ...(bond?.lines ?? []).map(
      ({ state, words, isNotSet, basisPoints }) =>
        `  ${STATES[state]}\t${words.zh}${isNotSet ? '（本地区未设定）' : ''}${basisPoints === undefined ? '' : `（${basisPoints / 100}%）`}`,
    ),
    `档案 ${entries.length} 条：`,
    ...entries.map((entry) => `  ${factLine(entry)}`),
    ...ratings.map(
      ({ year, grade: given, proposed, stateName }) =>
        `  ${year} 年度等级：${given ?? proposed ?? '—'}（${stateName.zh}）`,
    ),
  ].join('\n');
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
      company: { type: 'string' },
      day: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { company: code, day, json } = values;
  if (code === undefined) throw new Error('--company <credit code> [--day YYYY-MM-DD] [--json]');
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
    const ctx = systemCtx('credit', { today: clock.today(), now: clock.now() });
    const file = await creditFileOfCode(asked.code, asked.day, ctx);
    console.log(asked.json ? JSON.stringify(file, null, 2) : report(file));
    return 0;
  } finally {
    await booted.stop();
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(toldOnScreen(error));
  return 2;
});
