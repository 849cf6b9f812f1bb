import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { sendWorkbook } from '../../platform/tables/index.ts';
import { getPeriodReport } from './get-period-report.ts';
import { reportSheets } from './report-sheets.ts';
import { REPORTS_PERMISSIONS } from './reports.permissions.ts';
import { exportPeriodQuery, periodQuery } from './reports.schemas.ts';

const { route, raw } = routesFor(REPORTS_PERMISSIONS);

export const reportsRoutes: Route[] = [
  route(
    'get /reports/period',
    'reports.period',
    { rate: 'read', query: periodQuery, says: ['一段时间的工作情况', 'The figures of a period'] },
    ({ query, ctx }) => getPeriodReport(query, ctx),
  ),
  raw(
    'get /reports/period/export',
    'reports.export',
    { rate: 'export', query: exportPeriodQuery, says: ['导出统计报表', 'Export the figures of a period'] },
    async ({ query, ctx }, req, res) => {
      const { format: _, ...ask } = query;
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      const report = await getPeriodReport(ask, ctx);
      const title = locale === 'en' ? 'Period report' : '治欠保支统计表';
      await sendWorkbook(
        res,
        `${title} ${report.areaName} ${ask.from} ${ask.to}`,
        reportSheets(report, locale),
      );
    },
  ),
];
