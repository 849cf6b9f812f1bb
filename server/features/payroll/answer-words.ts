import type { AnswerPayLine } from '../../core/contract/my-pay.ts';
import { formatYuan } from '../../core/kit/money.ts';
import type { PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';

const days = (hundredths: number): string => String(hundredths / 100);

/** 2026年10月 */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

function bankSays({ bank }: PayrollLineRecord): string {
  if (bank.state === 'credited')
    return `银行记录：${bank.on ?? ''}到账 ${bank.amountFen === undefined ? '' : formatYuan(bank.amountFen)} 元`;
  if (bank.state === 'bounced')
    return `银行记录：被退回${bank.reason === undefined ? '' : `（${bank.reason}）`}`;
  return bank.state === 'sent' ? '银行记录：已交银行，没有到账记录' : '银行记录：还没有交银行代发';
}

function heSays({ kind, amountFen }: AnswerPayLine): string {
  if (kind === 'right') return '工资表是对的';
  if (kind === 'nothing') return '一分钱没收到';
  if (kind === 'notMe') return '这不是我，我没有领过这份工资';
  return `只收到 ${amountFen === undefined ? '' : formatYuan(amountFen)} 元`;
}

/** What stands on record and what the worker says, as the story of his lead: plain words, no numbers of people. */
export function leadStory(line: PayrollLineRecord, sheet: PayrollSheetRecord, answer: AnswerPayLine): string {
  const attended =
    line.attendedHundredths === undefined ? '没有考勤记录' : `考勤 ${days(line.attendedHundredths)} 天`;
  const payOn = sheet.payOn === undefined ? '' : `，约定发薪日 ${sheet.payOn}`;
  const note = answer.note === undefined ? '' : `\n本人补充：${answer.note}`;
  return [
    `${monthWords(line.payMonth)}工资核对。项目：${sheet.projectName}；单位：${sheet.employerName}；班组：${sheet.teamName}。`,
    `工资表写：出勤 ${days(line.daysHundredths)} 天（${attended}），应发 ${formatYuan(line.grossFen)} 元，实发 ${formatYuan(line.netFen)} 元${payOn}。`,
    `${bankSays(line)}。`,
    `本人说：${heSays(answer)}。${note}`,
  ].join('\n');
}

/** What he says now of a line that has its lead already. */
export const changedAnswer = (answer: AnswerPayLine): string =>
  `本人改了回答：${heSays(answer)}。${answer.note === undefined ? '' : `\n本人补充：${answer.note}`}`;
