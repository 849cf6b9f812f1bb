import { boot } from '../server/boot.ts';
import type { Booted } from '../server/boot.ts';
import type { PlainDate } from '../server/core/kit/plain-date.ts';
import { isPlainDate } from '../server/core/kit/plain-date.ts';
import { findAdmins } from '../server/features/accounts/index.ts';
import { runJobNow } from './run-job-now.ts';
import { SCHEDULE } from './schedule.ts';

const HELP = `npm run job <name> -- [--day YYYY-MM-DD]

Runs a job now, for today or a past day, and prints what it did as JSON.
立即为今天或过去某一天运行一个任务，并以 JSON 输出结果。

${SCHEDULE.map(({ name, nameZh, nameEn }) => `  ${name.padEnd(28)}${nameEn} ${nameZh}`).join('\n')}
`;

/** A refusal the person at the keyboard can act on. */
class UsageError extends Error {}

function readArguments(args: readonly string[]): { name: string; day: string | undefined } {
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

function dayOf(text: string | undefined, today: PlainDate): PlainDate {
  if (text === undefined) return today;
  if (!isPlainDate(text))
    throw new UsageError(`${text} 不是有效的日期 / is not a day that exists (YYYY-MM-DD)`);
  if (text > today) throw new UsageError(`${text} 晚于今天 ${today} / lies after today, ${today}`);
  return text;
}

let booted: Booted | undefined;
try {
  const { name, day } = readArguments(process.argv.slice(2));
  booted = await boot({ probe: false });
  const { config, clock, log } = booted;
  const counts = await runJobNow(name, dayOf(day, clock.today()), { ...config, log, clock, findAdmins });
  process.stdout.write(`${JSON.stringify(counts)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await booted?.stop();
}
