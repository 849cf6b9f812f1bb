import type { PeriodReport } from '../contract/reports.ts';
import type { Fen } from '../kit/money.ts';
import { formatYuan, fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { partsOf } from '../kit/plain-date.ts';
import { basisPoints, FIGURE_UNITS } from './figure.ts';
import type { Paper, PaperBlock } from './paper.ts';
import { PERIOD_FIGURES, periodFigure } from './period-figures.ts';

/** What a bulletin is written from: the period's report and that of the same days a year before. */
export interface BulletinFigures {
  report: PeriodReport;
  before: PeriodReport;
  /** Words for what is counted apart. */
  channels: readonly { name: string; count: number }[];
  closures: readonly { name: string; count: number }[];
}

/**
 * The bulletin of a period: sentences written from the figures, the table of all figures beside last year's, months and
 * channels as bars. A paper of the office, so it is in Chinese; whoever signs it edits it in Word.
 */
export function workBulletin({ report, before, channels, closures }: BulletinFigures): Paper {
  const blocks: PaperBlock[] = [
    { is: 'heading', text: '一、投诉举报' },
    { is: 'text', text: received(report, before) },
    { is: 'bars', caption: '投诉举报来源（件）', bars: channels.map(bar) },
    { is: 'heading', text: '二、案件办理' },
    { is: 'text', text: cases(report, before) },
    ...(closures.length === 0
      ? []
      : [{ is: 'bars', caption: '结案方式（件）', bars: closures.map(bar) } as const]),
    { is: 'heading', text: '三、欠薪清偿' },
    { is: 'text', text: money(report, before) },
    { is: 'heading', text: '四、检查与宣传' },
    { is: 'text', text: prevention(report) },
    { is: 'heading', text: '五、各月情况' },
    monthTable(report),
    {
      is: 'bars',
      caption: '各月收到投诉举报（件）',
      bars: report.byMonth.map(({ month, received }) => bar({ name: month, count: received })),
    },
    { is: 'heading', text: '附：主要指标' },
    figureTable(report, before),
    {
      is: 'note',
      text: '追回金额只计银行到账和工人本人确认收到的金额，承诺支付的不计。各指标的算法见系统“统计指标”。',
    },
  ];
  return {
    title: `${report.areaName}根治欠薪工作通报`,
    subtitle: `${dayText(report.from)}至${dayText(report.to)}`,
    blocks,
  };
}

const bar = ({ name, count }: { name: string; count: number }) => ({
  ...{ name, value: count },
  text: String(count),
});

export const dayText = (day: PlainDate): string => {
  const { year, month, day: date } = partsOf(day);
  return `${year}年${month}月${date}日`;
};
const yuan = (amount: Fen): string => `${formatYuan(amount)}元`;
export const percent = (points: number): string => `${(points / 100).toFixed(2).replace(/\.?0+$/u, '')}%`;

/** Beside last year: more, less, the same, or nothing to compare with. */
export function beside(now: number, before: number): string {
  if (before === 0) return now === 0 ? '与上年同期持平' : '上年同期为零';
  const change = basisPoints(Math.abs(now - before), before) ?? 0;
  if (now === before) return '与上年同期持平';
  return `同比${now > before ? '增长' : '下降'}${percent(change)}`;
}

function received(report: PeriodReport, before: PeriodReport): string {
  const { complaintsReceived: count, complaintsAccepted, complaintsRefused } = report;
  const rest = `受理${complaintsAccepted}件，不予受理${complaintsRefused}件，转办${report.complaintsTransferred}件，撤回${report.complaintsWithdrawn}件`;
  return `期间共收到投诉举报${count}件，${beside(count, before.complaintsReceived)}；${rest}。`;
}

function cases(report: PeriodReport, before: PeriodReport): string {
  const remark = periodFigure('closingRate').remark?.(report);
  const more = remark ? `（${remark.zh}）` : '';
  const rate =
    report.closingRate === null
      ? '没有收到投诉举报，结案率不作计算'
      : `结案率${percent(report.closingRate)}${more}`;
  return `立案${report.casesFiled}件，结案${report.casesClosed}件，${beside(report.casesClosed, before.casesClosed)}；${rate}。`;
}

function money(report: PeriodReport, before: PeriodReport): string {
  const { workers, owedFen, amountFen } = report;
  if (report.casesClosed === 0) return '期间没有结案的案件，没有清偿数字。';
  const share = basisPoints(amountFen, owedFen);
  const paid = share === null ? '' : `，占欠薪金额的${percent(share)}`;
  return `结案案件涉及${workers}人、欠薪${yuan(owedFen)}，已核实到账${yuan(amountFen)}${paid}；追回金额${beside(amountFen, before.amountFen)}。`;
}

function prevention({ inspections, outreach }: PeriodReport): string {
  const { leaflets, vehicles, people, slogans, consultations } = outreach;
  return `日常巡查${inspections}户；宣传活动发放资料${leaflets}份，出动车辆${vehicles}车次、人员${people}人次，张挂标语${slogans}条，解答咨询${consultations}人次。`;
}

const monthTable = ({ byMonth }: PeriodReport): PaperBlock => ({
  is: 'table',
  caption: '各月收到、结案和追回',
  columns: [
    { heading: '月份', width: 25 },
    { heading: '收到（件）', width: 22, isNumber: true },
    { heading: '结案（件）', width: 22, isNumber: true },
    { heading: '追回金额（元）', width: 31, isNumber: true },
  ],
  rows: byMonth.map(({ month, received, closed, amountFen }) => [
    ...[month, String(received), String(closed), formatYuan(amountFen)],
  ]),
});

function figureTable(report: PeriodReport, before: PeriodReport): PaperBlock {
  return {
    is: 'table',
    caption: '主要指标',
    columns: [
      { heading: '指标', width: 34 },
      { heading: '本期', width: 24, isNumber: true },
      { heading: '上年同期', width: 24, isNumber: true },
      { heading: '单位', width: 18 },
    ],
    rows: PERIOD_FIGURES.map(({ words, unit, value }) => {
      const told = (count: number | null): string => {
        if (count === null) return '—';
        if (unit === 'yuan') return formatYuan(fen(count));
        return unit === 'percent' ? (count / 100).toFixed(2) : String(count);
      };
      return [words.zh, told(value(report)), told(value(before)), FIGURE_UNITS[unit].zh];
    }),
  };
}
