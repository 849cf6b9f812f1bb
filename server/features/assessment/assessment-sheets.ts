import { groupSums, pointsText, readingText } from '../../core/assessment/assessment-paper.ts';
import { GROUP_WORDS } from '../../core/assessment/criteria.ts';
import type { Locale } from '../../core/contract/accounts.ts';
import type { AssessmentSheet } from '../../core/contract/assessment.ts';
import type { Sheet } from '../../platform/tables/index.ts';

const HEADINGS = [
  { zh: '部分', en: 'Group', kind: 'text' },
  { zh: '考核内容', en: 'Criterion', kind: 'text' },
  { zh: '分值', en: 'Points', kind: 'number' },
  { zh: '指标', en: 'Figure', kind: 'text' },
  { zh: '数据', en: 'Value', kind: 'text' },
  { zh: '得分', en: 'Score', kind: 'number' },
  { zh: '得分依据', en: 'Basis', kind: 'text' },
  { zh: '说明', en: 'Words', kind: 'text' },
] as const;
const BASIS = {
  records: { zh: '系统记录', en: 'Records' },
  own: { zh: '自评', en: 'Own word' },
  none: { zh: '没有分数', en: 'None' },
} as const;

/** The self-check sheet as a workbook. */
export function assessmentSheets(sheet: AssessmentSheet, locale: Locale): Sheet[] {
  const tongue = locale === 'en' ? 'en' : 'zh';
  const rows = groupSums(sheet.rows).flatMap((group) =>
    group.rows.map((row) => [
      ...[GROUP_WORDS[row.group][tongue], row.words, row.points, row.reading?.words[tongue] ?? ''],
      ...[readingText(row), row.scoreTenths === null ? null : Number(pointsText(row.scoreTenths))],
      ...[BASIS[row.basis][tongue], row.answer.words],
    ]),
  );
  const title = locale === 'en' ? 'Assessment' : '考核自评表';
  const whole = [
    ...[locale === 'en' ? 'Sum' : '合计', '', sheet.points, '', ''],
    ...[Number(pointsText(sheet.scoreTenths)), sheet.grade?.grade ?? '', ''],
  ];
  return [
    {
      title,
      headings: HEADINGS.map((one) => ({ text: one[tongue], kind: one.kind })),
      rows: [...rows, whole],
    },
  ];
}
