import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { isPlainDate } from '../server/core/kit/plain-date.ts';
import { SCHEDULE } from './schedule.ts';

const HELP = `npm run job <name> -- [--day YYYY-MM-DD] [--json]

Runs a job now, for today or a past day, and prints what it did as JSON.
立即为今天或过去某一天运行一个任务，并以 JSON 输出结果。

${SCHEDULE.map(({ name, nameZh, nameEn }) => `  ${name.padEnd(28)}${nameEn} ${nameZh}`).join('\n')}
`;

/** A refusal the person at the keyboard can act on. */
class UsageError extends Error {}

/** Which job the command line asks for, and for which day: `overdueWages` may be typed as `overdue-wages`. */
export function readJobArguments(args: readonly string[]): { name: string; day: string | undefined } {
  // What a job did is printed as JSON anyway.
  const [typed, ...rest] = args.filter((arg) => arg !== '--json');
  if (typed === undefined || typed.startsWith('-')) throw new UsageError(HELP);
  const name = typed.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  if (!SCHEDULE.some((job) => job.name === name)) {
    throw new UsageError(`没有任务 ${typed} / there is no job ${typed}\n\n${HELP}`);
  }
  const [option, day, ...more] = rest.flatMap((arg) => arg.split('=', 2));
  if (option === undefined) return { name, day: undefined };
  if (option !== '--day' || day === undefined || more.length > 0) throw new UsageError(HELP);
  return { name, day };
}

/** The day as it was typed, today when none was. */
export function dayOf(text: string | undefined, today: PlainDate): PlainDate {
  if (text === undefined) return today;
  if (!isPlainDate(text))
    throw new UsageError(`${text} 不是有效的日期 / is not a day that exists (YYYY-MM-DD)`);
  if (text > today) throw new UsageError(`${text} 晚于今天 ${today} / lies after today, ${today}`);
  return text;
}
