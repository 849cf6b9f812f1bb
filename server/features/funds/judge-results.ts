import type { PayResult } from '../../core/contract/funds.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { PayFileLineRecord } from './pay-file-line.model.ts';

/** Something wrong with one answer of a bank, with the part of it that is wrong. */
export interface ResultFault {
  index: number;
  column: 'reference' | 'amountFen' | 'on' | 'reason' | 'result';
  rule:
    | 'reference.unknown'
    | 'result.twice'
    | 'result.contradicts'
    | 'result.takenBack'
    | 'day.future'
    | 'reason.missing'
    | 'amount.missing';
  zh: string;
  en: string;
}
export interface JudgedResults {
  faults: ResultFault[];
  /** What is new, with the line it is about; what was said before in the same words is left out. */
  news: { line: PayFileLineRecord; result: PayResult }[];
  repeated: number;
}

/** Compares the answers of a bank with the pay file they answer, before anything is written. */
export function judgeResults(
  results: readonly PayResult[],
  lines: readonly PayFileLineRecord[],
  today: PlainDate,
): JudgedResults {
  const known = new Map(lines.map((line) => [line.reference, line]));
  const seen = new Set<string>();
  const judged: JudgedResults = { faults: [], news: [], repeated: 0 };
  results.forEach((result, index) => {
    const line = known.get(result.reference);
    const fault = faultOf(result, line, seen.has(result.reference), today);
    seen.add(result.reference);
    if (fault !== null) judged.faults.push({ index, ...fault });
    else if (line !== undefined && isSaid(line, result)) judged.repeated += 1;
    else if (line !== undefined) judged.news.push({ line, result });
  });
  return judged;
}

function faultOf(
  { reference, result, amountFen, on, reason }: PayResult,
  line: PayFileLineRecord | undefined,
  isTwice: boolean,
  today: PlainDate,
): Omit<ResultFault, 'index'> | null {
  const fault = (column: ResultFault['column'], rule: ResultFault['rule'], zh: string, en: string) => ({
    column,
    rule,
    zh,
    en,
  });
  if (line === undefined)
    return fault(
      'reference',
      'reference.unknown',
      `代发文件中没有 ${reference}`,
      `${reference} is not in this pay file`,
    );
  if (isTwice)
    return fault('reference', 'result.twice', `${reference} 出现两次`, `${reference} is answered twice`);
  if (on > today) return fault('on', 'day.future', '日期在今天之后', 'The day lies in the future');
  if (result === 'credited' && amountFen === 0)
    return fault('amountFen', 'amount.missing', '到账金额不能为 0', 'A credit has an amount');
  if (result === 'bounced' && (reason ?? '') === '')
    return fault('reason', 'reason.missing', '退回须写明原因', 'A return needs its reason');
  if (line.result === 'credited' && !isSaid(line, { reference, result, amountFen, on }))
    return fault(
      'result',
      'result.contradicts',
      `${reference} 已登记到账`,
      `${reference} is on record as credited`,
    );
  if (line.result === 'bounced' && isTakenBack(line, { result, amountFen, on }))
    return fault(
      'on',
      'result.takenBack',
      `${reference} 的这笔到账已更正为没有到账；后来真的到账的，请填实际到账的日期`,
      `This very credit of ${reference} was taken back; if it arrived later, name the day it did`,
    );
  return null;
}

/** The answer of before the credit was taken back, sent once more: it does not make the money arrive. */
const isTakenBack = (
  { takenBack = [] }: PayFileLineRecord,
  { result, amountFen, on }: Pick<PayResult, 'result' | 'amountFen' | 'on'>,
): boolean =>
  result === 'credited' && takenBack.some((one) => one.amountFen === amountFen && one.creditedOn === on);

/** Said before in the same words? */
function isSaid(line: PayFileLineRecord, { result, amountFen, on, reason }: PayResult): boolean {
  const isSame = line.result === result && line.resultFen === amountFen && line.resultOn === on;
  return isSame && (result === 'credited' || line.reason === reason);
}
