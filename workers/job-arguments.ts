import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { isPlainDate } from '../server/core/kit/plain-date.ts';
import { SCHEDULE } from './schedule.ts';

const HELP = `npm run job <name> -- [--day YYYY-MM-DD]

Runs a job now, for today or a past day, and prints what it did as JSON.
立即为今天或过去某一天运行一个任务，并以 JSON 输出结果。

${SCHEDULE.map(({ name, nameZh, nameEn }) => `  ${name.padEnd(28)}${nameEn} ${nameZh}`).join('\n')}
`;

/** A refusal the person at the keyboard can act on. */
class UsageError extends Error {}

/** Which job the command line asks for, and for which day. */
export function readJobArguments(args: readonly string[]): { name: string; day: string | undefined } {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) throw new UsageError(HELP);
  if (!SCHEDULE.some((job) => job.name === name)) {
    throw new UsageError(`没有任务 ${name} / there is no job ${name}\n\n${HELP}`);
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
