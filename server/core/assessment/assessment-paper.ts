import type { AssessmentRow, AssessmentSheet, GroupSum } from '../contract/assessment.ts';
import { fen, formatYuan } from '../kit/money.ts';
import { FIGURE_UNITS } from '../reports/figure.ts';
import type { Paper, PaperBlock } from '../reports/paper.ts';
import { ASSESSMENT_GROUPS, GROUP_WORDS, TENTHS } from './criteria.ts';

/** The rows by group with their sums; groups without a row are left out. */
export const groupSums = (rows: readonly AssessmentRow[]): GroupSum[] =>
  ASSESSMENT_GROUPS.flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    if (own.length === 0) return [];
    const sum = (of: (row: AssessmentRow) => number): number => own.reduce((all, row) => all + of(row), 0);
    return {
      ...{ group, rows: own, points: sum(({ points }) => points) },
      scoreTenths: sum(({ scoreTenths }) => scoreTenths ?? 0),
    };
  });

/** Tenths as they are read: 75 is 7.5, 80 is 8. */
export const pointsText = (tenths: number): string =>
  tenths % TENTHS === 0 ? String(tenths / TENTHS) : (tenths / TENTHS).toFixed(1);

/** A figure as it is read; a dash where nothing can be said. */
export function readingText({ reading }: Pick<AssessmentRow, 'reading'>): string {
  if (reading === undefined || reading.value === null) return '—';
  const { value, unit } = reading;
  if (unit === 'percent') return `${(value / 100).toFixed(2)}%`;
  return unit === 'yuan' ? `${formatYuan(fen(value))}元` : `${value}${FIGURE_UNITS[unit].zh}`;
}

/** The self-check sheet in Word: a paper of the office, so it is in Chinese; whoever signs it edits it. */
export function assessmentPaper(sheet: AssessmentSheet): Paper {
  const { areaName, year, rows, points, scoreTenths, unanswered } = sheet;
  const groups = groupSums(rows);
  const blocks: PaperBlock[] = [
    { is: 'heading', text: '一、自评得分' },
    {
      is: 'text',
      text: `满分${points}分，自评${pointsText(scoreTenths)}分。${openText(unanswered)}${gradeText(sheet)}`,
    },
    {
      is: 'table',
      caption: '各部分得分',
      columns: [
        { heading: '部分', width: 60 },
        { heading: '分值', width: 20, isNumber: true },
        { heading: '得分', width: 20, isNumber: true },
      ],
      rows: groups.map((one) => [
        ...[GROUP_WORDS[one.group].zh, String(one.points), pointsText(one.scoreTenths)],
      ]),
    },
    ...groups.map((one, at): PaperBlock => groupTable(one, at)),
    { is: 'heading', text: '二、集体讨薪事件' },
    { is: 'text', text: incidentsText(sheet) },
    {
      is: 'note',
      text: '考核内容、分值和计分标准由本地设定。有数据的项目由系统记录计算，没有记录的为自评；追回金额只计银行到账和工人本人确认收到的金额。',
    },
  ];
  return {
    title: `${areaName}${year}年度根治欠薪工作考核自评表`,
    subtitle: `${sheet.from} 至 ${sheet.to}`,
    blocks,
  };
}

const groupTable = ({ group, rows }: GroupSum, at: number): PaperBlock => ({
  is: 'table',
  caption: `${at + 1}. ${GROUP_WORDS[group].zh}`,
  columns: [
    { heading: '考核内容', width: 36 },
    { heading: '分值', width: 8, isNumber: true },
    { heading: '数据', width: 18, isNumber: true },
    { heading: '得分', width: 8, isNumber: true },
    { heading: '说明', width: 30 },
  ],
  rows: rows.map((row) => [
    ...[row.words, String(row.points), readingText(row)],
    ...[row.scoreTenths === null ? '—' : pointsText(row.scoreTenths), saidText(row)],
  ]),
});

const saidText = ({ basis, answer: { words, files } }: AssessmentRow): string =>
  [basis === 'own' ? '（自评）' : '', words, files.length === 0 ? '' : `附件${files.length}份`].join('');
const openText = (unanswered: number): string => (unanswered === 0 ? '' : `还有${unanswered}项没有分数。`);

function gradeText({ grade, gradesSet, unanswered }: AssessmentSheet): string {
  if (!gradesSet) return '本地没有设定等级标准。';
  if (grade === undefined) return unanswered === 0 ? '' : '分数齐全以后按本地标准确定等级。';
  return `按本地设定的标准为${grade.grade}级${grade.byIncidents ? '（集体讨薪事件达到本地设定的情形）' : ''}。`;
}

function incidentsText({ incidents: { reported, extreme, sizes } }: AssessmentSheet): string {
  const counted =
    sizes === undefined
      ? '本地没有设定人数分级'
      : sizes.map(({ atLeast, count }) => `${atLeast}人以上${count}件`).join('，');
  return `上报${reported}件，其中有过激行为${extreme}件；${counted}。`;
}
