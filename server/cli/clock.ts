import { isPlainDate, PlainDateError, type PlainDate } from '../core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../core/law/calendar/index.ts';
import { countPeriod, PeriodLengthError, type CountedLength, type Roll } from '../core/law/count-period.ts';

const HELP = `npm run clock -- --from 2026-01-12 --length 60wd [--roll back|forward|none]

Counts a period by the national calendar and prints JSON: dueOn, skipped, madeUp, provisional.
按全国工作日历计算期限,输出 JSON:到期日、跳过的日子、调休上班日、是否暂定。

  --from YYYY-MM-DD  the first day, not counted            起算日(不计入)
  --length N<unit>   wd working days  工作日 | cd calendar days  自然日 | mo months  月 | y years  年
  --roll             where a last day that is a day off goes  最后一日为休息日时
                     forward  to the next working day   顺延(行动期限,民法典第二百零三条)
                     back     to the working day before  提前(工资支付日期,条例第十四条)
                     none     it stays                   不变
                     default: none for wd (always ends on a working day), forward for cd, mo and y
  --help             this text  本说明

A year whose holiday notice is not built in is counted by weekdays alone and marked provisional.
没有放假通知的年份只按星期计算,并标为暂定(provisional)。
`;

/** A refusal the person at the keyboard can act on, in both languages. */
class UsageError extends Error {}

function refuse(zh: string, en: string): never {
  throw new UsageError(`${zh}\n${en}`);
}

function readOptions(args: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = (args[index] ?? '').split(/=(.*)/su, 2);
    if (!['--from', '--length', '--roll'].includes(name)) {
      refuse(
        `不认识的参数:${args[index] ?? ''}。用 --help 查看说明。`,
        `Unknown argument: ${args[index] ?? ''}. Try --help.`,
      );
    }
    if (options.has(name)) refuse(`参数 ${name} 重复了。`, `The argument ${name} is given twice.`);
    if (inline === undefined) index += 1;
    const value = inline ?? args[index];
    if (value === undefined || value === '' || value.startsWith('--')) {
      refuse(`参数 ${name} 缺少值。`, `The argument ${name} has no value.`);
    }
    options.set(name, value);
  }
  return options;
}

function readFrom(text: string | undefined): PlainDate {
  if (text === undefined) refuse('请用 --from 给出起算日。', 'Give the first day with --from.');
  if (isPlainDate(text)) return text;
  refuse(
    `日期不存在或格式不对:${text}。应为 2026-01-12 这样的日期。`,
    `Not a day that exists: ${text}. Write it like 2026-01-12.`,
  );
}

function readLength(text: string | undefined): { length: CountedLength; usualRoll: Roll } {
  if (text === undefined)
    refuse('请用 --length 给出期限,例如 60wd。', 'Give a length with --length, for example 60wd.');
  const match = /^(\d{1,6})(wd|cd|mo|y)$/u.exec(text);
  if (match === null) {
    refuse(
      `期限格式不对:${text}。应为 60wd、30cd、6mo 或 3y。`,
      `Not a length: ${text}. Write 60wd, 30cd, 6mo or 3y.`,
    );
  }
  const [, digits, unit] = match;
  const amount = Number(digits);
  if (unit === 'wd') return { length: { workingDays: amount }, usualRoll: 'none' };
  if (unit === 'cd') return { length: { calendarDays: amount }, usualRoll: 'forward' };
  if (unit === 'mo') return { length: { months: amount }, usualRoll: 'forward' };
  return { length: { years: amount }, usualRoll: 'forward' };
}

function readRoll(text: string | undefined, usual: Roll): Roll {
  if (text === undefined) return usual;
  if (text === 'forward' || text === 'back' || text === 'none') return text;
  refuse(
    `--roll 只能是 back、forward 或 none,不能是:${text}。`,
    `--roll is back, forward or none, not: ${text}.`,
  );
}

function answer(args: readonly string[]): string {
  if (args.includes('--help') || args.includes('-h')) return HELP;
  const options = readOptions(args);
  const from = readFrom(options.get('--from'));
  const { length, usualRoll } = readLength(options.get('--length'));
  const roll = readRoll(options.get('--roll'), usualRoll);
  const { dueOn, skipped, madeUp, provisional, counted, missingYears } = countPeriod({
    from,
    length,
    roll,
    calendar: NATIONAL_CALENDAR,
  });
  return `${JSON.stringify({ dueOn, skipped, madeUp, provisional, counted, missingYears, from, roll }, null, 2)}\n`;
}

try {
  process.stdout.write(answer(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
  } else if (error instanceof PeriodLengthError || error instanceof PlainDateError) {
    process.stderr.write(`期限太长,无法计算。\nThe length is too long to count.\n`);
  } else {
    throw error;
  }
  process.exitCode = 2;
}
