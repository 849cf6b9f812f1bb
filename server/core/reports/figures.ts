import { ASSESSMENT_FIGURES } from './assessment-figures.ts';
import { CAMPAIGN_FIGURES } from './campaign-figures.ts';
import { DASHBOARD_FIGURES } from './dashboard-figures.ts';
import type { FigureRow } from './figure.ts';
import { FIGURE_UNITS } from './figure.ts';
import { PERIOD_FIGURES } from './period-figures.ts';

/** Every number the product reports, each defined here and nowhere else. */
export const FIGURES: readonly FigureRow[] = [
  ...PERIOD_FIGURES,
  ...DASHBOARD_FIGURES,
  ...CAMPAIGN_FIGURES,
  ...ASSESSMENT_FIGURES,
];

const line = ({ id, words, unit, define, source }: FigureRow): string =>
  `| \`${id}\` | ${words.zh} | ${FIGURE_UNITS[unit].zh} | ${define.zh} | ${source.zh} |`;

const table = (rows: readonly FigureRow[]): string =>
  ['| 代号 | 指标 | 单位 | 怎样算 | 数据来源 |', '| --- | --- | --- | --- | --- |', ...rows.map(line)].join(
    '\n',
  );

/** The page docs/report-figures.md, as `npm run report -- --definitions` prints it. */
export const figuresPage = (): string => `# 统计指标

每个数字只在 \`server/core/reports\` 定义一次；屏幕、Excel、Word、接口和命令行用的都是这一处。本页由
\`npm run report -- --definitions\` 生成，有测试核对。金额内部以分计、比例以万分之一计。

## 期间报表与通报

按选定的起止日和地区统计。

${table(PERIOD_FIGURES)}

## 领导驾驶舱

未办结、期限和金额以打开页面时的记录为准；项目、预警和覆盖率以页面上写明的时间为准。

${table(DASHBOARD_FIGURES)}

## 冬季行动

政府投资和国有企业项目、其他欠薪两类分别统计，以最近一次统计为准（每五分钟）。

${table(CAMPAIGN_FIGURES)}

## 年度考核

自评表还可以用上面的期间指标和覆盖率；下面几个只用在自评表上。

${table(ASSESSMENT_FIGURES)}
`;
