import { yuanWords } from '../alerts/words.ts';
import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import { addFen, fractionOf, ZERO_FEN } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { printCitation } from '../law/articles.ts';
import { thresholdOn } from '../law/thresholds.ts';
import type { AgreedRate, BuiltLine, LineSource, WorkOfMonth } from './person-month.ts';
import { ROUNDING } from './person-month.ts';

/** What one enrolment's month earned, or why nobody can say. */
export interface Earned {
  fen: Fen | null;
  basis: BuiltLine['basis'];
  sources: LineSource[];
  lacks: Words[];
}

const days = (hundredths: number): string => String(hundredths / 100);

const NO_WORK: Words = { zh: '没有考勤，也没有计件数量', en: 'Neither attendance nor pieces on record' };
const NO_RATE: Words = { zh: '有考勤，没有约定的工价', en: 'Attendance on record, no agreed rate' };
const NO_PIECES: Words = { zh: '计件工资，没有计件数量', en: 'Piece work, no pieces on record' };
const NO_FIGURE: Words = {
  zh: '当月没有折算天数的依据',
  en: 'No figure in force then for converting a month’s pay',
};

/**
 * What was earned in a month: a payroll line the worker confirmed stands as it is; otherwise attendance times the agreed
 * rate, never less than what the employer's own payroll admits, because proving a lower figure is his.
 * @law REG-50-1
 * @example 26 days at 300.00 yuan, payroll 7,000.00 // 7,800.00
 */
export function earnedOf(
  work: WorkOfMonth,
  lastDay: PlainDate,
  /** Hundredths of days there were to work in the month, where that is known. */
  fullMonth?: number,
): Earned {
  const { payroll } = work;
  const admitted = payroll === undefined ? null : payrollEarned(work);
  if (payroll?.isConfirmed === true && admitted !== null) return admitted;
  const reckoned = reckonedOf(work, lastDay, fullMonth);
  if (reckoned.fen === null || admitted?.fen === undefined || admitted.fen === null)
    return admitted ?? reckoned;
  const extras = payroll?.extrasFen ?? ZERO_FEN;
  const total = addFen(reckoned.fen, extras);
  const sources = [
    ...reckoned.sources,
    ...(extras === 0 ? [] : [source('payrollLine', extraWords(extras), payroll?.recordId)]),
    ...admitted.sources,
  ];
  if (total < admitted.fen) return { ...admitted, sources };
  return { ...reckoned, fen: total, sources };
}

function payrollEarned({ payroll }: WorkOfMonth): Earned | null {
  if (payroll === undefined) return null;
  const { piecesHundredths, piecePriceFen, grossFen } = payroll;
  const yuan = yuanWords(grossFen);
  const words: Words = payroll.isConfirmed
    ? {
        zh: `工资表应发 ${yuan.zh}，本人已确认`,
        en: `Payroll: ${yuan.en} gross, confirmed by the worker`,
      }
    : { zh: `工资表应发 ${yuan.zh}`, en: `Payroll: ${yuan.en} gross` };
  const isPieces = piecesHundredths !== undefined && piecePriceFen !== undefined;
  const pieces: LineSource[] = isPieces
    ? [source('pieces', timesWords(piecesHundredths, '件', 'pieces', piecePriceFen), payroll.recordId)]
    : [];
  return {
    fen: grossFen,
    basis: isPieces
      ? { kind: 'pieces', hundredths: piecesHundredths, rateFen: piecePriceFen }
      : { kind: 'sum' },
    sources: [...pieces, source('payrollLine', words, payroll.recordId)],
    lacks: [],
  };
}

/** Attendance times the agreed rate. */
function reckonedOf(
  { attended, rate }: WorkOfMonth,
  lastDay: PlainDate,
  fullMonth: number | undefined,
): Earned {
  const nothing = (lacks: Words): Earned => ({
    fen: null,
    basis: { kind: 'sum' },
    sources: [],
    lacks: [lacks],
  });
  const worked = attended === undefined ? 0 : attended.daysHundredths + attended.hoursHundredths;
  if (rate?.payKind === 'PIECE_RATE') return worked === 0 ? nothing(NO_WORK) : nothing(NO_PIECES);
  if (attended === undefined) return nothing(NO_WORK);
  if (rate === undefined || (rate.dayRateFen === undefined && rate.monthRateFen === undefined))
    return nothing(NO_RATE);
  const reckoned = timeWage(attended, rate, lastDay, fullMonth);
  return reckoned ?? nothing(NO_FIGURE);
}

type Attended = NonNullable<WorkOfMonth['attended']>;

function timeWage(
  attended: Attended,
  rate: AgreedRate,
  lastDay: PlainDate,
  fullMonth: number | undefined,
): Earned | null {
  const { daysHundredths, hoursHundredths } = attended;
  if (rate.dayRateFen !== undefined && daysHundredths === 0 && hoursHundredths > 0)
    return byHours(hoursHundredths, rate.dayRateFen, attended, lastDay);
  if (rate.dayRateFen !== undefined) return byDays(daysHundredths, rate.dayRateFen, attended);
  return rate.monthRateFen === undefined ? null : byMonth(attended, rate.monthRateFen, lastDay, fullMonth);
}

function byDays(hundredths: number, rateFen: Fen, { recordId }: Attended): Earned {
  return {
    fen: fractionOf(rateFen, hundredths, 100, ROUNDING),
    basis: { kind: 'days', hundredths, rateFen },
    sources: [source('attendance', timesWords(hundredths, '天', 'days', rateFen), recordId)],
    lacks: [],
  };
}

/** Only hours are on record: eight of them are a day. @law WAG-1 */
function byHours(
  hundredths: number,
  rateFen: Fen,
  { recordId }: Attended,
  lastDay: PlainDate,
): Earned | null {
  const perDay = thresholdOn('payHoursPerDay', lastDay);
  if (perDay === null) return null;
  return {
    fen: fractionOf(rateFen, hundredths, perDay, ROUNDING),
    basis: { kind: 'hours', hundredths, rateFen },
    sources: [
      source(
        'attendance',
        {
          zh: `${days(hundredths)} 小时，每天 ${days(perDay)} 小时、${yuanWords(rateFen).zh}`,
          en: `${days(hundredths)} hours, ${days(perDay)} hours and ${yuanWords(rateFen).en} a day`,
        },
        recordId,
      ),
    ],
    lacks: [],
  };
}

/**
 * A monthly wage by days worked: the day's pay is a 21.75th, hours alone are eight to a day, and whoever worked all the
 * days the month had, or as many as it is divided by, has earned the monthly wage, never more.
 * @example 18 days of October 2026, which had 18 to work // the whole wage, not 18 of 21.75
 * @law WAG-1
 */
function byMonth(
  { daysHundredths, hoursHundredths, recordId }: Attended,
  rateFen: Fen,
  lastDay: PlainDate,
  fullMonth: number | undefined,
): Earned | null {
  const [perMonth, perDay] = [
    thresholdOn('payDaysPerMonth', lastDay),
    thresholdOn('payHoursPerDay', lastDay),
  ];
  if (perMonth === null || perDay === null) return null;
  const isByHours = daysHundredths === 0 && hoursHundredths > 0;
  // Of a month's pay: counted ÷ whole, exact until the one rounding.
  const [counted, whole] = isByHours
    ? [hoursHundredths * 100, perMonth * perDay]
    : [daysHundredths, perMonth];
  const worked = isByHours ? Math.floor(counted / perDay) : daysHundredths;
  const isWhole = counted >= whole || (fullMonth !== undefined && worked >= fullMonth);
  const law = { zh: printCitation('WAG-1', 'zh'), en: printCitation('WAG-1', 'en') };
  const yuan = yuanWords(rateFen);
  const attended = isByHours
    ? {
        zh: `${days(hoursHundredths)} 小时（每天 ${days(perDay)} 小时）`,
        en: `${days(hoursHundredths)} hours, ${days(perDay)} a day,`,
      }
    : { zh: `${days(daysHundredths)} 天`, en: `${days(daysHundredths)} days` };
  const how = isWhole
    ? { zh: '满勤按月工资计算', en: 'the whole month' }
    : {
        zh: `按月计薪 ${days(perMonth)} 天折算，依据${law.zh}`,
        en: `of ${days(perMonth)} pay days (${law.en})`,
      };
  return {
    fen: isWhole ? rateFen : fractionOf(rateFen, counted, whole, ROUNDING),
    basis: { kind: 'monthly', hundredths: worked, rateFen },
    sources: [
      source(
        'attendance',
        {
          zh: `出勤 ${attended.zh}，月工资 ${yuan.zh}，${how.zh}`,
          en: `${attended.en} at ${yuan.en} a month: ${how.en}`,
        },
        recordId,
      ),
    ],
    lacks: [],
  };
}

const timesWords = (hundredths: number, unitZh: string, unitEn: string, rateFen: Fen): Words => ({
  zh: `${days(hundredths)} ${unitZh} × ${yuanWords(rateFen).zh}`,
  en: `${days(hundredths)} ${unitEn} × ${yuanWords(rateFen).en}`,
});
const extraWords = (extras: Fen): Words => ({
  zh: `工资表中的加班和津贴 ${yuanWords(extras).zh}`,
  en: `Overtime and allowances of the payroll: ${yuanWords(extras).en}`,
});

/** A source in words, with its record where there is one. */
export const source = (
  name: LineSource['source'],
  words: Words,
  recordId?: string | undefined,
): LineSource => ({ source: name, words, ...(recordId === undefined ? {} : { recordId }) });
